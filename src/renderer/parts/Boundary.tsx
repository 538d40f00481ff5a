// The wall around a part of the window: what breaks inside is said in its place, and the rest goes on.
import { Component, createRef, type ErrorInfo, type ReactNode, useCallback, useState } from 'react'
import { Failure } from './Failure.tsx'
import { tellLeftOut } from './tell-fault.ts'
import './failure.css'

export interface BoundaryProps {
  /** What is inside, as the reader would call it, capital first: "This note". */
  readonly what: string
  readonly children: ReactNode
  /**
   * How it is said. `place`: in the place of what broke, as a pane or a side. `line`: there, but small,
   * as a card or a bar. `told`: as a message, because what broke only adorns and is left away.
   */
  readonly shown?: 'place' | 'line' | 'told'
  /** What is inside is drawn from this: when it is another, it is tried again by itself. */
  readonly from?: unknown
  /** What must stand around the words, such as a list's item. */
  readonly frame?: (failure: ReactNode) => ReactNode
}

interface State {
  readonly fault: { readonly thrown: unknown } | null
  readonly componentStack: string
  readonly tries: number
}

export class Boundary extends Component<BoundaryProps, State, Element | null> {
  override state: State = { fault: null, componentStack: '', tries: 0 }
  private readonly box = createRef<HTMLDivElement>()
  private around: HTMLElement | null = null

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { fault: { thrown } }
  }

  override componentDidCatch(thrown: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ componentStack: componentStack ?? '' })
    if (this.props.shown === 'told') tellLeftOut(this.props.what, thrown)
  }

  override getSnapshotBeforeUpdate(): Element | null {
    return document.activeElement
  }

  override componentDidUpdate(props: BoundaryProps, before: State, active: Element | null): void {
    // Only a fault that was there already: one that came with the new data would be tried for ever.
    if (before.fault && this.state.fault && !Object.is(props.from, this.props.from))
      this.setState({ fault: null, tries: 0 })
    const box = this.box.current
    if (box) this.around = box.parentElement
    // Who was inside, by key or screen reader, is not sent back to the top of the page.
    if (!active || active === document.body || active.isConnected) return
    if (this.state.fault) box?.focus()
    else if (before.fault) firstStop(this.around)?.focus()
  }

  private readonly again = (): void =>
    this.setState(({ tries }) => ({ fault: null, tries: tries + 1 }))

  override render(): ReactNode {
    const { what, children, shown = 'place', frame } = this.props
    const { fault, componentStack, tries } = this.state
    if (fault === null) return children
    if (shown === 'told') return null
    const failure = (
      <Failure
        ref={this.box}
        what={what}
        thrown={fault.thrown}
        componentStack={componentStack}
        small={shown === 'line'}
        tries={tries}
        onAgain={this.again}
      />
    )
    return frame ? frame(failure) : failure
  }
}

const firstStop = (around: HTMLElement | null): HTMLElement | null =>
  around?.querySelector<HTMLElement>('button, a[href], input, textarea, [tabindex="0"]') ?? null

/**
 * A function that brings an error from outside of drawing (a listener, a promise) to the boundary around
 * the component. It does not change between drawings.
 */
export function useFault(): (thrown: unknown) => void {
  const [, set] = useState<null>(null)
  return useCallback(
    (thrown) =>
      set(() => {
        throw thrown
      }),
    [],
  )
}

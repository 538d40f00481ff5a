// An article with as many notes as a test wants, and the side that shows them.
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/base.css'
import '../../../src/renderer/shell/shell.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import { NotesSide } from '../../../src/renderer/annotations/NotesSide.tsx'
import {
  expectAnnotations,
  forgetAllAnnotations,
  takeAnnotations,
} from '../../../src/renderer/replica/annotations.ts'
import { useAnnotations } from '../../../src/renderer/state/annotations.ts'
import { usePanes } from '../../../src/renderer/state/panes.ts'
import type { ResolvedAnnotation } from '../../../src/shared/model/annotation.ts'

export const article = '0123456789abcdef'

export const idOf = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

export interface NoteExtra {
  readonly note?: string
  readonly orphan?: boolean
}

export function noteAt(index: number, { note = '', orphan }: NoteExtra = {}): ResolvedAnnotation {
  const [start, end] = [index * 10, index * 10 + 8]
  return {
    annotation: {
      id: idOf(index),
      target: {
        start,
        end,
        exact: `passage ${index} ${'of many words '.repeat(index % 7)}`.trim(),
        prefix: '',
        suffix: '',
        textHash: 'hash',
      },
      color: 'yellow',
      tags: [],
      note,
      created: '2026-03-04T00:00:00.000Z',
      modified: '2026-03-04T00:00:00.000Z',
    },
    anchor: orphan
      ? { state: 'orphaned', start: null, end: null, score: 0 }
      : { state: 'anchored', start, end, score: 1 },
  }
}

export const manyNotes = (count: number): readonly ResolvedAnnotation[] =>
  Array.from({ length: count }, (_, index) => noteAt(index))

let revision = 0

/** All annotations of an article, as the core tells them. */
export function setAnnotations(of: string, resolved: readonly ResolvedAnnotation[]): void {
  expectAnnotations(of)
  takeAnnotations(of, resolved, { revision: ++revision, by: 'event' })
}

export interface Side {
  readonly side: HTMLElement
  readonly scroller: HTMLElement
  cards(): readonly HTMLElement[]
  /** The card of an annotation; null while it is not drawn. */
  card(index: number): HTMLElement | null
}

/** The notes of an article in a side of 300 × 600 px. */
export async function openNotes(resolved: readonly ResolvedAnnotation[]): Promise<Side> {
  usePanes.setState({
    panes: [{ key: 'pane', article, top: 0, size: null }],
    focused: 'pane',
    opened: new Map(),
  })
  useAnnotations.setState({ inHand: null, editing: null, drafts: new Map() })
  forgetAllAnnotations()
  setAnnotations(article, resolved)
  const side = document.createElement('div')
  side.style.cssText = 'width:300px;height:600px;position:relative'
  document.body.append(side)
  const root = createRoot(side)
  onTestFinished(() => {
    root.unmount()
    side.remove()
  })
  root.render(createElement(NotesSide))
  await settled()
  const scroller = side.querySelector<HTMLElement>('.notes-scroller')
  if (!scroller) throw new Error('the list is not there')
  const cards = () => [...side.querySelectorAll<HTMLElement>('li.card-place')]
  return {
    side,
    scroller,
    cards,
    card: (index) => {
      const { target } = resolved[index]?.annotation ?? {}
      const quote = cards().find((card) => card.querySelector('q')?.textContent === target?.exact)
      return quote ?? null
    },
  }
}

/** Some frames: what is drawn is measured, and what was measured is drawn. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 6; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve))
}

// That one broken thing never takes the window: it is said in its place, with a way to try again and
// the details to copy, for eye, key and screen reader.
import { type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Boundary, useFault } from '../../../src/renderer/parts/Boundary.tsx'
import { faultInWords } from '../../../src/renderer/parts/fault-words.ts'
import { watchFaults } from '../../../src/renderer/shell/watch-faults.ts'
import { useUi } from '../../../src/renderer/state/ui.ts'

let host: HTMLElement
let root: Root

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host, { onCaughtError: () => undefined })
  useUi.setState({ messages: [] })
})

afterEach(() => {
  root.unmount()
  host.remove()
})

const draw = (children: ReactNode): void => root.render(<StrictMode>{children}</StrictMode>)
const alertOf = async (): Promise<HTMLElement> =>
  vi.waitFor(() => {
    const alert = host.querySelector<HTMLElement>('[role=alert]')
    if (!alert) throw new Error('nothing is said')
    return alert
  })
const button = (name: string): HTMLButtonElement => {
  const found = [...host.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes(name),
  )
  if (!found) throw new Error(`no button ${name}`)
  return found
}

/** Throws while the note is bad. */
function Note({ note }: { note: string }) {
  if (note === 'bad') throw new Error('the note broke')
  return <button type="button">{note}</button>
}

it('says what is broken in its place, and leaves what is beside it alone', async () => {
  draw(
    <ul>
      <Boundary what="This note" shown="line" frame={(failure) => <li>{failure}</li>}>
        <Note note="bad" />
      </Boundary>
      <li>
        <Note note="good" />
      </li>
    </ul>,
  )
  const alert = await alertOf()
  expect(alert.textContent).toContain('This note cannot be shown.')
  expect(alert.parentElement?.tagName).toBe('LI')
  expect(host.querySelectorAll('li')).toHaveLength(2)
  expect(button('good').isConnected).toBe(true)
})

it('tries again when asked, and offers to load the window when that fails', async () => {
  let broken = true
  const Part = () => <Note note={broken ? 'bad' : 'good'} />
  draw(
    <Boundary what="This pane">
      <Part />
    </Boundary>,
  )
  await alertOf()
  button('Try again').click()
  await vi.waitFor(() => expect(button('Load the window again')).toBeTruthy())
  broken = false
  button('Try again').click()
  await vi.waitFor(() => expect(button('good')).toBeTruthy())
  expect(host.querySelector('[role=alert]')).toBeNull()
})

it('tries again by itself when what it is drawn from is another, and only then', async () => {
  const show = (note: string) =>
    draw(
      <Boundary what="This note" from={note}>
        <Note note={note} />
      </Boundary>,
    )
  show('good')
  await vi.waitFor(() => button('good'))
  show('bad')
  await alertOf()
  show('bad')
  expect((await alertOf()).textContent).toContain('This note')
  show('better')
  await vi.waitFor(() => button('better'))
})

it('takes the focus of who was inside, gives it back after, and steals nobody’s', async () => {
  const show = (note: string) =>
    draw(
      <>
        <button type="button">beside</button>
        <p>
          <Boundary what="This note" from={note}>
            <Note note={note} />
          </Boundary>
        </p>
      </>,
    )
  show('good')
  await vi.waitFor(() => button('good').focus())
  show('bad')
  const alert = await alertOf()
  await vi.waitFor(() => expect(document.activeElement).toBe(alert))
  show('good')
  await vi.waitFor(() => expect(document.activeElement).toBe(button('good')))
  button('beside').focus()
  show('bad')
  await alertOf()
  expect(document.activeElement).toBe(button('beside'))
})

it('copies what it is, the version, the stack and where it was', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  draw(
    <Boundary what="This note">
      <Note note="bad" />
    </Boundary>,
  )
  await alertOf()
  button('Copy the details').click()
  await vi.waitFor(() => expect(host.textContent).toContain('Copied'))
  const [details = ''] = copied.mock.calls[0] ?? []
  expect(details).toMatch(/^Parallax .*: This note\nError: the note broke/)
  expect(details).toContain('In:')
  expect(details).toContain('Note')
  copied.mockRejectedValueOnce(new Error('no permission'))
  button('Copy the details').click()
  await vi.waitFor(() => expect(host.querySelector('details')?.open).toBe(true))
  copied.mockRestore()
})

it('shows a fault that a listener brings to it', async () => {
  function Listening() {
    const onFault = useFault()
    return (
      <button type="button" onClick={() => onFault(new Error('from a listener'))}>
        press
      </button>
    )
  }
  draw(
    <Boundary what="The text">
      <Listening />
    </Boundary>,
  )
  await vi.waitFor(() => button('press').click())
  expect((await alertOf()).textContent).toContain('from a listener')
})

it('tells in a message of what only adorns, and leaves it away', async () => {
  draw(
    <Boundary what="Scrolling in step" shown="told">
      <Note note="bad" />
    </Boundary>,
  )
  await vi.waitFor(() =>
    expect(useUi.getState().messages).toMatchObject([
      { kind: 'error', text: 'Scrolling in step cannot be shown. The rest goes on.' },
    ]),
  )
  expect(host.textContent).toBe('')
})

it('tells of errors outside of drawing, once, and not of a late frame', () => {
  const target = new EventTarget() as Window & EventTarget
  const stop = watchFaults(target)
  const say = (message: string, error?: Error) =>
    target.dispatchEvent(new ErrorEvent('error', { message, error }))
  say('ResizeObserver loop completed with undelivered notifications.')
  expect(useUi.getState().messages).toEqual([])
  say('x', new Error('in a listener'))
  say('x', new Error('in a listener'))
  expect(useUi.getState().messages).toHaveLength(1)
  expect(useUi.getState().messages[0]?.detail).toContain('in a listener')
  useUi.setState({ messages: [] })
  const promise = Promise.resolve()
  target.dispatchEvent(
    new PromiseRejectionEvent('unhandledrejection', { promise, reason: 'in a promise' }),
  )
  expect(useUi.getState().messages[0]?.detail).toBe('in a promise')
  stop()
})

it('puts whatever was thrown into words, within bounds', () => {
  const round: { self?: unknown } = {}
  round.self = round
  const say = (thrown: unknown) => faultInWords({ what: 'This', thrown, version: '1' })
  for (const thrown of [round, undefined, null, Symbol('s'), 1n, '', { toJSON: () => undefined }])
    expect(say(thrown)).toContain('Parallax 1: This')
  expect(say('x'.repeat(1_000_000)).length).toBeLessThan(10_000)
})

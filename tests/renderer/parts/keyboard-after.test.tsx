// What has the keyboard once the part of the window that had it is gone.
import { useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { useKeyboardAfter } from '../../../src/renderer/parts/keyboard-after.ts'

async function draw(onGone: () => void = () => undefined) {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  const next = () => host.querySelector<HTMLElement>('[name=next]')
  function Bar({ onClear }: { readonly onClear: () => void }) {
    const bar = useRef<HTMLDivElement>(null)
    useKeyboardAfter(bar, next)
    return (
      <div ref={bar}>
        <button type="button" name="clear" onClick={onClear}>
          Clear
        </button>
      </div>
    )
  }
  function Page() {
    const [shown, setShown] = useState(true)
    const clear = () => {
      setShown(false)
      onGone()
    }
    return (
      <>
        {shown && <Bar onClear={clear} />}
        <button type="button" name="next">
          Next
        </button>
        <button type="button" name="other">
          Other
        </button>
      </>
    )
  }
  root.render(<Page />)
  await expect.poll(() => host.querySelector('[name=clear]')).not.toBeNull()
  return (name: string) => host.querySelector<HTMLButtonElement>(`[name=${name}]`)
}

const on = (): string | null | undefined => document.activeElement?.getAttribute('name')
const frames = () => new Promise((done) => setTimeout(done, 200))

it('is the next, when the part goes', async () => {
  const button = await draw()
  button('clear')?.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(on).toBe('next')
})

it('is what took it meanwhile', async () => {
  const button = await draw(() => queueMicrotask(() => button('other')?.focus()))
  button('clear')?.focus()
  await userEvent.keyboard('{Enter}')
  await frames()
  expect(on()).toBe('other')
})

it('stays where it is, when it was elsewhere', async () => {
  const button = await draw()
  button('other')?.focus()
  button('clear')?.click()
  await frames()
  expect(on()).toBe('other')
})

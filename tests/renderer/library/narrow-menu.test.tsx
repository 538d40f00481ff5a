// What the menu says that narrows the list, where there is nothing to choose.
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { installFakeCore } from '../actions/fake-core.ts'
import { noCounts } from '../list-rows.ts'

installFakeCore()

it('says of an empty library that there is nothing, else what nothing matches', async () => {
  const { NarrowMenu } = await import('../../../src/renderer/library/NarrowMenu.tsx')
  const { useCounts } = await import('../../../src/renderer/replica/counts.ts')
  const { useList } = await import('../../../src/renderer/state/list.ts')
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  useCounts.setState({ counts: noCounts })
  useList.setState({ open: 'narrow' })
  root.render(<NarrowMenu />)
  const words = () => document.querySelector('[role=dialog]')?.textContent
  await expect.poll(words).toBe('There is nothing to narrow by: the library has no articles yet.')
  await userEvent.keyboard('q')
  await expect.poll(words).toBe('Nothing matches “q”.')
})

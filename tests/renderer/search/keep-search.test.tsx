// A search is kept once, however often it is asked for.
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { installFakeCore } from '../actions/fake-core.ts'

const core = installFakeCore()

it('saves once while it is being saved, and again once that failed', async () => {
  const { KeepSearchDialog } = await import('../../../src/renderer/search/KeepSearchDialog.tsx')
  const { useKeptSearchDraft } = await import('../../../src/renderer/state/kept-search.ts')
  useKeptSearchDraft.setState({ draft: { id: null, name: 'Bridges', query: 'bridge' } })
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<KeepSearchDialog />)
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT')
  // What is typed takes the place of the name that was proposed.
  await userEvent.keyboard('Piers')
  await userEvent.keyboard('{Enter}{Enter}')
  const first = await core.next('search-keep')
  expect(first.arg).toMatchObject({ name: 'Piers', query: 'bridge' })
  expect(core.waiting).toEqual([])
  first.refuse({ code: 'io', message: 'The disk is full.', advice: 'Make room.' })
  await expect
    .poll(() => document.querySelector('[role=alert]')?.textContent)
    .toBe('The disk is full. Make room.')
  await userEvent.keyboard('{Enter}')
  await core.next('search-keep')
})

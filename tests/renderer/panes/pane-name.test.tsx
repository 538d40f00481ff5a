// What a pane is called while its article is being opened.
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { articleOf, installFakeCore } from '../actions/fake-core.ts'
import { idOf, rowOf } from '../list-rows.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/actions/articles.ts')),
  ...(await import('../../../src/renderer/panes/PaneView.tsx')),
  ...(await import('../../../src/renderer/replica/rows.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
  ...(await import('../../../src/renderer/client/api.ts')),
  ...(await import('../../../src/renderer/state/panes.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const id = idOf(1)
const library = '/library'

beforeAll(async () => {
  page = await load()
})

beforeEach(() => {
  core.waiting.length = 0
  core.always('records-get', () => ({ records: [] }))
  core.always('rows-get', () => ({ rows: [{ ...rowOf(id), state: 'unread' }] }))
  page.beginShowing(library, 0)
  page.api.showLibrary(library)
  page.beginRows()
  page.usePanes.setState({ panes: [], focused: null, opened: new Map() })
})

function open() {
  page.addPane(id)
  void page.loadArticle(id)
  const [pane] = page.usePanes.getState().panes
  if (!pane) throw new Error('no pane')
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<page.PaneView pane={pane} />)
  const seen: (string | undefined)[] = []
  const heading = () => host.querySelector('h2')?.textContent ?? undefined
  const observer = new MutationObserver(() => seen.push(heading()))
  observer.observe(host, { subtree: true, childList: true, characterData: true })
  return { heading, seen, host }
}

it('is called by no other name until its title is there', async () => {
  const { heading, seen, host } = open()
  const asked = await core.next('article-open')
  await expect.poll(() => page.rowOf(id)?.state).toBe('unread')
  await expect.poll(heading).toBe('Article')
  expect(host.querySelector('h2 > .unseen')).not.toBeNull()
  asked.answer({ ...articleOf(id), title: 'The bridge' }, 1)
  await expect.poll(heading).toBe('The bridge')
  expect(new Set(seen)).toEqual(new Set(['Article', 'The bridge']))
})

it('is called by its file where it has no title, and where it cannot be opened', async () => {
  const { heading } = open()
  ;(await core.next('article-open')).answer(articleOf(id), 1)
  await expect.poll(heading).toBe(`${id}.txt`)
  page.usePanes.setState({ panes: [], opened: new Map() })
  const other = open()
  ;(await core.next('article-open')).refuse({ code: 'io', message: 'No.', advice: 'Wait.' })
  await expect.poll(other.heading).toBe(`${id}.txt`)
})

// The left side while the library is searched, by key: the box, what is kept, what could be typed.
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { SearchAnswer } from '../../../src/shared/model/search.ts'
import { installFakeCore } from '../actions/fake-core.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/client/api.ts')),
  ...(await import('../../../src/renderer/replica/records.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
  ...(await import('../../../src/renderer/search/SearchSide.tsx')),
  ...(await import('../../../src/renderer/state/search.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const home = '/library'
const bridges = { id: 'a', name: 'Bridges', query: 'bridge', modified: '' }
const nothing: SearchAnswer = { problems: [], total: 0, articles: [], left: null }

beforeAll(async () => {
  page = await load()
})

beforeEach(() => {
  core.always('records-get', () => ({ records: [{ key: 'a', record: bridges }] }))
  core.always('search-run', () => nothing)
  core.always('search-suggest', () => ({ hint: null, suggestions: [] }))
  page.beginShowing(home, 0)
  page.api.showLibrary(home)
  page.beginRecords()
  page.beginSearch()
})

async function open() {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<page.SearchSide />)
  page.showSearch()
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT')
  return host
}

const on = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
const box = 'Search texts, notes and tags'
const press = (key: string) => userEvent.keyboard(key)

it('leads by the arrow down to the searches that are kept, and up and by Escape back', async () => {
  const host = await open()
  await expect.poll(() => host.querySelector('.kept-row')).not.toBeNull()
  await press('{ArrowDown}')
  await expect.poll(on).toContain('Bridges')
  await press('{ArrowUp}')
  await expect.poll(on).toBe(box)
  await press('{ArrowDown}')
  await press('{Escape}')
  await expect.poll(on).toBe(box)
})

it('leaves Escape to a menu that is open, and goes to no text once the last is deleted, so that it can be undone', async () => {
  const host = await open()
  await expect.poll(() => host.querySelector('.kept-row')).not.toBeNull()
  await press('{ArrowDown}')
  await press('{ArrowRight}')
  await expect.poll(on).toBe('Actions for Bridges')
  await press('{Enter}')
  await expect.poll(() => document.querySelector('[role=menu]')).not.toBeNull()
  await press('{Escape}')
  await expect.poll(() => document.querySelector('[role=menu]')).toBeNull()
  await expect.poll(on).toContain('Bridges')
  page.changeRecords(
    { kind: 'kept-search', changed: [], removed: ['a'] },
    { revision: 5, by: 'event' },
  )
  await expect.poll(on).toMatch(/^(Keep this search…|Back to the library)$/)
})

it('calls it no mistake that nothing stands behind an operator whose values are offered', async () => {
  const host = await open()
  const problem = {
    start: 0,
    end: 7,
    message: 'Nothing stands behind outlet:',
    advice: 'Write it directly behind the colon.',
    refused: false,
  }
  const found = { ...nothing, problems: [problem] }
  page.useSearch.setState({ query: 'outlet:', foundFor: 'outlet:', found })
  await expect.poll(() => host.querySelector('.search-problems')).not.toBeNull()
  const edit = { start: 7, end: 7, text: '"Herald" ', caret: 16 }
  const value = { kind: 'value', label: 'Herald', explanation: '1 article', edit } as const
  page.useSearch.setState({ suggestions: { hint: null, suggestions: [value] } })
  await expect.poll(() => host.querySelector('.search-problems')).toBeNull()
})

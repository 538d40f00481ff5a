// Marking articles as read: those that are meant, as often as the key is pressed, and said where many are.
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/shared/model/defaults.ts'
import type { ReadingState } from '../../../src/shared/search/ast.ts'
import { idOf } from '../list-rows.ts'
import { articleOf, installFakeCore, libraryOf } from './fake-core.ts'
import { answerRows } from './rows.ts'

const core = installFakeCore()
answerRows(core)
const load = async () => ({
  ...(await import('../../../src/renderer/actions/reading.ts')),
  ...(await import('../../../src/renderer/actions/start.ts')),
  ...(await import('../../../src/renderer/replica/records.ts')),
  ...(await import('../../../src/renderer/state/search.ts')),
  ...(await import('../../../src/renderer/state/stories.ts')),
  ...(await import('../../../src/renderer/state/ui.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const [a, b, c] = [idOf(1), idOf(2), idOf(3)]
const home = '/home'
let revision = 0

beforeAll(async () => {
  page = await load()
  core.always('article-open', ({ article }) => articleOf(article))
  const started = page.start()
  const capabilities = {
    folderDialog: false,
    saveDialog: false,
    nativeMenu: false,
    openLinks: false,
  }
  const asked = await core.next('app-start')
  asked.answer(
    {
      version: '0',
      platform: 'linux',
      capabilities,
      settings: defaultSettings,
      recent: [],
      library: null,
      firstStart: false,
      notices: [],
    },
    0,
  )
  await started
  core.tell('library-opened', libraryOf(home, [a]), home, ++revision)
})

beforeEach(() => {
  page.forgetMarked()
  page.hideSearch()
  page.useUi.setState({ left: true, narrow: false, focusMode: false, messages: [] })
  page.useStories.setState({ chosen: new Set() })
})

const choose = (...ids: string[]): void => page.useStories.setState({ chosen: new Set(ids) })

async function asked() {
  const call = await core.next('reading-set')
  return { ...call, done: () => call.answer({ articles: call.arg.articles.length }, revision) }
}

const told = (id: string, state: ReadingState): void => {
  const article = { id, path: `${id}.txt`, sha256: '' }
  const record = { article, state, modified: '2026-01-01T00:00:00.000Z' }
  core.tell(
    'records-changed',
    { kind: 'reading', changed: [{ key: id, record }], removed: [] },
    home,
    ++revision,
  )
}

it('marks what is chosen while the list is in sight, and says of many how to go back', async () => {
  choose(b, c)
  page.markChosen('read')
  const both = await asked()
  expect(both.arg).toEqual({ articles: [b, c], state: 'read' })
  both.done()
  await expect
    .poll(() => page.useUi.getState().messages.map(({ text }) => text))
    .toEqual(['2 articles are marked as read. Undo takes it back.'])
})

it('marks the article in focus while the list, and what is chosen in it, is out of sight', async () => {
  choose(b, c)
  const away = [
    () => page.useUi.setState({ left: false }),
    () => page.useUi.setState({ left: true, narrow: true, drawer: null }),
    () => page.useUi.setState({ narrow: false, focusMode: true }),
    () => {
      page.useUi.setState({ focusMode: false })
      page.showSearch()
    },
  ]
  for (const hide of away) {
    hide()
    page.markChosen('read')
    const one = await asked()
    expect(one.arg).toEqual({ articles: [a], state: 'read' })
    one.done()
  }
})

it('goes on from what was sent last while no answer is there, and from the record after', async () => {
  page.markNext()
  page.markNext()
  const [first, second] = [await asked(), await asked()]
  expect([first.arg.state, second.arg.state]).toEqual(['reading', 'read'])
  told(a, 'reading')
  first.done()
  page.markNext()
  const third = await asked()
  expect(third.arg.state).toBe('new')
  told(a, 'read')
  second.done()
  told(a, 'new')
  third.done()
  // Another window marks it.
  told(a, 'reading')
  page.markNext()
  const fourth = await asked()
  expect(fourth.arg.state).toBe('read')
  fourth.refuse({ code: 'io', message: 'The disk is full.', advice: 'Make room.' })
  await expect.poll(() => page.useUi.getState().messages.length).toBe(1)
  page.markNext()
  expect((await asked()).arg.state).toBe('read')
})

it('chooses no more what has left the library', () => {
  choose(a, b, c)
  const { info } = libraryOf(home)
  const gone = { info, changed: [], removed: [b], more: false }
  core.tell('library-changed', gone, home, ++revision)
  expect([...page.useStories.getState().chosen]).toEqual([a, c])
})

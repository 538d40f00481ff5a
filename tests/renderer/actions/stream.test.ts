// A window and its core: answers and events that overtake each other, other windows that open other
// libraries, connections that are lost. Nothing that was acknowledged vanishes or goes elsewhere.
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { OpenLibrary } from '../../../src/shared/calls/library.ts'
import type { AppError } from '../../../src/shared/errors.ts'
import { defaultSettings } from '../../../src/shared/model/defaults.ts'
import { idOf, listedAt } from '../list-rows.ts'
import { annotationOf, articleOf, installFakeCore, libraryOf } from './fake-core.ts'
import { answerRows } from './rows.ts'

const core = installFakeCore()
answerRows(core)
const load = async () => ({
  ...(await import('../../../src/renderer/actions/annotate.ts')),
  ...(await import('../../../src/renderer/actions/articles.ts')),
  ...(await import('../../../src/renderer/actions/enter.ts')),
  ...(await import('../../../src/renderer/actions/open.ts')),
  ...(await import('../../../src/renderer/actions/start.ts')),
  ...(await import('../../../src/renderer/replica/annotations.ts')),
  ...(await import('../../../src/renderer/replica/history.ts')),
  ...(await import('../../../src/renderer/replica/library.ts')),
  ...(await import('../../../src/renderer/replica/rows.ts')),
  ...(await import('../../../src/renderer/state/annotations.ts')),
  ...(await import('../../../src/renderer/state/last-words.ts')),
  ...(await import('../../../src/renderer/state/panes.ts')),
  ...(await import('../../../src/renderer/state/ui.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const appStart = (library: OpenLibrary | null) => ({
  version: '0',
  platform: 'linux',
  capabilities: { folderDialog: false, saveDialog: false, nativeMenu: false, openLinks: false },
  settings: defaultSettings,
  recent: [],
  library,
  firstStart: false,
  notices: [],
})

const a = idOf(10)
const made = annotationOf(1)

/** Each test goes on in the life of the same core. */
let revision = 100
/** The library of this test, with the article `a` in a pane. */
let home = ''
let tests = 0
let shownAtStart: readonly AppError[] = []
const problem: AppError = { code: 'io', message: 'Something is wrong.', advice: 'Look.' }

/** Begins the test's library, as if another window had opened it. */
function enter(path: string, open: readonly string[]): void {
  core.tell('library-opened', libraryOf(path, open), path, ++revision)
}

const notesOf = (article: string) =>
  page.annotationsOf(page.useAnnotated.getState(), article).map(({ annotation }) => annotation.id)

const highlightTold = (article: string, library = home): void =>
  core.tell(
    'annotations-changed',
    {
      article,
      unplaced: false,
      whole: false,
      changed: [made],
      removed: [],
      annotations: 1,
      notes: 0,
    },
    library,
    ++revision,
  )

beforeAll(async () => {
  page = await load()
  const started = page.start()
  const asked = await core.next('app-start')
  // What is told while the answer is on its way overtakes it, and counts.
  core.tell(
    'library-changed',
    {
      info: { ...libraryOf('/first').info, problems: [problem] },
      changed: [],
      removed: [],
      more: false,
    },
    '/first',
    7,
  )
  asked.answer(appStart(libraryOf('/first')), 0)
  await started
  shownAtStart = page.useLibrary.getState().info?.problems ?? []
})

beforeEach(async () => {
  home = `/library ${++tests}`
  enter(home, [a])
  await expect.poll(() => core.waiting.some(({ library }) => library === home)).toBe(true)
  const opened = await core.next('article-open')
  opened.answer(articleOf(a), revision)
  await expect.poll(() => page.openedArticle(a)).not.toBeNull()
  core.waiting.length = 0
})

it('shows what was told before the answer that shows its library', () =>
  expect(shownAtStart).toEqual([problem]))

it('keeps a highlight when a re-read that was begun before it is answered after it', async () => {
  const begun = revision
  const release = page.holdRows([a])
  await expect.poll(() => page.rowOf(a)).toBeDefined()
  const reread = page.loadArticle(a, 'whole')
  const asked = await core.next('article-open')
  highlightTold(a)
  expect(notesOf(a)).toEqual([made.annotation.id])
  asked.answer(articleOf(a, [], 'The bridge is open.'), begun)
  await reread
  expect(notesOf(a)).toEqual([made.annotation.id])
  // Its text counts: it is the latest that was asked for.
  expect(page.openedArticle(a)?.text).toBe('The bridge is open.')
  expect(page.rowOf(a)?.annotations).toBe(1)
  release()
})

it('shows the text of the latest of two answers, whichever comes last', async () => {
  const [first, second] = [page.loadArticle(a, 'whole'), page.loadArticle(a, 'whole')]
  const [one, two] = [await core.next('article-open'), await core.next('article-open')]
  two.answer(articleOf(a, [], 'The newer text.'), revision)
  await second
  one.answer(articleOf(a, [], 'The older text.'), revision)
  await first
  expect(page.openedArticle(a)?.text).toBe('The newer text.')
})

it('drops what is answered or told of a library that it left, also of the same article', async () => {
  const late = page.loadArticle(a, 'whole')
  const asked = await core.next('article-open')
  const other = `${home}, another`
  enter(other, [a])
  asked.answer(articleOf(a, [annotationOf(2)]), revision)
  await late
  highlightTold(a, home)
  expect(notesOf(a)).toEqual([])
  const fresh = await core.next('article-open')
  expect(fresh.library).toBe(other)
  fresh.answer(articleOf(a), revision)
  await expect.poll(() => page.openedArticle(a)).not.toBeNull()
  expect(notesOf(a)).toEqual([])
})

it('says its last words in the name of the library that it leaves, then that it left', async () => {
  const done = page.registerLastWord(() => page.saveNote(a, made.annotation.id, 'typed just now'))
  const other = `${home}, another`
  enter(other, [])
  done()
  expect(page.useLibrary.getState().info?.path).toBe(other)
  const saved = await core.next('annotations-update')
  expect(saved).toMatchObject({ library: home, arg: { patch: { note: 'typed just now' } } })
  const session = await core.next('session-save')
  expect(session.arg).toMatchObject({ library: home, session: { panes: [{ article: a }] } })
  expect(core.waiting.map(({ name }) => name)).not.toContain('library-left')
  session.answer({}, revision)
  saved.answer([], revision)
  expect(await core.next('library-left')).toMatchObject({ arg: { library: home } })
  expect(page.useAnnotations.getState().drafts.size).toBe(0)
})

it('leaves the dialog in front that was opened while a library was', async () => {
  const again = page.openSample()
  const asked = await core.next('sample-open')
  page.openDialog('palette')
  asked.answer(libraryOf(home, [a]), revision)
  await again
  expect(page.useUi.getState().dialog).toBe('palette')
  page.closeDialog()
})

it('closes the dialog that a library was opened from', async () => {
  page.openDialog('open-folder')
  const again = page.openLibraryAt(home)
  ;(await core.next('library-open')).answer(libraryOf(home, [a]), revision)
  await again
  expect(page.useUi.getState().dialog).toBe(null)
})

it('gives the words of a note that cannot be saved any more', async () => {
  const saved = page.saveNote(a, made.annotation.id, 'words worth keeping')
  const asked = await core.next('annotations-update')
  const message = 'It is not open any more.'
  asked.refuse({ code: 'library-changed', message, advice: 'x', path: home })
  const snapshot = await core.next('app-start')
  const other = `${home}, another`
  snapshot.answer(appStart(libraryOf(other)), ++revision)
  expect(await saved).toBe(false)
  expect(page.useUi.getState().messages.at(-1)).toMatchObject({
    kind: 'error',
    text: expect.stringContaining('words worth keeping'),
    detail: 'words worth keeping',
  })
  expect([...page.useAnnotations.getState().drafts.values()]).toContain('words worth keeping')
  expect(page.useLibrary.getState().info?.path).toBe(other)
  page.useAnnotations.setState({ drafts: new Map() })
  page.useUi.setState({ messages: [] })
})

it('shows after a lost connection what is open now, and writes into nothing else', async () => {
  core.reconnect()
  const snapshot = await core.next('app-start')
  const other = `${home}, another`
  // Until it knows better it names the library that it shows, and the core refuses.
  const saved = page.changeAnnotation(a, made.annotation.id, { color: 'red' })
  const early = await core.next('annotations-update')
  expect(early.library).toBe(home)
  snapshot.answer(appStart(libraryOf(other, [a])), ++revision)
  await expect.poll(() => page.useLibrary.getState().info?.path).toBe(other)
  expect(await core.next('article-open')).toMatchObject({ library: other, arg: { article: a } })
  early.refuse({ code: 'library-changed', message: 'Not open any more.', advice: 'x' })
  expect(await saved).toBe(false)
  const later = page.changeAnnotation(a, made.annotation.id, { color: 'blue' })
  const asked = await core.next('annotations-update')
  expect(asked.library).toBe(other)
  asked.answer([], revision)
  expect(await later).toBe(true)
  page.useUi.setState({ messages: [] })
})

it('asks again for all it shows after a lost connection, and keeps its panes', async () => {
  core.reconnect()
  const snapshot = await core.next('app-start')
  revision += 5
  snapshot.answer(appStart(libraryOf(home)), revision)
  const asked = await core.next('article-open')
  asked.answer(articleOf(a, [made]), revision)
  await expect.poll(() => notesOf(a)).toEqual([made.annotation.id])
  expect(page.usePanes.getState().panes.map(({ article }) => article)).toEqual([a])
})

it('asks for nothing that no pane shows, and for nothing twice that did not change', async () => {
  for (let number = 20; number < 44; number++) {
    const opening = page.openArticle(idOf(number))
    ;(await core.next('article-open')).answer(articleOf(idOf(number)), revision)
    await opening
    page.removePane(page.usePanes.getState().focused ?? '')
  }
  expect([...page.usePanes.getState().opened.keys()]).toEqual([a])
  expect([...page.useAnnotated.getState().byArticle.keys()]).toEqual([a])
  core.waiting.length = 0
  const shown = page.openedArticle(a)
  const looked = page.refreshLibrary(false)
  ;(await core.next('library-refresh')).answer({}, revision)
  const asked = await core.next('article-refresh')
  expect(asked.arg).toEqual({ article: a, version: shown?.version })
  asked.answer(null, revision)
  await looked
  expect(core.waiting.filter(({ name }) => name !== 'session-save')).toEqual([])
  expect(page.openedArticle(a)).toBe(shown)
})

it('deletes what is being made before it undoes what is asked for after that', async () => {
  core.tell('history-changed', { undo: 'Highlight', redo: null }, home, ++revision)
  page.takeInHand({ article: a, id: made.annotation.id })
  const deleting = page.deleteInHand()
  const undoing = page.undo()
  const first = await core.next('annotations-delete')
  expect(core.waiting.map(({ name }) => name)).not.toContain('history-undo')
  first.answer({}, revision)
  await deleting
  ;(await core.next('history-undo')).answer({ undo: null, redo: null, said: null }, revision)
  await undoing
})

it('takes what is told of the history in its order', async () => {
  core.tell('history-changed', { undo: 'Highlight', redo: null }, home, ++revision)
  const travelled = page.undo()
  const asked = await core.next('history-undo')
  core.tell('history-changed', { undo: null, redo: 'Highlight' }, home, ++revision)
  asked.answer({ undo: 'older', redo: null, said: null }, revision - 1)
  await travelled
  expect(page.useHistory.getState()).toMatchObject({ undo: null, redo: 'Highlight' })
})

const tellMore = () => {
  const { info } = libraryOf(home)
  core.tell('library-changed', { info, changed: [], removed: [], more: true }, home, ++revision)
}

it('reads what is open again when it was told only some of what changed', async () => {
  const shown = page.openedArticle(a)
  tellMore()
  const asked = await core.next('article-refresh')
  expect(asked.arg).toEqual({ article: a, version: shown?.version })
  asked.answer(articleOf(a, [], 'The bridge is open.'), revision)
  await expect.poll(() => page.openedArticle(a)?.text).toBe('The bridge is open.')
})

it('shows what stands for a file now when it was not told that what it shows is gone', async () => {
  const part = idOf(11)
  core.always('rows-get', () => ({ rows: [] }))
  core.always('rows-page', ({ query }) => {
    const listed = listedAt(11, { path: articleOf(a).path })
    const rows = query.filter === articleOf(a).path ? [listed] : []
    return { total: rows.length, rows, groups: [] }
  })
  tellMore()
  const asked = await core.next('article-open')
  answerRows(core)
  expect(asked.arg).toEqual({ article: part })
  asked.answer(articleOf(part), revision)
  await expect.poll(() => page.openedArticle(part)).not.toBeNull()
  expect(page.usePanes.getState().panes.map(({ article }) => article)).toEqual([part])
})

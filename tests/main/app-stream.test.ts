// What windows may rely on while they all hear one core: each thing told in its order and of its
// library, and a last word to the library that is left.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { EventData } from '../../src/shared/calls.ts'
import { listedRows, startApp } from './app-support.ts'
import { bridge, fileOf, folderOf, harbour } from './library/support.ts'

/** An app with one of two libraries open, and a highlight in it. */
async function withHighlight() {
  const [one, two] = [await folderOf({ 'a.txt': bridge }), await folderOf({ 'b.txt': harbour })]
  const windows = ['one', 'two']
  const started = await startApp({ windows: () => windows }, { library: one })
  const { call } = started
  await call('app-start')
  await call('library-refresh')
  const [row] = await listedRows(started, 1)
  const article = row?.id ?? ''
  const { text } = await call('article-open', { article })
  const start = text.indexOf('cracks')
  const draft = { article, start, end: start + 6, color: 'red' }
  const made = await call('annotations-create', draft)
  return { ...started, one, two, windows, article, draft, id: made.annotation.id }
}

it('a note that was being typed when another window opened another library is kept', async () => {
  const { call, ask, error, one, two, article, id } = await withHighlight()
  await call('library-open', { path: two }, { window: 'two' })
  const typed = { article, ids: [id], patch: { note: 'typed in the last moment' } }
  await call('annotations-update', typed, { library: one })
  expect(await fileOf(one, article)).toContain('typed in the last moment')
  await call('library-left', { library: one }, { window: 'two' })
  expect((await ask('tags-list', {}, { library: one })).ok).toBe(true)
  await call('library-left', { library: one }, { window: 'one' })
  const late = { article, ids: [id], patch: { note: 'too late' } }
  expect((await error('annotations-update', late, { library: one })).code).toBe('library-changed')
  await expect.poll(() => readdir(join(one, '.parallax'))).not.toContain('lock')
  expect(await fileOf(one, article)).not.toContain('too late')
})

it('a window that missed a change of library cannot write into the other one', async () => {
  const { call, error, one, two, draft } = await withHighlight()
  // Both hold the same article: ids come from the content.
  const copy = await folderOf({ 'a.txt': bridge })
  await call('library-open', { path: two })
  await call('library-open', { path: copy })
  for (const window of ['one', 'two']) await call('library-left', { library: one }, { window })
  expect(await error('annotations-create', draft, { library: one })).toMatchObject({
    code: 'library-changed',
    path: one,
  })
  expect(await readdir(join(copy, '.parallax'))).not.toContain('annotations')
})

it('a library that is opened again while it is held stays writable', async () => {
  const { call, one, two, article, id } = await withHighlight()
  await call('library-open', { path: two })
  const again = await call('library-open', { path: one })
  expect(again.info.readOnly).toBeNull()
  // What a window says of the time before does not close it.
  for (const window of ['one', 'two']) await call('library-left', { library: one }, { window })
  await call('annotations-update', { article, ids: [id], patch: { note: 'here again' } })
  expect(await fileOf(one, article)).toContain('here again')
})

it('closing the app waits for what is being written to a library that was left', async () => {
  const { app, call, ask, one, two, article, id } = await withHighlight()
  await call('library-open', { path: two })
  const typed = { article, ids: [id], patch: { note: 'the very last word' } }
  const saved = ask('annotations-update', typed, { library: one })
  await app.close()
  expect((await saved).ok).toBe(true)
  expect(await fileOf(one, article)).toContain('the very last word')
  expect(await readdir(join(one, '.parallax'))).not.toContain('lock')
})

it('every event has a higher revision than the one before, and names its library', async () => {
  const { call, stream, one, two, article, id } = await withHighlight()
  await call('library-open', { path: two })
  await call('annotations-delete', { article, ids: [id] }, { library: one })
  const revisions = stream.map(({ at }) => at.revision)
  expect(revisions).toEqual(revisions.map((_, index) => index + 1))
  const opened = stream.findLastIndex(({ event }) => event === 'library-opened')
  expect(stream[opened]?.at.library).toBe(two)
  const after = stream.slice(opened + 1)
  expect(after.find(({ event }) => event === 'annotations-changed')?.at.library).toBe(one)
})

it('an answer is never newer than what was told before it began', async () => {
  const { ask, stream, article, draft } = await withHighlight()
  const told = stream.at(-1)?.at.revision ?? 0
  const [opened, made] = await Promise.all([
    ask('article-open', { article }),
    ask('annotations-create', draft),
  ])
  expect([opened.at.revision, made.at.revision]).toEqual([told, told])
  expect(stream.at(-1)?.at.revision).toBeGreaterThan(told)
})

it('one annotation among many is told as one, and a change on disk as all', async () => {
  const { call, stream, article, draft, id } = await withHighlight()
  const changes = (): EventData<'annotations-changed'>[] =>
    stream
      .filter(({ event }) => event === 'annotations-changed')
      .map(({ data }) => data as EventData<'annotations-changed'>)
  await call('annotations-add', { drafts: Array.from({ length: 50 }, () => draft) })
  expect(changes().at(-1)).toMatchObject({ article, whole: false, removed: [], annotations: 51 })
  expect(changes().at(-1)?.changed.length).toBe(50)
  await call('annotations-update', { article, ids: [id], patch: { note: 'n' } })
  expect(changes().at(-1)).toMatchObject({ whole: false, annotations: 51, notes: 1 })
  expect(
    changes()
      .at(-1)
      ?.changed.map(({ annotation }) => annotation.id),
  ).toEqual([id])
  await call('annotations-delete', { article, ids: [id] })
  expect(changes().at(-1)).toMatchObject({ changed: [], removed: [id], annotations: 50, notes: 0 })
  await call('history-undo')
  expect(changes().at(-1)).toMatchObject({ removed: [], annotations: 51, notes: 1 })
  expect(
    changes()
      .at(-1)
      ?.changed.map(({ annotation }) => annotation.id),
  ).toEqual([id])
})

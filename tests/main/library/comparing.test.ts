// Comparing articles of a library: of one state of each, from memory where nothing changed.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOwnComparer } from '../../../src/main/work/comparer.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'
import type { Comparison } from '../../../src/shared/model/comparison.ts'
import { bridge, errorOf, folderOf, harbour, idAt, must, open, openAt, put } from './support.ts'

const other =
  'Bridge closed\n\nThe Quay Street bridge was closed on Monday by engineers, who found cracks in two arches.\n\nSign up for our letter.\n'

async function started() {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': other, 'c.txt': harbour })
  const own = createOwnComparer()
  const seen: string[] = []
  let before: () => Promise<unknown> = async () => undefined
  const opened = await open(folder, {
    work: {
      ...ownThreadWork,
      comparer: {
        ...own,
        async compare(key, articles) {
          seen.push(key)
          await before()
          return own.compare(key, articles)
        },
      },
    },
  })
  const ids = ['a.txt', 'b.txt'].map((path) => idAt(opened.library, path))
  return {
    ...{ ...opened, folder, seen, ids },
    a: ids[0] ?? '',
    /** Something that happens while the next comparisons are under way. */
    meanwhile: (done: () => Promise<unknown>) => {
      before = done
    },
  }
}

const tellsOf = ({ links }: Comparison): number => links.length

describe('a comparison of articles of the library', () => {
  it('is answered from memory while the articles are as they were', async () => {
    const { library, ids, seen } = await started()
    const first = must(await library.compare(ids))
    expect(tellsOf(first)).toBeGreaterThan(0)
    expect(must(await library.compare(ids))).toEqual(first)
    expect(seen).toHaveLength(1)
    must(await library.compare([...ids].reverse()))
    expect(seen).toHaveLength(2)
  })

  it('is made anew after a correction of furniture, date or language, and after a change', async () => {
    const { folder, library, ids, a, seen } = await started()
    must(await library.compare(ids))
    must(await library.correct({ article: a, meta: { language: 'fr' } }))
    expect(must(await library.compare(ids)).articles[0]?.language).toBe('fr')
    must(await library.correct({ article: a, meta: { published: '2026-03-04' } }))
    must(await library.compare(ids))
    const { text } = await openAt(library, 'a.txt')
    const at = { start: text.indexOf('The council'), end: text.length, furniture: true }
    must(await library.correct({ article: a, furniture: at }))
    const marked = must(await library.compare(ids)).articles[0]?.sentences
    expect(marked?.at(-1)?.furniture).toBe(true)
    await put(folder, { 'a.txt': `${bridge}\nMore later.\n` })
    must(await library.compare(ids))
    expect(seen).toHaveLength(5)
    // Back to what was compared before.
    must(await library.undo())
    await put(folder, { 'a.txt': bridge })
    must(await library.compare(ids))
    expect(seen).toHaveLength(5)
  })

  it('is of one state of an article that changes meanwhile, and says of which', async () => {
    const { folder, library, ids, meanwhile } = await started()
    const { textHash, text } = await openAt(library, 'a.txt')
    meanwhile(() => writeFile(join(folder, 'a.txt'), 'Quite another text\n\nOf other words.\n'))
    const old = must(await library.compare(ids))
    expect(old.articles[0]?.textHash).toBe(textHash)
    expect(old.articles[0]?.sentences.at(-1)?.end).toBeLessThanOrEqual(text.length)
    meanwhile(async () => undefined)
    const now = must(await library.compare(ids))
    expect(now.articles[0]?.textHash).toBe((await openAt(library, 'a.txt')).textHash)
    expect(now.articles[0]?.textHash).not.toBe(textHash)
  })

  it('names an article that cannot be had', async () => {
    const { folder, library, ids, a } = await started()
    must(await library.saveStory({ id: null, name: 'One', articles: ids }))
    await rm(join(folder, 'a.txt'))
    await library.refresh()
    const gone = errorOf(await library.compare(ids))
    expect(gone).toMatchObject({ code: 'not-found', path: 'a.txt' })
    expect(gone.message).toContain('“a.txt”')
    await put(folder, { 'a.txt': '\n' })
    await library.refresh()
    await library.whenRead()
    expect(idAt(library, 'a.txt')).toBe(a)
    const empty = errorOf(await library.compare(ids))
    expect(empty.code).toBe('empty-file')
    expect(empty.message).toContain('a.txt')
  })

  it('is ended by one of other articles, also before it began', async () => {
    const { library, ids, a } = await started()
    const third = idAt(library, 'c.txt')
    const [first, later] = [library.compare(ids), library.compare([a, third])]
    expect(errorOf(await first).code).toBe('stopped')
    must(await later)
    const halted = library.compare(ids)
    library.stopComparing()
    expect(errorOf(await halted).code).toBe('stopped')
  })

  it('says why, the reader’s own word first', async () => {
    const { library, ids } = await started()
    const { articles } = must(await library.compare(ids))
    const [a, b] = [
      { article: 0, sentence: 1 },
      { article: 1, sentence: 1 },
    ]
    const before = must(await library.explain({ articles: ids, a, b }))
    const side = (at: 0 | 1) => ({
      ...{ article: ids[at] ?? '', textHash: articles[at]?.textHash ?? '' },
      start: articles[at]?.sentences[1]?.start ?? 0,
      end: articles[at]?.sentences[1]?.end ?? 0,
    })
    must(await library.judge({ a: side(0), b: side(1), verdict: 'yes' }))
    const yes = must(await library.explain({ articles: ids, a: b, b: a }))
    expect(yes.reasons[0]).toEqual({ kind: 'reader', verdict: 'yes' })
    expect(yes.reasons).toHaveLength(before.reasons.length + 1)
    must(await library.judge({ a: side(0), b: side(1), verdict: 'no' }))
    const no = must(await library.explain({ articles: ids, a, b }))
    expect(no.cautions[0]).toEqual({ kind: 'reader', verdict: 'no' })
  })
})

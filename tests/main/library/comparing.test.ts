// Comparing articles of a library: of one state of each, from memory where nothing changed.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createOwnComparer } from '../../../src/main/work/comparer.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'
import { readWhole } from '../../../src/shared/comparison/read-whole.ts'
import type { Comparison } from '../../../src/shared/model/comparison.ts'
import {
  bridge,
  compared,
  comparisonOf,
  errorOf,
  folderOf,
  harbour,
  idAt,
  must,
  open,
  openAt,
  put,
} from './support.ts'

const other =
  'Bridge closed\n\nThe Quay Street bridge was closed on Monday by engineers, who found cracks in two arches.\n\nSign up for our letter.\n'

async function started() {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': other, 'c.txt': harbour })
  let own = createOwnComparer()
  const seen: string[] = []
  let before: () => Promise<unknown> = async () => undefined
  const opened = await open(folder, {
    work: {
      ...ownThreadWork,
      comparer: {
        stop: () => undefined,
        close: async () => undefined,
        ask: (id, question) => own.ask(id, question),
        async make(id, articles) {
          seen.push(id)
          await before()
          return own.make(id, articles)
        },
      },
    },
  })
  const ids = ['a.txt', 'b.txt'].map((path) => idAt(opened.library, path))
  return {
    ...{ ...opened, folder, seen, ids },
    a: ids[0] ?? '',
    /** What threads do that were idle for long. */
    forget: () => {
      own = createOwnComparer()
    },
    /** Something that happens while the next comparisons are under way. */
    meanwhile: (done: () => Promise<unknown>) => {
      before = done
    },
  }
}

/** A promise that waits until it is let through. */
function gate() {
  let open = (): void => undefined
  const passed = new Promise<void>((done) => {
    open = done
  })
  return { passed, open: () => open() }
}

/** The second sentences of the first two articles, as a verdict names them. */
function sidesOf({ articles }: Comparison, ids: readonly string[]) {
  const side = (at: 0 | 1) => {
    const { start = 0, end = 0 } = articles[at]?.sentences[1] ?? {}
    return { article: ids[at] ?? '', textHash: articles[at]?.textHash ?? '', start, end }
  }
  return { a: side(0), b: side(1) }
}

const tellsOf = ({ links }: Comparison): number => links.length

describe('a comparison of articles of the library', () => {
  it('is answered from memory while the articles are as they were', async () => {
    const { library, ids, seen } = await started()
    const first = must(await compared(library, ids))
    expect(tellsOf(first)).toBeGreaterThan(0)
    expect(must(await compared(library, ids))).toEqual(first)
    expect(seen).toHaveLength(1)
    must(await compared(library, [...ids].reverse()))
    expect(seen).toHaveLength(2)
  })

  it('is made anew after a correction of furniture, date or language, and after a change', async () => {
    const { folder, library, ids, a, seen } = await started()
    must(await compared(library, ids))
    must(await library.correct({ article: a, meta: { language: 'fr' } }))
    expect(must(await compared(library, ids)).articles[0]?.language).toBe('fr')
    must(await library.correct({ article: a, meta: { published: '2026-03-04' } }))
    must(await compared(library, ids))
    const { text } = await openAt(library, 'a.txt')
    const at = { start: text.indexOf('The council'), end: text.length, furniture: true }
    must(await library.correct({ article: a, furniture: at }))
    const marked = must(await compared(library, ids)).articles[0]?.sentences
    expect(marked?.at(-1)?.furniture).toBe(true)
    await put(folder, { 'a.txt': `${bridge}\nMore later.\n` })
    must(await compared(library, ids))
    expect(seen).toHaveLength(5)
    // Back to what was compared before.
    must(await library.undo())
    await put(folder, { 'a.txt': bridge })
    must(await compared(library, ids))
    expect(seen).toHaveLength(5)
  })

  it('is of one state of an article that changes meanwhile, and says of which', async () => {
    const { folder, library, ids, meanwhile } = await started()
    const { textHash, text } = await openAt(library, 'a.txt')
    meanwhile(() => writeFile(join(folder, 'a.txt'), 'Quite another text\n\nOf other words.\n'))
    const old = must(await compared(library, ids))
    expect(old.articles[0]?.textHash).toBe(textHash)
    expect(old.articles[0]?.sentences.at(-1)?.end).toBeLessThanOrEqual(text.length)
    meanwhile(async () => undefined)
    const now = must(await compared(library, ids))
    expect(now.articles[0]?.textHash).toBe((await openAt(library, 'a.txt')).textHash)
    expect(now.articles[0]?.textHash).not.toBe(textHash)
  })

  it('names an article that cannot be had', async () => {
    const { folder, library, ids, a } = await started()
    must(await library.saveStory({ id: null, name: 'One', articles: ids }))
    await rm(join(folder, 'a.txt'))
    await library.refresh()
    const gone = errorOf(await compared(library, ids))
    expect(gone).toMatchObject({ code: 'not-found', path: 'a.txt' })
    expect(gone.message).toContain('“a.txt”')
    await put(folder, { 'a.txt': '\n' })
    await library.refresh()
    await library.whenRead()
    expect(idAt(library, 'a.txt')).toBe(a)
    const empty = errorOf(await compared(library, ids))
    expect(empty.code).toBe('empty-file')
    expect(empty.message).toContain('a.txt')
  })

  it('is the same for two that compare the same, and neither ends it for the other', async () => {
    const { library, ids, seen, meanwhile } = await started()
    const under = gate()
    meanwhile(() => under.passed)
    const one = library.openComparison({ holder: 'one', articles: ids })
    const other = library.openComparison({ holder: 'other', articles: ids })
    await vi.waitFor(() => expect(seen).toHaveLength(2))
    library.closeComparison('one')
    under.open()
    const [first, second] = [must(await one), must(await other)]
    expect(first.id).toBe(second.id)
    expect(new Set(seen).size).toBe(1)
  })

  it('is not ended by a comparison of other articles that another window asks for', async () => {
    const { library, ids, a } = await started()
    const third = idAt(library, 'c.txt')
    const [first, later] = [
      library.openComparison({ holder: 'one window', articles: ids }),
      library.openComparison({ holder: 'another window', articles: [a, third] }),
    ]
    expect(must(await first).id).not.toBe(must(await later).id)
  })

  it('is ended when its holder asks for other articles, or closes it, before it began', async () => {
    const { library, ids, a } = await started()
    const open = (articles: string[]) => library.openComparison({ holder: 'window', articles })
    const [first, later] = [open(ids), open([a, idAt(library, 'c.txt')])]
    expect(errorOf(await first).code).toBe('stopped')
    must(await later)
    const halted = open(ids)
    library.closeComparison('window')
    expect(errorOf(await halted).code).toBe('stopped')
  })

  it('says that it is not known, when it never was', async () => {
    const { library } = await started()
    const request = { section: 'links' as const, from: 0 }
    const asked = await library.comparisonSection({ id: 'unheard of', request })
    expect(errorOf(asked)).toMatchObject({ code: 'not-found', advice: /again/ })
  })

  it('is made again, with the verdicts on it, when the threads have forgotten it', async () => {
    const { library, ids, forget } = await started()
    const { id, head } = must(await library.openComparison({ holder: 'window', articles: ids }))
    const before = must(await compared(library, ids))
    const { a, b } = sidesOf(before, ids)
    must(await library.judge({ a, b, verdict: 'no' }))
    const judged = must(await compared(library, ids))
    forget()
    const again = await readWhole(head, (request) => library.comparisonSection({ id, request }))
    expect(must(again)).toEqual(judged)
  })

  it('tells each verdict as a patch of what it changed, with the revision it makes', async () => {
    const { library, ids, told } = await started()
    const { id, head } = must(await library.openComparison({ holder: 'window', articles: ids }))
    expect(head.revision).toBe(0)
    const { a, b } = sidesOf(must(await compared(library, ids)), ids)
    const changes = () => told.filter(({ event }) => event === 'comparison-changed')
    for (const [at, verdict] of (['yes', 'no', null] as const).entries()) {
      must(await library.judge({ a, b, verdict }))
      await vi.waitFor(() => expect(changes()).toHaveLength(at + 1))
      expect(changes().at(-1)?.data).toMatchObject({ id, revision: at + 1 })
    }
    const reopened = must(await library.openComparison({ holder: 'window', articles: ids }))
    expect(reopened.head.revision).toBe(3)
  })

  it('says why, the reader’s own word first', async () => {
    const { library, ids } = await started()
    const whole = must(await compared(library, ids))
    const [a, b] = [
      { article: 0, sentence: 1 },
      { article: 1, sentence: 1 },
    ]
    const id = await comparisonOf(library, ids)
    const before = must(await library.explain({ id, a, b }))
    const sides = sidesOf(whole, ids)
    must(await library.judge({ ...sides, verdict: 'yes' }))
    const yes = must(await library.explain({ id, a: b, b: a }))
    expect(yes.reasons[0]).toEqual({ kind: 'reader', verdict: 'yes' })
    expect(yes.reasons).toHaveLength(before.reasons.length + 1)
    must(await library.judge({ ...sides, verdict: 'no' }))
    const no = must(await library.explain({ id, a, b }))
    expect(no.cautions[0]).toEqual({ kind: 'reader', verdict: 'no' })
  })
})

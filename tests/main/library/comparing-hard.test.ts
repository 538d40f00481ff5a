// Comparing in a library when things go wrong: stopped half-way, one text under two names, a verdict
// on words that are gone.
import { describe, expect, it } from 'vitest'
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

async function started() {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour, 'copy.txt': bridge })
  const { library } = await open(folder)
  return {
    folder,
    library,
    idsOf: (...paths: string[]) => paths.map((path) => idAt(library, path)),
  }
}

describe('comparing', () => {
  it('leaves the library usable when it is stopped, however often', async () => {
    const { library, idsOf } = await started()
    const ids = idsOf('a.txt', 'b.txt')
    const asked = { holder: 'window', articles: ids }
    library.closeComparison('window')
    const halted = [library.openComparison(asked), library.openComparison(asked)]
    library.closeComparison('window')
    library.closeComparison('window')
    for (const each of halted) expect(errorOf(await each).code).toBe('stopped')
    const { articles } = must(await compared(library, ids))
    expect(articles[0]?.textHash).toBe((await openAt(library, 'a.txt')).textHash)
    const [a, b] = [0, 1].map((article) => ({ article, sentence: 0 }))
    if (a && b) must(await library.explain({ id: await comparisonOf(library, ids), a, b }))
  })

  it('finds nothing only here in one text under two names', async () => {
    const { library, idsOf } = await started()
    const ids = idsOf('a.txt', 'copy.txt')
    expect(must(await compared(library, ids)).only).toEqual([])
  })

  it('goes on, and explains, beside a verdict whose words are gone', async () => {
    const { folder, library, idsOf } = await started()
    const ids = idsOf('a.txt', 'b.txt')
    const { articles } = must(await compared(library, ids))
    const side = (at: 0 | 1) => {
      const { start = 0, end = 0 } = articles[at]?.sentences[1] ?? {}
      return { article: ids[at] ?? '', textHash: articles[at]?.textHash ?? '', start, end }
    }
    must(await library.judge({ a: side(0), b: side(1), verdict: 'yes' }))
    await put(folder, { 'a.txt': 'Quite another text\n\nOf other words.\n' })
    await library.refresh()
    await library.whenRead()
    const { links } = must(await compared(library, ids))
    expect(links.some(({ verdict }) => verdict)).toBe(false)
    const [a, b] = [0, 1].map((article) => ({ article, sentence: 1 }))
    if (a && b) must(await library.explain({ id: await comparisonOf(library, ids), a, b }))
    await put(folder, { 'a.txt': bridge })
    await library.refresh()
    await library.whenRead()
    const again = must(await compared(library, ids)).links
    expect(again.filter(({ verdict }) => verdict === 'yes')).toHaveLength(1)
  })
})

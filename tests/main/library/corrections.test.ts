// The reader's own word on facts and furniture: it holds in rows, in the text, in exports, through
// moves, changes and lost caches, and can be undone.
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'
import { blockContent } from '../../../src/shared/text/blocks.ts'
import {
  asOldVersionLeft,
  bridge,
  clock,
  errorOf,
  fileOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  type Opened,
  open,
  openAt,
  places,
  put,
  quotesOf,
  reopenWithoutIndex,
  rowAt,
} from './support.ts'

const promo = 'Our readers make this paper; thank you for reading it'
const outlet = 'From The Quay Herald'
const article = (body: string): string => `${body.trimEnd()}\n\n${promo}\n\n${outlet}\n`

const furniture = ({ text, blocks }: OpenArticle): string[] =>
  blocks
    .filter((block) => block.furniture === true)
    .map((block) => {
      const { start, end } = blockContent(text, block)
      return text.slice(start, end)
    })

async function markBlock(
  library: Library,
  path: string,
  words: string,
  as: boolean | null,
): Promise<OpenArticle> {
  const { id, text, textHash } = await openAt(library, path)
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  const range = { start, end: start + words.length, textHash, furniture: as }
  return must(await library.correct({ article: id, furniture: range }))
}

const opened = async (): Promise<Opened & { folder: string }> => {
  const folder = await folderOf({ 'a.txt': article(bridge), 'b.txt': article(harbour) })
  return { folder, ...(await open(folder)) }
}

describe('a corrected fact', () => {
  it('shows in the row and the article, beside what the file says', async () => {
    const { library, told } = await opened()
    const id = idAt(library, 'a.txt')
    const meta = { title: 'The bridge stays shut', published: '2026-03-02' }
    const result = must(await library.correct({ article: id, meta }))
    expect(result).toMatchObject({ ...meta, corrected: ['title', 'published'] })
    expect(result.said).toMatchObject({ title: 'The bridge is shut', published: null })
    expect(rowAt(library, 'a.txt')).toMatchObject({ ...meta, corrected: ['title', 'published'] })
    const event = told.filter((each) => each.event === 'library-changed').at(-1)
    expect(event?.data).toMatchObject({ changed: [{ id, ...meta }], removed: [] })
  })

  it('is undone and done again as one step with a name', async () => {
    const { library } = await opened()
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { title: 'New' } }))
    expect(library.history().undo).toBe('Correct title')
    expect(must(await library.undo())).toEqual({ undo: null, redo: 'Correct title', said: null })
    expect(rowAt(library, 'a.txt')).toMatchObject({ title: 'The bridge is shut', corrected: [] })
    must(await library.redo())
    expect(rowAt(library, 'a.txt')).toMatchObject({ title: 'New', corrected: ['title'] })
  })

  it('is taken back by null, and by what the file says', async () => {
    const { library } = await opened()
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { title: 'New', byline: 'Ada Holm' } }))
    expect(library.history().undo).toBe('Correct facts')
    must(await library.correct({ article: id, meta: { byline: null } }))
    must(await library.correct({ article: id, meta: { title: 'The bridge is shut' } }))
    expect(rowAt(library, 'a.txt')).toMatchObject({ byline: null, corrected: [] })
  })

  it('that changes nothing is no step', async () => {
    const { library } = await opened()
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { title: 'The bridge is shut' } }))
    must(await library.correct({ article: id, meta: { byline: null } }))
    expect(library.history().undo).toBeNull()
    expect(library.corrections(id)).toEqual([])
  })

  it('survives a lost cache, a moved file and one that changed', async () => {
    const { folder, library } = await opened()
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { source: 'The Quayside Herald' } }))
    const { library: again } = await reopenWithoutIndex(folder, library)
    expect(rowAt(again, 'a.txt')).toMatchObject({ id, source: 'The Quayside Herald' })
    await rename(join(folder, 'a.txt'), join(folder, 'moved.txt'))
    const { library: moved } = await reopenWithoutIndex(folder, again)
    expect(rowAt(moved, 'moved.txt')).toMatchObject({ id, source: 'The Quayside Herald' })
    await put(folder, { 'moved.txt': article(`${bridge}\nMore was not said on Monday.\n`) })
    await moved.refresh()
    await moved.whenRead()
    expect(rowAt(moved, 'moved.txt')).toMatchObject({ id, source: 'The Quayside Herald' })
  })

  it('alone does not keep a row when the file is gone; with annotations it does', async () => {
    const { folder, library } = await opened()
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { title: 'New' } }))
    await rename(join(folder, 'a.txt'), join(folder, '..', `${id}.gone`))
    await library.refresh()
    expect(library.articles().map(({ path }) => path)).toEqual(['b.txt'])
    await rename(join(folder, '..', `${id}.gone`), join(folder, 'a.txt'))
    await library.refresh()
    await library.whenRead()
    expect(rowAt(library, 'a.txt')).toMatchObject({ id, title: 'New' })
    await highlight(library, 'a.txt', 'cracks')
    await rename(join(folder, 'a.txt'), join(folder, '..', `${id}.gone`))
    await library.refresh()
    expect(rowAt(library, 'a.txt')).toMatchObject({ id, state: 'missing', title: 'New' })
    await rename(join(folder, '..', `${id}.gone`), join(folder, 'a.txt'))
  })

  it('of another machine joins this one’s, the later word on each', async () => {
    const { folder, library } = await opened()
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { title: 'Mine' } }))
    const theirs = (await fileOf(folder, id))
      .replace('"field":"title"', '"field":"byline"')
      .replace('"Mine"', '"Ada Holm"')
    await writeFile(places(folder).annotationFile(id), theirs)
    await library.refresh()
    expect(rowAt(library, 'a.txt')).toMatchObject({ title: 'Mine', byline: 'Ada Holm' })
  })

  it('is refused in a library that may not be changed', async () => {
    const { folder, library } = await opened()
    await library.close()
    const { library: reader } = await open(folder, { mode: 'read' })
    const arg = { article: idAt(reader, 'a.txt'), meta: { title: 'New' } }
    expect(errorOf(await reader.correct(arg)).code).toBe('locked')
  })
})

describe('a block that the reader has marked', () => {
  it('is furniture, or text, whatever the rules say', async () => {
    const { library } = await opened()
    expect(furniture(await openAt(library, 'a.txt'))).not.toContain(promo)
    const marked = await markBlock(library, 'a.txt', promo, true)
    expect(furniture(marked)).toContain(promo)
    expect(marked.blocks.filter(({ why }) => why === 'Marked by you')).toHaveLength(1)
    expect(library.history().undo).toBe('Mark as furniture')
    const text = await markBlock(library, 'a.txt', outlet, false)
    expect(furniture(text)).not.toContain(outlet)
    expect(text.blocks.filter(({ why }) => why === 'Marked by you as text')).toHaveLength(1)
    expect(library.history().undo).toBe('Mark as text')
    must(await library.undo())
    expect(furniture(await openAt(library, 'a.txt'))).toContain(outlet)
    must(await library.redo())
    must(await library.undo())
    must(await library.undo())
    expect(furniture(await openAt(library, 'a.txt'))).not.toContain(promo)
  })

  it('goes back to the rules’ word by null, and by marking it as they do', async () => {
    const { library } = await opened()
    await markBlock(library, 'a.txt', promo, true)
    const back = await markBlock(library, 'a.txt', promo, null)
    expect(furniture(back)).not.toContain(promo)
    expect(back.blocks.filter(({ why }) => why?.startsWith('Marked by you'))).toEqual([])
    await markBlock(library, 'a.txt', promo, true)
    const plain = await markBlock(library, 'a.txt', promo, false)
    expect(furniture(plain)).not.toContain(promo)
    const id = idAt(library, 'a.txt')
    expect(library.corrections(id)).toMatchObject([{ kind: 'mark', furniture: null }])
  })

  it('is found again in a file that changed', async () => {
    const { folder, library } = await opened()
    await markBlock(library, 'a.txt', promo, true)
    const head = 'A word before\n\nThis paragraph was put in before everything else, by hand.\n\n'
    await put(folder, { 'a.txt': `${head}${article(bridge)}` })
    await library.refresh()
    await library.whenRead()
    const changed = await openAt(library, 'a.txt')
    expect(furniture(changed)).toContain(promo)
    expect(changed.blocks.filter(({ why }) => why === 'Marked by you')).toHaveLength(1)
    expect(furniture(await markBlock(library, 'a.txt', promo, null))).not.toContain(promo)
  })

  it('is refused where the text changed, and where there are no words', async () => {
    const { library } = await opened()
    const id = idAt(library, 'a.txt')
    const range = { start: 0, end: 5, furniture: true }
    const stale = await library.correct({ article: id, furniture: { ...range, textHash: 'old' } })
    expect(errorOf(stale).code).toBe('changed')
    const beyond = { start: 90_000, end: 90_005, furniture: true }
    const none = await library.correct({ article: id, furniture: beyond })
    expect(errorOf(none).code).toBe('bad-argument')
  })
})

describe('exports', () => {
  it('state the corrected facts', async () => {
    const { library } = await opened()
    await highlight(library, 'a.txt', 'cracks')
    must(
      await library.correct({
        article: idAt(library, 'a.txt'),
        meta: { title: 'The corrected one' },
      }),
    )
    for (const format of ['markdown', 'html', 'csv', 'json'] as const) {
      const request = { format, article: null, empty: false }
      const { text } = must(await buildExport(library, request, { now: clock(), version: '1' }))
      expect(text).toContain('The corrected one')
    }
  })

  it('as JSON bring corrections into a copy without loss', async () => {
    const { library } = await opened()
    await markBlock(library, 'a.txt', promo, true)
    must(await library.correct({ article: idAt(library, 'b.txt'), meta: { byline: 'Ada Holm' } }))
    const request = { format: 'json', article: null, empty: false } as const
    const build = async (from: Library) =>
      must(await buildExport(from, request, { now: clock(), version: '1' })).text
    const text = await build(library)
    const { library: copy } = await opened()
    must(await importJson(copy, { text, name: 'x.json', dryRun: false }))
    expect(await build(copy)).toBe(text)
    expect(furniture(await openAt(copy, 'a.txt'))).toContain(promo)
    expect(rowAt(copy, 'b.txt').byline).toBe('Ada Holm')
  })
})

describe('offers for other articles of the outlet', () => {
  const three = async (): Promise<Opened> => {
    const other = article(harbour).replace('Harbour dues', 'Ferry fares')
    return open(
      await folderOf({
        ...{ 'a.txt': article(bridge), 'b.txt': article(harbour), 'c.txt': other },
        'd.txt': article(bridge).replace(outlet, 'From The Ister Courier'),
      }),
    )
  }

  it('name those that say the same outlet, and correct the chosen as one step', async () => {
    const { library } = await three()
    const id = idAt(library, 'a.txt')
    expect(rowAt(library, 'a.txt').source).toBe('The Quay Herald')
    must(await library.correct({ article: id, meta: { source: 'Quay Herald, evening' } }))
    const [offer] = library.offers(id)
    expect(offer).toMatchObject({ id: 'source', what: 'Outlet: Quay Herald, evening' })
    expect(offer?.articles.map(({ path }) => path)).toEqual(['b.txt', 'c.txt'])
    const chosen = [idAt(library, 'b.txt'), idAt(library, 'd.txt')]
    const arg = { article: id, offer: 'source', articles: chosen }
    const done = must(await library.applyOffer(arg))
    expect(done.changed).toEqual([idAt(library, 'b.txt')])
    expect(rowAt(library, 'b.txt').source).toBe('Quay Herald, evening')
    expect(rowAt(library, 'd.txt').source).toBe('The Ister Courier')
    expect(library.history().undo).toBe('Correct outlet in 1 article')
    expect(library.offers(id)[0]?.articles.map(({ path }) => path)).toEqual(['c.txt'])
    must(await library.undo())
    expect(rowAt(library, 'b.txt').source).toBe('The Quay Herald')
  })

  it('name those that have the same furniture, and mark it in all of them as one step', async () => {
    const { library } = await three()
    await markBlock(library, 'a.txt', promo, true)
    const id = idAt(library, 'a.txt')
    const offers = library.offers(id)
    expect(offers.map(({ what }) => what)).toEqual([`Furniture: “${promo}”`])
    expect(offers[0]?.articles.map(({ path }) => path)).toEqual(['b.txt', 'c.txt'])
    const articles = offers[0]?.articles.map(({ article: other }) => other) ?? []
    must(await library.applyOffer({ article: id, offer: offers[0]?.id ?? '', articles }))
    expect(furniture(await openAt(library, 'b.txt'))).toContain(promo)
    expect(furniture(await openAt(library, 'c.txt'))).toContain(promo)
    expect(library.history().undo).toBe('Mark as furniture in 2 articles')
    expect(library.offers(id)).toEqual([])
    must(await library.undo())
    expect(furniture(await openAt(library, 'b.txt'))).not.toContain(promo)
    expect(library.offers(id)).toHaveLength(1)
  })

  it('leave out what the reader has corrected otherwise', async () => {
    const { library } = await three()
    must(await library.correct({ article: idAt(library, 'b.txt'), meta: { source: 'The Ferry' } }))
    const id = idAt(library, 'a.txt')
    must(await library.correct({ article: id, meta: { source: 'Quay Herald, evening' } }))
    expect(library.offers(id)[0]?.articles.map(({ path }) => path)).toEqual(['c.txt'])
  })

  it('go the other way for what is text', async () => {
    const { library } = await three()
    await markBlock(library, 'a.txt', outlet, false)
    const id = idAt(library, 'a.txt')
    const [offer] = library.offers(id)
    expect(offer?.what).toBe(`Text: “${outlet}”`)
    expect(offer?.articles.map(({ path }) => path)).toEqual(['b.txt', 'c.txt'])
  })

  it('that are there no longer are refused', async () => {
    const { library } = await three()
    const id = idAt(library, 'a.txt')
    const arg = { article: id, offer: 'source', articles: [idAt(library, 'b.txt')] }
    expect(errorOf(await library.applyOffer(arg)).code).toBe('not-found')
  })
})

describe('a new version of the loaders', () => {
  it('reads every file anew; annotations and marks are found again in the new text', async () => {
    const { folder, library } = await opened()
    const id = idAt(library, 'a.txt')
    await markBlock(library, 'a.txt', promo, true)
    await highlight(library, 'a.txt', 'cracks were found')
    await asOldVersionLeft(folder, library, (cache) =>
      JSON.parse(
        JSON.stringify({ ...cache, loader: 1 }).replaceAll(
          'The bridge is shut',
          'What the older loader took for the title',
        ),
      ),
    )
    // As if an older loader had read the file: another text, other offsets, another hash.
    const { annotationFile } = places(folder)
    const older = (await fileOf(folder, id))
      .replace(/"textHash":"[0-9a-f]{64}"/g, `"textHash":"${'0'.repeat(64)}"`)
      .replace(/"start":(\d+)/g, (_, at: string) => `"start":${Number(at) + 40}`)
      .replace(/"end":(\d+)/g, (_, at: string) => `"end":${Number(at) + 40}`)
      .replace(/"loader":\d+/, '"loader":1')
    await writeFile(annotationFile(id), older)
    const { library: again, work } = await open(folder)
    expect(work.reads).toHaveLength(2)
    expect(rowAt(again, 'a.txt')).toMatchObject({ id, title: 'The bridge is shut' })
    const read = await openAt(again, 'a.txt')
    expect(quotesOf(read)).toEqual(['cracks were found'])
    expect(furniture(read)).toContain(promo)
    await highlight(again, 'a.txt', 'Monday')
    expect(await fileOf(folder, id)).not.toContain('"loader":1,')
  })

  it('keeps the older version’s word on which file is which article', async () => {
    const { folder, library } = await opened()
    const id = idAt(library, 'b.txt')
    await put(folder, { 'b.txt': article(`${harbour}\nMore on this tomorrow, it said.\n`) })
    await library.refresh()
    await library.whenRead()
    await asOldVersionLeft(folder, library, (cache) => ({ ...cache, loader: 1 }))
    const { library: again } = await open(folder)
    expect(idAt(again, 'b.txt')).toBe(id)
  })
})

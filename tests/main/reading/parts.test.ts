// Batch exports of news databases: where their articles begin and end, and what is said of each.
// Every outlet and story in the samples is invented.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { contentOf, furnitureOf, parsed } from './support.ts'

const folder = join(import.meta.dirname, '../../fixtures/exports')
const samples = readdirSync(folder).filter((name) => /\.(?:txt|html)$/.test(name))
const singles = readdirSync(join(folder, 'single'))

const readSample = async (name: string, part: number | null = null): Promise<ParsedArticle> =>
  parsed(await parseArticle(readFileSync(join(folder, name)), name, part))

const titles = [
  'East pier closed as piles rot',
  'Orchards die below the new dam',
  'Players vote to go on without a conductor',
]
const sources = [/Quayside/, /Ister/, /Lindau/]
const bodies = [/^The harbour board of Quayside/, /^Farmers in the upper/, /^The orchestra of/]

describe('a batch export', () => {
  test.each(samples)('%s is parted into its articles', async (name) => {
    const whole = await readSample(name)
    expect(whole.parts.map(({ title }) => title)).toEqual(titles.slice(0, whole.parts.length))
    expect(whole.parts.length).toBeGreaterThanOrEqual(2)
    for (const [i] of whole.parts.entries()) {
      const part = await readSample(name, i)
      expect(part.parts).toEqual([])
      expect(part.title).toBe(titles[i])
      expect(part.source).toMatch(sources[i] ?? /^$/)
      expect(part.published).toMatch(/^2024-03-\d\d$/)
      const body = part.blocks.filter(
        ({ furniture, role, kind }) => !furniture && !role && kind !== 'heading',
      )
      const [first] = body.map((block) => contentOf(part, block).replace(/^LP \| /, ''))
      expect(first ?? '').toMatch(bodies[i] ?? /^$/)
      const words = body.map((block) => contentOf(part, block)).join('\n')
      expect(words).not.toMatch(
        /Load-Date|Length:|Final Edition|Copyright|End of Document|English|words$/i,
      )
    }
  })

  test.each(samples)(
    '%s keeps cover, contents and labels out of the text as furniture',
    async (name) => {
      const whole = await readSample(name)
      let at = 0
      for (const block of whole.blocks) {
        expect(block.start).toBe(at)
        at = block.end
        const inside = whole.parts.some(({ start, end }) => block.start < end && block.end > start)
        if (!inside && contentOf(whole, block) !== '')
          expect(block.furniture, contentOf(whole, block)).toBe(true)
      }
      expect(at).toBe(whole.text.length)
      const why = new Set(whole.blocks.map((block) => block.why))
      expect(why).toContain('From the database, not the article')
    },
  )

  test('has no facts of its own where the file says none', async () => {
    const { title, byline, source, published } = await readSample('lexis-classic.txt')
    expect({ title, byline, source, published }).toEqual({
      ...{ title: null, byline: null, source: null, published: null },
    })
    expect((await readSample('nexis-uni.html')).title).toBe('Results')
  })

  test('names authors without what stands around them', async () => {
    expect((await readSample('lexis-classic.txt', 0)).byline).toBe('Jon Vik')
    expect((await readSample('nexis-uni.txt', 1)).byline).toBe('Lena Orr')
    expect((await readSample('factiva-codes.txt', 0)).byline).toBe('Jon Vik')
    expect((await readSample('factiva-readable.txt', 2)).byline).toBe('Ida Moll')
    expect((await readSample('gale.txt', 0)).byline).toBe('Jon Vik')
  })

  test('marks the database’s lines inside a part', async () => {
    const part = await readSample('nexis-uni.txt', 0)
    expect(furnitureOf(await readSample('gale.txt', 0))).toContain('From: The Quayside Herald')
    expect(furnitureOf(part)).toEqual(
      expect.arrayContaining(['Byline: Jon Vik', 'Length: 96 words', 'Load-Date: March 5, 2024']),
    )
  })

  test('refuses a part that it does not hold', async () => {
    const result = await parseArticle(readFileSync(join(folder, 'gale.txt')), 'gale.txt', 7)
    expect(result.ok ? null : result.error.code).toBe('not-found')
    expect(result.ok ? null : result.error.message).toMatch(/holds \d articles, and no number 8/)
    const [name = ''] = singles
    const single = await parseArticle(readFileSync(join(folder, 'single', name)), name, 0)
    expect(single.ok ? null : single.error.message).toContain('holds one article, not several')
  })
})

describe('one article', () => {
  test.each(singles)('%s is not taken for several', async (name) => {
    expect((await readSample(`single/${name}`)).parts).toEqual([])
  })
})

const shared = join(import.meta.dirname, '../../../../shared')

function filesUnder(place: string): string[] {
  const root = join(shared, place)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true })
    .map((name) => join(root, String(name)))
    .filter((path) => /\.(?:txt|html?|md|docx)(?:\.gz)?$/.test(path) && statSync(path).isFile())
}

const real = [
  'data/import-dev/text',
  'data/import-dev/html-bodies',
  'data/import-dev/html-languages',
  'data/import-dev/html-meta',
  'data/import-dev/containers',
  'seeds',
  'data/stories',
]

describe.skipIf(!existsSync(shared))('files of other people', () => {
  test.each(real)('in %s are one article each', { timeout: 600_000 }, async (place) => {
    const several: string[] = []
    for (const path of filesUnder(place)) {
      const bytes = readFileSync(path)
      const packed = path.endsWith('.gz')
      const article = await parseArticle(
        packed ? gunzipSync(bytes) : bytes,
        path.replace(/\.gz$/, ''),
      )
      if (article.ok && article.value.parts.length > 0) several.push(path)
    }
    expect(several).toEqual([])
  })
})

// Which articles are the same: byte for byte, word for word, or for the most part.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/main/articles/parse-article.ts'
import { lowestOf, shareOf, sketchOf } from '../../../src/main/articles/sketch.ts'
import type { CacheEntry } from '../../../src/main/library/cache.ts'
import { duplicatePairs } from '../../../src/main/library/duplicates.ts'
import { metaOf, type Sketch } from '../../../src/shared/model/article.ts'
import { must } from './support.ts'

/** Words that no two seeds share the order of. */
function story(seed: number, words: number): string[] {
  const stock =
    'tide harbour council bridge repair mayor voted money arch stone river boat winter engineer report crack budget evening fisher quay town street crowd letter answer year plan closed opened traffic school market rain wall iron pillar summer debate vote party paper editor witness night'.split(
      ' ',
    )
  let state = seed * 7919 + 17
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return stock[(state >> 8) % stock.length] ?? 'tide'
  })
}

const paragraphs = (words: readonly string[]): string =>
  Array.from(
    { length: Math.ceil(words.length / 40) },
    (_, n) => `${words.slice(n * 40, n * 40 + 40).join(' ')}.`,
  ).join('\n\n')

async function entryOf(path: string, content: string): Promise<CacheEntry> {
  const parsed = must(await parseArticle(Buffer.from(content), path))
  const { format, textHash, words, sha256, warnings } = parsed
  return {
    id: sha256.slice(0, 15) + (path.length % 10),
    ...{ path, size: 1, mtimeMs: 1, sha256, partIds: [], problem: null },
    read: {
      ...{ format, textHash, words, warnings, meta: metaOf(parsed) },
      ...{ short: '', parts: 0, split: null },
      sketch: parsed.sketch ?? null,
    },
  } as CacheEntry
}

const pairs = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const entries = await Promise.all(
    Object.entries(files).map(([path, content]) => entryOf(path, content)),
  )
  return duplicatePairs(entries).map(({ path, of }) => `${path} ${of.kind} ${of.path}`)
}

describe('two articles', () => {
  const body = paragraphs(story(1, 400))

  it('are the same file when every byte is', async () => {
    expect(await pairs({ 'a.txt': body, 'other.txt': body })).toEqual(['other.txt same-file a.txt'])
  })

  it('are the same text in another format and under other furniture', async () => {
    const html = `<!doctype html><html><head><title>Tide</title></head><body><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Sport</a></li></ul></nav><article>${body
      .split('\n\n')
      .map((each) => `<p>${each.replace('tide', 'ti&shy;de')}</p>`)
      .join('')}</article><footer><a href="/c">Contact</a></footer></body></html>`
    expect(await pairs({ 'a.txt': body, 'page.html': html })).toEqual(['page.html same-text a.txt'])
  })

  it('are near when one is the other edited, or cut to half', async () => {
    const words = story(1, 400)
    const edited = words.map((word, n) => (n % 50 === 7 ? 'Varnhem' : word))
    const found = await pairs({
      'a.txt': body,
      'cut1.txt': paragraphs(words.slice(0, 200)),
      'edited.txt': paragraphs(edited),
    })
    expect(found).toContain('cut1.txt near-text a.txt')
    expect(found).toContain('edited.txt near-text a.txt')
  })

  it('are not near because they speak of the same, or are both short', async () => {
    const files: Record<string, string> = {}
    for (let n = 0; n < 40; n++) files[`${n}.txt`] = paragraphs(story(n + 1, 300 + n))
    for (let n = 0; n < 20; n++)
      files[`short ${n}.txt`] = `The harbour board will meet again on day ${n}.`
    expect(await pairs(files)).toEqual([])
  })

  it('are told once, of many copies each with the first', async () => {
    const found = await pairs({ 'a.txt': body, 'b2.txt': body, 'c33.txt': body })
    expect(found).toEqual(['b2.txt same-file a.txt', 'c33.txt same-file a.txt'])
  })
})

describe('a sketch', () => {
  const of = (words: readonly string[]): Sketch => {
    const text = words.join(' ')
    const sketch = sketchOf(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    if (!sketch) throw new Error('no sketch')
    return sketch
  }

  it('is small, and the same on every run', () => {
    const sketch = of(story(3, 100_000))
    expect(JSON.stringify(sketch).length).toBeLessThan(460)
    expect(sketch).toEqual(of(story(3, 100_000)))
    const lowest = [...lowestOf(sketch)]
    expect(lowest).toEqual([...lowest].sort((a, b) => a - b))
  })

  it('tells the share of the shorter text exactly for short ones, nearly for long ones', () => {
    const unlike = (n: number) => Array.from({ length: n }, (_, i) => `own${i}`)
    expect(shareOf(of(story(1, 60)), of(story(1, 60)))).toBe(1)
    expect(shareOf(of(story(1, 40)), of([...story(1, 22), ...unlike(18)]))).toBeCloseTo(19 / 37)
    const long = story(5, 4_000)
    for (const kept of [0.9, 0.7, 0.5]) {
      const mixed = [...long.slice(0, 4_000 * kept), ...unlike(4_000 * (1 - kept))]
      expect(Math.abs(shareOf(of(long), of(mixed)) - kept)).toBeLessThan(0.15)
    }
    expect(shareOf(of(story(1, 4_000)), of(story(2, 4_000)))).toBeLessThan(0.1)
  })

  it('does not depend on quote marks, hyphenation, case or ligatures', () => {
    const plain = of(['it’s', '“fine”', 'ﬁsh', 'HARBOUR', 'co\u00adun\u00adcil', 'tide', 'again'])
    expect(of(["it's", "'fine'", 'fish', 'harbour', 'council,', 'tide', 'again.'])).toEqual(plain)
  })

  it('leaves furniture out, and is none for hardly any words', () => {
    const text = 'one two three four five six\n\nRelated articles and more'
    const end = text.indexOf('\n\n') + 2
    const body = { kind: 'paragraph' as const, start: 0, end }
    const rest = { kind: 'paragraph' as const, start: end, end: text.length }
    expect(sketchOf(text, [body, { ...rest, furniture: true }])).toEqual(
      sketchOf(text.slice(0, end), [body]),
    )
    expect(sketchOf('one two', [{ kind: 'paragraph', start: 0, end: 7 }])).toBeNull()
  })

  it('knows texts of scripts without spaces again', () => {
    const text = '橋は月曜日に閉鎖された。市議会は木曜日に修理費について話し合う予定だ。'.repeat(2)
    expect(shareOf(of([text]), of([`${text}漁師`]))).toBeGreaterThan(0.85)
  })
})

it('compares fifty thousand articles in seconds', () => {
  const entries = Array.from({ length: 50_000 }, (_, n): CacheEntry => {
    const hashes = Buffer.alloc(256)
    let state = (n % 49_000) + 1
    for (let i = 0; i < 64; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      hashes.writeUInt32LE((i * 0x4000000 + (state >>> 6)) >>> 0, i * 4)
    }
    return {
      id: n.toString(16).padStart(16, '0'),
      ...{ path: `${n}.txt`, size: 1, mtimeMs: 1, sha256: `${n}`, partIds: [], problem: null },
      read: {
        ...{ format: 'text', textHash: '', words: 500, warnings: [] },
        ...{ short: '', parts: 0, split: null },
        meta: metaOf({
          ...{ title: null, subtitle: null, byline: null, source: null, published: null },
          language: null,
        }),
        sketch: { words: `${n}`, shingles: 500, lowest: hashes.toString('base64') },
      },
    } as CacheEntry
  })
  const began = Date.now()
  expect(duplicatePairs(entries).length).toBeGreaterThanOrEqual(1_000)
  expect(Date.now() - began).toBeLessThan(10_000)
}, 30_000)

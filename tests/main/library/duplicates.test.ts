// Which articles are the same: byte for byte, word for word, or for the most part.
import { describe, expect, it } from 'vitest'
import type { CacheEntry } from '../../../src/main/core/shelf/cache.ts'
import { suspectPairs } from '../../../src/main/features/adding/duplicates.ts'
import { lowestOf, shareOf, sketchOf } from '../../../src/main/reading/sketch.ts'
import { noMeta, type Sketch } from '../../../src/shared/model/article.ts'
import { folderOf, idAt, must, open, ownWork, put } from './support.ts'

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

/** What the report of a library of these files says of them. */
const told = async (files: Readonly<Record<string, string>>) => {
  const opened = await open(await folderOf(files))
  return (await opened.library.report()).duplicates
}

const pairs = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await told(files)).map(({ path, of }) => `${path} ${of.kind} ${of.path}`)

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

describe('texts that seem near', () => {
  const whole = story(1, 1_000)
  /** A text of which as many words in a hundred, in one piece, are the whole one's. */
  const sharing = (percent: number, seed: number): string =>
    paragraphs([...whole.slice(0, percent * 10), ...story(seed, 1_000 - percent * 10)])

  it('are told by what they truly share, whatever their sketches suppose', async () => {
    // Of many, some are supposed to be near that are not.
    const files: Record<string, string> = { 'a.txt': paragraphs(whole) }
    for (let n = 0; n < 12; n++)
      for (const percent of [55, 65, 95])
        files[`b ${n} ${percent}.txt`] = sharing(percent, 100 + n * 3 + percent)
    const found = (await told(files)).filter(({ of }) => of.path === 'a.txt')
    const shares = (percent: number): number[] =>
      found.flatMap(({ path, of }) => (path.endsWith(` ${percent}.txt`) ? [of.share] : []))
    expect(shares(55)).toEqual([])
    expect(shares(65).length).toBeGreaterThan(8)
    expect(shares(95)).toEqual(Array(12).fill(0.95))
    for (const share of shares(65)) expect(share).toBe(0.65)
  })

  it('are told of a file that is added, and read once only', async () => {
    const folder = await folderOf({ 'a.txt': paragraphs(whole), 'b.txt': sharing(55, 7) })
    const { library, work } = await open(folder)
    work.reads.length = 0
    const add = async (name: string, percent: number) =>
      must(await library.put({ name, source: Buffer.from(sharing(percent, percent)) })).duplicates
    expect(await add('65.txt', 65)).toMatchObject([
      { path: 'a.txt', kind: 'near-text', share: 0.65 },
    ])
    const { reads } = work
    const before = reads.length
    await library.report()
    await library.report()
    expect(reads.length - before, 'what was compared is remembered').toBeLessThanOrEqual(3)
  })

  it('are not told while one cannot be read, and told when it can', async () => {
    const folder = await folderOf({ 'a.txt': paragraphs(whole), 'b.txt': sharing(95, 3) })
    const { library } = await open(folder)
    await library.close()
    const quick = ownWork()
    let broken = true
    const again = await open(folder, {
      work: {
        ...quick,
        readArticle: (path, part) => quick.readArticle(broken ? `${path}.gone` : path, part),
      },
    })
    expect((await again.library.report()).duplicates).toEqual([])
    broken = false
    expect((await again.library.report()).duplicates).toMatchObject([
      { article: idAt(again.library, 'b.txt'), of: { path: 'a.txt', share: 0.95 } },
    ])
    await put(folder, { 'b.txt': paragraphs(story(9, 1_000)) })
    expect((await again.library.report()).duplicates.length, 'as long as nobody looked').toBe(1)
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

it('compares fifty thousand articles in seconds', async () => {
  const sketches = new Map<string, Sketch>()
  const entries = Array.from({ length: 50_000 }, (_, n): CacheEntry => {
    const hashes = Buffer.alloc(256)
    let state = (n % 49_000) + 1
    for (let i = 0; i < 64; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      hashes.writeUInt32LE((i * 0x4000000 + (state >>> 6)) >>> 0, i * 4)
    }
    sketches.set(`${n}`, { words: `${n}`, shingles: 500, lowest: hashes.toString('base64') })
    return {
      id: n.toString(16).padStart(16, '0'),
      path: `${n}.txt`,
      size: 1,
      mtimeMs: 1,
      sha256: `${n}`,
      partIds: [],
      problem: null,
      read: {
        format: 'text',
        textHash: '',
        words: 500,
        warnings: [],
        parts: 0,
        split: null,
        meta: noMeta,
      },
    }
  })
  const began = Date.now()
  const pairs = await suspectPairs(entries, ({ sha256 }) => sketches.get(sha256) ?? null)
  expect(pairs.length).toBeGreaterThanOrEqual(1_000)
  expect(Date.now() - began).toBeLessThan(10_000)
}, 30_000)

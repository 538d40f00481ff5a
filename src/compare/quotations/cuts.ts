// Tells whether two quotations are one, cut differently: runs of the same words, found through an
// index of three words in a row, so that no two quotations are compared that share none.
import { fold } from '../../shared/text/fold.ts'
import type { FoundQuotation } from './find-quotations.ts'

/** The words of a quotation as they are compared. */
export interface Wording {
  readonly words: readonly string[]
  /** All of them, to find what is word for word the same. */
  readonly key: string
}

const word = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu

/**
 * The words quoted, folded; what stands in square brackets is the editor's and left out, unless it
 * is part of a word ("[W]e"). What interrupts the quotation is left out too.
 */
export function wordingOf({ words: text, start, pieces }: FoundQuotation): Wording {
  const words: string[] = []
  for (const piece of pieces) {
    const folded = fold(text.slice(piece.start - start, piece.end - start)).text
    const plain = folded
      .replace(/\[([\p{L}\p{N}])\](?=[\p{L}\p{N}])/gu, '$1')
      .replace(/\[[^[\]]{0,200}\]/g, ' ')
      .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    words.push(...(plain.match(word) ?? []))
  }
  return { words, key: words.join(' ') }
}

/** A light stem, for terms: "racists" and "racist", "Phony theologies" and "phony theology". */
export const stemOf = (of: string): string =>
  of
    .replace(/'s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')

/** Too common to say by themselves that two phrases are one. */
const common = new Set(
  `a an the and or but of for to in on at by with from as that this these those it its is are was were be
  been not no i we you he she they me us him her them my our your his their have has had do does did
  will would can could so if there what who which when all one out up about more most very just like
  than then also into over get got go going want say said 's i'm it's we're they're don't`.split(
    /\s+/,
  ),
)

export const tellingWords = (words: readonly string[]): number =>
  words.filter((each) => !common.has(each)).length

/** How two wordings agree. */
export interface Overlap {
  readonly a: number
  readonly b: number
  /** Words of the shorter that stand, three in a row or more, in the longer. */
  readonly covered: number
  /** The longest run of the same words, and at which word of `a` it begins. */
  readonly run: number
  readonly runAt: number
}

const rowLength = 3

/** Three words in more quotations than this say nothing. */
const maxSharing = 48

/** A row of words in more places of one quotation than this is refrain or noise. */
const maxRepeats = 4

/** All pairs of wordings that share three words in a row or more, and how far. */
export function overlapsOf(wordings: readonly Wording[]): Overlap[] {
  const rows = new Map<string, { readonly of: number; readonly at: number }[]>()
  for (const [of, { words }] of wordings.entries()) {
    const seen = new Map<string, number>()
    for (let at = 0; at + rowLength <= words.length; at++) {
      const row = words.slice(at, at + rowLength).join(' ')
      const times = (seen.get(row) ?? 0) + 1
      seen.set(row, times)
      if (times > maxRepeats) continue
      const places = rows.get(row)
      if (places) places.push({ of, at })
      else rows.set(row, [{ of, at }])
    }
  }
  const pairs = new Map<number, [at: number, bt: number][]>()
  const count = wordings.length
  for (const places of rows.values()) {
    if (places.length < 2 || places.length > maxSharing) continue
    for (const [i, x] of places.entries())
      for (let j = i + 1; j < places.length; j++) {
        const y = places[j]
        if (!y || x.of === y.of) continue
        const key = x.of * count + y.of
        const hits = pairs.get(key)
        if (hits) hits.push([x.at, y.at])
        else pairs.set(key, [[x.at, y.at]])
      }
  }
  return [...pairs].map(([key, hits]) => {
    const a = Math.floor(key / count)
    const b = key % count
    const isAShorter = (wordings[a]?.words.length ?? 0) <= (wordings[b]?.words.length ?? 0)
    return { a, b, covered: coveredBy(hits, isAShorter ? 0 : 1), ...longestRun(hits) }
  })
}

function coveredBy(hits: readonly (readonly [number, number])[], side: 0 | 1): number {
  const covered = new Set<number>()
  for (const hit of hits) for (let k = 0; k < rowLength; k++) covered.add(hit[side] + k)
  return covered.size
}

/** Rows that follow each other in both make one run. */
function longestRun(hits: readonly (readonly [number, number])[]): Pick<Overlap, 'run' | 'runAt'> {
  const ordered = [...hits].sort((x, y) => x[0] - x[1] - (y[0] - y[1]) || x[0] - y[0])
  let longest = 0
  let longestEnd = 0
  let run = 0
  let last: readonly [number, number] | undefined
  for (const hit of ordered) {
    run = last && hit[0] - hit[1] === last[0] - last[1] && hit[0] === last[0] + 1 ? run + 1 : 1
    if (run > longest) {
      longest = run
      longestEnd = hit[0]
    }
    last = hit
  }
  return { run: longest + rowLength - 1, runAt: longestEnd - longest + 1 }
}

/** A single word shorter than this is in too many quotations. */
const longWord = 6

/** Terms of one or two telling words, with the longer quotations in which they stand. */
export function termsWithin(
  wordings: readonly Wording[],
): { readonly term: number; readonly holder: number }[] {
  const terms = new Map<string, number[]>()
  for (const [index, { words }] of wordings.entries()) {
    if (words.length < 1 || words.length > 2 || tellingWords(words) < words.length) continue
    if (words.length === 1 && (words[0] ?? '').length < longWord) continue
    const key = words.map(stemOf).join(' ')
    const same = terms.get(key)
    if (same) same.push(index)
    else terms.set(key, [index])
  }
  const found = new Map<string, Set<number>>()
  for (const [holder, { words }] of wordings.entries()) {
    if (words.length < 3) continue
    const stems = words.map(stemOf)
    for (const [at, stem] of stems.entries())
      for (const key of [stem, `${stem} ${stems[at + 1] ?? ''}`]) {
        if (!terms.has(key)) continue
        const holders = found.get(key)
        if (holders) holders.add(holder)
        else found.set(key, new Set([holder]))
      }
  }
  return [...found].flatMap(([key, holders]) =>
    holders.size > maxSharing
      ? []
      : (terms.get(key) ?? []).flatMap((term) => [...holders].map((holder) => ({ term, holder }))),
  )
}

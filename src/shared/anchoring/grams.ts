// An index of a text's short character sequences ("grams"), so that a quote is looked for only where
// something of it stands. Works for every script, since it knows no words. The idea is the seeding
// of sequence alignment (BLAST): rare common grams, then votes for the shift between the two texts.

export type GramIndex = {
  readonly text: string
  readonly length: number
  readonly mask: number
  /** For each hash: where its positions begin in `positions`; one more at the end. */
  readonly heads: Int32Array
  /** Starts of grams, grouped by hash, rising within each group. */
  readonly positions: Int32Array
}

/** A stretch of the indexed text worth a closer look, with how much speaks for it. */
export type Region = { readonly start: number; readonly end: number; readonly votes: number }

/** Indexes a (folded) text. Linear; about ten milliseconds for 100,000 words. */
export function indexGrams(text: string): GramIndex {
  const length = gramLength(text)
  const count = Math.max(0, text.length - length + 1)
  let buckets = 1024
  while (buckets < count && buckets < 1 << 20) buckets *= 2
  const mask = buckets - 1
  const hashes = new Int32Array(count)
  const heads = new Int32Array(buckets + 2)
  for (let at = 0; at < count; at++) {
    const hash = hashAt(text, at, length) & mask
    hashes[at] = hash
    heads[hash + 2] = (heads[hash + 2] ?? 0) + 1
  }
  for (let hash = 1; hash < heads.length; hash++) {
    heads[hash] = (heads[hash] ?? 0) + (heads[hash - 1] ?? 0)
  }
  const positions = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const slot = (hashes[at] ?? 0) + 1
    const head = heads[slot] ?? 0
    positions[head] = at
    heads[slot] = head + 1
  }
  return { text, length, mask, heads, positions }
}

// A text of one letter over and over has as many places as letters; nobody looks at them all.
const maxPlaces = 10_000
const maxCompared = 20_000_000

/**
 * The places of the indexed text where `needle` stands, overlapping ones too, in order; the first
 * thousands where there are very many.
 */
export function findAll(index: GramIndex, needle: string): readonly number[] {
  const { text, length, heads, positions } = index
  if (needle.length === 0) return []
  if (needle.length < length) return scan(text, needle)
  let rarest = { at: 0, from: 0, to: Number.POSITIVE_INFINITY }
  const step = Math.max(1, Math.floor((needle.length - length + 1) / 64))
  for (let at = 0; at <= needle.length - length; at += step) {
    const hash = hashAt(needle, at, length) & index.mask
    const from = heads[hash] ?? 0
    const to = heads[hash + 1] ?? 0
    if (to - from < rarest.to - rarest.from) rarest = { at, from, to }
  }
  const most = Math.max(16, Math.min(maxPlaces, maxCompared / needle.length))
  const found: number[] = []
  for (let slot = rarest.from; slot < rarest.to && found.length < most; slot++) {
    const start = (positions[slot] ?? 0) - rarest.at
    if (start >= 0 && text.startsWith(needle, start)) found.push(start)
  }
  return found
}

const maxGrams = 320
const maxHits = 640
const maxRegions = 6

/**
 * The regions where most of the needle's grams stand in about the needle's order, best first.
 * `slack`: how many code units may have been put in or taken out. Empty when nothing is shared.
 */
export function findRegions(index: GramIndex, needle: string, slack: number): readonly Region[] {
  const hits = collectHits(index, needle)
  const regions: Region[] = []
  const used = new Uint8Array(hits.length)
  while (regions.length < maxRegions) {
    let best = { votes: 0, from: 0, to: 0 }
    let from = 0
    let votes = 0
    for (let to = 0; to < hits.length; to++) {
      const hit = hits[to]
      if (!hit || used[to]) continue
      votes += hit.weight
      while (hit.shift - (hits[from]?.shift ?? 0) > slack) {
        if (!used[from]) votes -= hits[from]?.weight ?? 0
        from++
      }
      if (votes > best.votes + 1e-9) best = { votes, from, to: to + 1 }
    }
    if (best.votes < (regions[0]?.votes ?? 0) * 0.3 || best.votes <= 0) break
    const first = hits[best.from]?.shift ?? 0
    const last = hits[best.to - 1]?.shift ?? 0
    regions.push({
      start: Math.max(0, first - slack),
      end: Math.min(index.text.length, last + needle.length + slack),
      votes: best.votes,
    })
    used.fill(1, best.from, best.to)
  }
  return regions
}

type Hit = { readonly shift: number; readonly weight: number }

// Rare grams first, until there are enough: a gram that stands everywhere says nothing.
function collectHits(index: GramIndex, needle: string): readonly Hit[] {
  const { length, heads, positions } = index
  const grams: { at: number; from: number; to: number }[] = []
  const step = Math.max(1, Math.ceil((needle.length - length + 1) / maxGrams))
  for (let at = 0; at <= needle.length - length; at += step) {
    const hash = hashAt(needle, at, length) & index.mask
    const from = heads[hash] ?? 0
    const to = heads[hash + 1] ?? 0
    if (to > from) grams.push({ at, from, to })
  }
  grams.sort((a, b) => a.to - a.from - (b.to - b.from) || a.at - b.at)
  const hits: Hit[] = []
  for (const gram of grams) {
    const count = gram.to - gram.from
    if (hits.length > 0 && hits.length + count > maxHits) break
    const weight = 1 / (1 + Math.log2(count))
    for (let slot = gram.from; slot < Math.min(gram.to, gram.from + maxHits); slot++) {
      hits.push({ shift: (positions[slot] ?? 0) - gram.at, weight })
    }
  }
  return hits.sort((a, b) => a.shift - b.shift)
}

function scan(text: string, needle: string): readonly number[] {
  const found: number[] = []
  let at = text.indexOf(needle)
  while (at !== -1 && found.length < maxPlaces) {
    found.push(at)
    at = text.indexOf(needle, at + 1)
  }
  return found
}

// Scripts without spaces say in two or three characters what others say in a word.
function gramLength(text: string): number {
  const sample = text.slice(0, 20_000)
  let dense = 0
  for (let at = 0; at < sample.length; at++) if (sample.charCodeAt(at) >= 0x2e80) dense++
  return dense > sample.length * 0.3 ? 3 : 5
}

function hashAt(text: string, at: number, length: number): number {
  let hash = 0
  for (let unit = at; unit < at + length; unit++) {
    hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(unit)
  }
  return hash ^ (hash >>> 15)
}

// Simple ways of matching sentences that others use, for holding ours against: each gives every two
// sentences of two articles a score.
import { diffWords } from 'diff'

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of all words of two sentences that both have (Jaccard), on stems, function words left out. */
export function jaccard(a, b) {
  const [rows, columns] = [a, b].map(bagsOf)
  return (x, y) => {
    const [one, other] = [rows[x], columns[y]]
    let both = 0
    for (const stem of one) if (other.has(stem)) both++
    return both / (one.size + other.size - both || 1)
  }
}

const bagsOf = ({ sentences, tokens, words }) =>
  sentences.map(({ firstToken, endToken }) => {
    const bag = new Set()
    for (let token = firstToken; token < endToken; token++) {
      const { stem } = words[tokens.words[token]]
      if (stem !== '') bag.add(stem)
    }
    return bag
  })

/** The angle between two sentences' words, weighed by in how few articles they stand (TF-IDF cosine). */
export const cosine = (rarity) => (a, b) => {
  const norm = (bag) => Math.sqrt([...bag].reduce((all, stem) => all + rarity(stem) ** 2, 0)) || 1
  const [rows, columns] = [a, b].map((prepared) =>
    bagsOf(prepared).map((bag) => ({ bag, norm: norm(bag) })),
  )
  return (x, y) => {
    let dot = 0
    for (const stem of rows[x].bag) if (columns[y].bag.has(stem)) dot += rarity(stem) ** 2
    return dot / (rows[x].norm * columns[y].norm)
  }
}

/** What a comparison of versions (jsdiff) keeps of one article in the other, as share of the shorter sentence. */
export function versions(a, b) {
  const kept = new Map()
  let [inA, inB] = [0, 0]
  const at = ({ sentences }, offset) => sentences.findIndex(({ end }) => end > offset)
  for (const { value, added, removed } of diffWords(a.text, b.text)) {
    if (!added && !removed)
      for (const { 0: word, index } of value.matchAll(/[\p{L}\p{N}]+/gu)) {
        const key = `${at(a, inA + index)} ${at(b, inB + index)}`
        kept.set(key, (kept.get(key) ?? 0) + (word.length > 0 ? 1 : 0))
      }
    if (!added) inA += value.length
    if (!removed) inB += value.length
  }
  const lengths = [a, b].map(({ text, sentences }) =>
    sentences.map(({ start, end }) => wordsOf(text.slice(start, end)).length),
  )
  return (x, y) => (kept.get(`${x} ${y}`) ?? 0) / (Math.min(lengths[0][x], lengths[1][y]) || 1)
}

/**
 * Fingerprints that both sentences have, as share of the shorter one's (winnowing: Schleimer,
 * Wilkerson and Aiken 2003), of five words in windows of four.
 */
export function winnowing(a, b) {
  const [rows, columns] = [a, b].map(({ text, sentences }) =>
    sentences.map(({ start, end }) => fingerprints(wordsOf(text.slice(start, end)))),
  )
  return (x, y) => {
    let both = 0
    for (const print of rows[x]) if (columns[y].has(print)) both++
    return both / (Math.min(rows[x].size, columns[y].size) || 1)
  }
}

function fingerprints(words) {
  const hashes = []
  for (let at = 0; at + 5 <= words.length; at++)
    hashes.push(hash(words.slice(at, at + 5).join(' ')))
  const kept = new Set()
  for (let at = 0; at < Math.max(1, hashes.length - 3); at++) {
    const window = hashes.slice(at, at + 4)
    if (window.length > 0) kept.add(Math.min(...window))
  }
  return kept
}

/** FNV-1a, 32 bits. */
function hash(text) {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

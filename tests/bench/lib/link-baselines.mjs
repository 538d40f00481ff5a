// What else finds sentences that correspond, each as a likeness of two sentences from 0 to 1.
import { diffArrays } from 'diff'

/** What a likeness needs of a sentence, made once. */
function kept(make) {
  const known = new WeakMap()
  return (article, sentence) => {
    if (!known.has(sentence)) known.set(sentence, make(wordsOf(article, sentence)))
    return known.get(sentence)
  }
}

const wordsOf = ({ tokens, words }, { firstToken, endToken }) =>
  Array.from(tokens.words.subarray(firstToken, endToken), (id) => words[id])

const shared = (one, other) => {
  let both = 0
  for (const each of one) if (other.has(each)) both++
  return both
}
const jaccard = (one, other) => {
  const both = shared(one, other)
  return both / (one.size + other.size - both || 1)
}

const stemsOf = (words) => words.flatMap(({ stem }) => (stem === '' ? [] : [stem]))

function jaccardOfStems() {
  const of = kept((words) => new Set(stemsOf(words)))
  return (a, one, b, other) => jaccard(of(a, one), of(b, other))
}

/** @param counts of each stem, in how many of the `articles` it stands */
function tfIdf({ counts, articles }) {
  const of = kept((words) => {
    const vector = new Map()
    for (const stem of stemsOf(words)) vector.set(stem, (vector.get(stem) ?? 0) + 1)
    let square = 0
    for (const [stem, times] of vector) {
      const weight = times * Math.log((articles + 1) / ((counts.get(stem) ?? 0) + 0.5))
      vector.set(stem, weight)
      square += weight * weight
    }
    return { vector, length: Math.sqrt(square) }
  })
  return (a, one, b, other) => {
    const [x, y] = [of(a, one), of(b, other)]
    let product = 0
    for (const [stem, weight] of x.vector) product += weight * (y.vector.get(stem) ?? 0)
    return product / (x.length * y.length || 1)
  }
}

/** The share of equal words in the shortest edit from one sentence to the other (Myers 1986, by jsdiff). */
function jsdiff() {
  const of = kept((words) => words.map(({ norm }) => norm))
  return (a, one, b, other) => {
    const [x, y] = [of(a, one), of(b, other)]
    let equal = 0
    for (const { added, removed, count } of diffArrays(x, y)) if (!added && !removed) equal += count
    return (2 * equal) / (x.length + y.length || 1)
  }
}

/**
 * Fingerprints of runs of k words, the least of every w (Schleimer, Wilkerson, Aiken 2003): the share
 * of the shorter sentence's that both have.
 */
function winnowing(k = 5, w = 4) {
  const of = kept((words) => {
    const hashes = []
    for (let at = 0; at + k <= words.length; at++)
      hashes.push(hashOf(words.slice(at, at + k).map(({ norm }) => norm)))
    const prints = new Set()
    for (let at = 0; at < Math.max(Math.min(1, hashes.length), hashes.length - w + 1); at++)
      prints.add(Math.min(...hashes.slice(at, at + w)))
    return prints
  })
  return (a, one, b, other) => {
    const [x, y] = [of(a, one), of(b, other)]
    return shared(x, y) / (Math.min(x.size, y.size) || 1)
  }
}

/** FNV-1a of 32 bits. */
function hashOf(words) {
  let hash = 0x811c9dc5
  for (const character of words.join(' '))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Each takes two articles with a sentence of each: `(a, one, b, other)`. */
export const baselines = (frequencies) => ({
  'Jaccard of stems': jaccardOfStems(),
  'TF-IDF cosine': tfIdf(frequencies),
  'jsdiff of words': jsdiff(),
  'winnowing, k 5, w 4': winnowing(),
})

// The labelled articles beside the project, read as the program reads them, with the labels laid on
// the program's own sentences. Counting is that of the scorer beside the data.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.mjs'
import { sized } from './small.mjs'

export const devFolder = join(root, '..', 'shared', 'data', 'compare-dev')
const outlets = ['fox', 'hpo', 'nyt']

/** Which sentences of the truth lie under a stretch: those it covers, or is covered by, half. */
function sentencesUnder({ start, end }, sentences) {
  return sentences.flatMap(([from, to], index) => {
    const shorter = Math.min(to - from, end - start)
    const overlap = Math.min(to, end) - Math.max(from, start)
    return shorter > 0 && overlap >= shorter / 2 ? [index] : []
  })
}

/**
 * @param sources the program's `parseArticle` and `prepare`
 * @returns for each triplet its articles prepared, and for each two of them `truth`: the labels of
 *   every two sentences of the truth. 1: a link; 0: none; -1: not scored
 */
export async function readDevSet({ parseArticle, prepare }, folder = devFolder) {
  const triplets = []
  const most = sized(Number.POSITIVE_INFINITY, 3)
  for (const id of readdirSync(folder).sort()) {
    if (triplets.length === most) break
    if (!existsSync(join(folder, id, 'truth.json'))) continue
    const truth = JSON.parse(readFileSync(join(folder, id, 'truth.json'), 'utf8'))
    const inputs = []
    for (const outlet of outlets) {
      const read = await parseArticle(
        readFileSync(join(folder, id, `${outlet}.txt`)),
        `${outlet}.txt`,
      )
      if (!read.ok) throw new Error(`${id}/${outlet}: ${read.error.message}`)
      inputs.push(inputOf(read.value, `${id} ${outlet}`))
    }
    const prepared = inputs.map(prepare)
    const under = prepared.map(({ sentences }, article) =>
      sentences.map((each) => sentencesUnder(each, truth.articles[outlets[article]].sentences)),
    )
    const pairs = []
    for (let i = 0; i < 3; i++)
      for (let j = i + 1; j < 3; j++) pairs.push(labelsOf(truth, i, j, under))
    triplets.push({ id, event: truth.event, inputs, prepared, pairs, under })
  }
  return triplets
}

export const inputOf = ({ text, blocks, ...meta }, textHash) => ({
  text,
  textHash,
  blocks,
  title: meta.title,
  source: meta.source,
  published: meta.published,
  language: meta.language,
})

function labelsOf(truth, i, j, under) {
  const [A, B] = [outlets[i], outlets[j]]
  const rows = truth.articles[A].sentences.length
  const columns = truth.articles[B].sentences.length
  const size = rows * columns
  const label = new Int8Array(size)
  const lookAlike = new Uint8Array(size)
  const quote = new Uint8Array(size)
  for (const each of truth.pairs) {
    const flipped = each.a[0] === B && each.b[0] === A
    if (!flipped && !(each.a[0] === A && each.b[0] === B)) continue
    const [a, b] = flipped ? [each.b[1], each.a[1]] : [each.a[1], each.b[1]]
    const at = a * columns + b
    label[at] =
      each.confidence === 'medium' || each.label === 'related'
        ? -1
        : each.confidence === 'high'
          ? 1
          : 0
    lookAlike[at] = each.label === 'look-alike' ? 1 : 0
    quote[at] = each.label === 'verbatim-quote' || each.label === 'near-verbatim' ? 1 : 0
  }
  return { i, j, rows, columns, label, lookAlike, quote, underA: under[i], underB: under[j] }
}

/** The label of two sentences of the program: a link if any two under them are one. */
export function labelOf(pair, a, b) {
  let found = 0
  for (const x of pair.underA[a] ?? [])
    for (const y of pair.underB[b] ?? []) {
      const label = pair.label[x * pair.columns + y]
      if (label === 1) return 1
      if (label === -1) found = -1
    }
  return found
}

/** Scores of the program's sentences as scores of the truth's: the highest of those that lie on it. */
export function layOnTruth(pair, scoreOf) {
  const scores = new Float64Array(pair.label.length).fill(Number.NEGATIVE_INFINITY)
  pair.underA.forEach((xs, a) => {
    if (xs.length === 0) return
    pair.underB.forEach((ys, b) => {
      if (ys.length === 0) return
      const score = scoreOf(a, b)
      for (const x of xs)
        for (const y of ys) {
          const at = x * pair.columns + y
          if (score > scores[at]) scores[at] = score
        }
    })
  })
  return scores
}

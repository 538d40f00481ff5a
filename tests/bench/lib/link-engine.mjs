// What the program finds in the labelled stories: with constants that a story had no part in, and as
// it is shipped. A score above `certain` is a certain link.
import { learn, tableOf } from '../../../scripts/lib/learn-compare.mjs'
import { labelOf } from './compare-data.mjs'
import { cellsOf } from './link-cells.mjs'

const certain = 1_000
const none = Number.NEGATIVE_INFINITY

/** @returns the cells with held-out sums as scores, and the limits for each story from the others */
export function heldOut(engine, stories, rarity) {
  const table = tableOf(engine, stories, rarity, labelOf)
  const { held, limitsWithout } = learn(engine, table)
  const sums = stories.map((story, index) => {
    const { blocks, certain: links } = table.stories[index]
    return new Map(
      story.pairs.map((pair, couple) => {
        const found = new Map()
        const block = blocks[couple]
        for (let at = 0; at < block.a.length; at++)
          found.set(`${block.a[at]} ${block.b[at]}`, held[block.from + at])
        for (const key of links[couple].keys()) found.set(key, certain)
        return [pair, found]
      }),
    )
  })
  const of = new Map(stories.map((story, index) => [story, sums[index]]))
  const cells = cellsOf(
    stories,
    (story, pair, a, b) => of.get(story).get(pair).get(`${a} ${b}`) ?? none,
  )
  const limits = stories.map((_, story) => {
    const { possible, sure } = limitsWithout(story)
    return { linked: possible, sure, words: certain }
  })
  return { cells, limits, pairs: table.label.length }
}

/** @returns the comparison of each story, whole, and the cells with 1 *possible*, 2 *sure*, 1000 *certain* */
export function shipped(engine, stories) {
  const tiers = { possible: 1, sure: 2, certain }
  const answers = stories.map(({ id, inputs }) => ({ id, comparison: engine.compareAlone(inputs) }))
  const found = new Map(
    stories.map((story, index) => [
      story,
      new Map(
        answers[index].comparison.links.map(({ a, b, tier }) => [
          `${a.article} ${a.sentence} ${b.article} ${b.sentence}`,
          tiers[tier],
        ]),
      ),
    ]),
  )
  const cells = cellsOf(
    stories,
    (story, { i, j }, a, b) => found.get(story).get(`${i} ${a} ${j} ${b}`) ?? none,
  )
  return { answers, cells, limits: stories.map(() => ({ linked: 1, sure: 2, words: certain })) }
}

/** How often what is given a score is right, by the score. @returns rows: band, pairs, mean score, share right */
export function reliability(cells, probability) {
  const ends = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1]
  const bands = ends.map(() => ({ pairs: 0, right: 0, sum: 0 }))
  const sure = { pairs: 0, right: 0, sum: 0 }
  for (const { score, label } of cells) {
    if (label === -1 || score === none) continue
    const value = score >= certain ? 1 : probability(score)
    const band = score >= certain ? sure : bands[ends.findIndex((end) => value <= end)]
    band.pairs++
    band.right += label
    band.sum += value
  }
  const row = (name, { pairs, right, sum }) => [
    name,
    String(pairs),
    (sum / (pairs || 1)).toFixed(3),
    (right / (pairs || 1)).toFixed(3),
  ]
  return [
    ...bands.map((band, at) => row(`${ends[at - 1] ?? 0}–${ends[at]}`, band)),
    row('the same words', sure),
  ]
}

// Every two sentences of the truth that may be linked, with their labels and what is laid on them.
import { layOnTruth } from './compare-data.mjs'

/**
 * @param scoreOf `(story, pair, a, b)`: the score of two of the program's sentences; -Infinity: none
 * @returns one cell for each two sentences of the truth: `{ story, label, lookAlike, quote, score }`
 */
export function cellsOf(stories, scoreOf) {
  const cells = []
  for (const [index, story] of stories.entries())
    for (const pair of story.pairs) {
      const scores = layOnTruth(pair, (a, b) => scoreOf(story, pair, a, b))
      for (const [at, label] of pair.label.entries())
        cells.push({
          ...{ story: index, label, score: scores[at] },
          ...{ lookAlike: pair.lookAlike[at], quote: pair.quote[at] },
        })
    }
  return cells
}

/** The same with what stands apart: no score of furniture. */
export const contentCells = (stories, scoreOf) =>
  cellsOf(stories, ({ prepared }, { i, j }, a, b) => {
    const [one, other] = [prepared[i].sentences[a], prepared[j].sentences[b]]
    if (one.furniture || other.furniture) return Number.NEGATIVE_INFINITY
    return scoreOf(prepared[i], one, prepared[j], other)
  })

/**
 * The limits of a score that do best on all stories but one: `linked` with the highest strict F1,
 * `sure` the lowest with the wanted precision, `words` with the highest F1 for the same words.
 */
export function limitsFor(cells, stories, wanted = 0.97) {
  const sorted = cells
    .filter(({ score, label }) => label !== -1 && score > 0)
    .sort((x, y) => y.score - x.score)
  const all = Array.from({ length: stories }, () => ({ link: 0, quote: 0 }))
  for (const { story, label, quote } of cells) {
    if (label === 1) all[story].link++
    if (quote === 1 && label !== -1) all[story].quote++
  }
  return all.map((_, left) => {
    const sum = (kind) => all.reduce((sum, each, at) => sum + (at === left ? 0 : each[kind]), 0)
    const others = sorted.filter(({ story }) => story !== left)
    const [links, quotes] = [sum('link'), sum('quote')]
    const best = { link: 0, quote: 0 }
    const limits = { linked: Infinity, sure: Infinity, words: Infinity }
    let [right, quoted] = [0, 0]
    for (const [at, { label, quote, score }] of others.entries()) {
      if (label === 1) right++
      if (quote === 1) quoted++
      // Equal scores stand and fall together.
      if (others[at + 1]?.score === score) continue
      const f1 = (2 * right) / (at + 1 + links)
      const f1OfWords = (2 * quoted) / (at + 1 + quotes)
      if (f1 > best.link) [best.link, limits.linked] = [f1, score]
      if (f1OfWords > best.quote) [best.quote, limits.words] = [f1OfWords, score]
      if (right >= wanted * (at + 1)) limits.sure = score
    }
    return { ...limits, sure: Math.max(limits.sure, limits.linked) }
  })
}

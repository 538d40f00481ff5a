// The layer of same words on stories labelled by hand, where these are at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepare } from '../../../src/compare/prepare/prepare.ts'
import { findQuotations } from '../../../src/compare/quotations/find-quotations.ts'
import { wordingLinks } from '../../../src/compare/wording/wording-links.ts'
import { articleOf } from '../article-of.ts'

const folder = '../shared/data/compare-dev'
const outlets = ['fox', 'hpo', 'nyt'] as const

interface Range {
  readonly start: number
  readonly end: number
}

/** Indices of the labelled sentences that lie under ours by at least half of the shorter. */
function under(own: Range, labelled: readonly (readonly [number, number])[]): number[] {
  return labelled.flatMap(([start, end], index) => {
    const overlap = Math.min(end, own.end) - Math.max(start, own.start)
    return overlap >= Math.min(end - start, own.end - own.start) / 2 ? [index] : []
  })
}

describe.skipIf(!existsSync(folder))('wording links of labelled stories', () => {
  it('are the quotations and near copies that a reader sees, and never no link at all', () => {
    let [right, found, labelledAll, wrong] = [0, 0, 0, 0]
    for (const story of readdirSync(folder)) {
      if (!existsSync(`${folder}/${story}/truth.json`)) continue
      const truth = JSON.parse(readFileSync(`${folder}/${story}/truth.json`, 'utf8'))
      const articles = outlets.map((outlet) =>
        articleOf(readFileSync(`${folder}/${story}/${outlet}.txt`, 'utf8').trimEnd().split('\n\n')),
      )
      const prepared = articles.map(prepare)
      const said = articles.map(findQuotations)
      for (const [i, j] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const) {
        const [a, b] = [prepared[i], prepared[j]]
        if (!a || !b) continue
        const links = new Set<string>()
        for (const link of wordingLinks(a, b, { a: said[i] ?? [], b: said[j] ?? [] })) {
          const [one, other] = [a.sentences[link.a], b.sentences[link.b]]
          if (!one || !other) continue
          for (const x of under(one, truth.articles[outlets[i]].sentences))
            for (const y of under(other, truth.articles[outlets[j]].sentences))
              links.add(`${x} ${y}`)
        }
        const labels = new Map<string, { readonly label: string; readonly confidence?: string }>()
        for (const pair of truth.pairs) {
          const isFlipped = pair.a[0] === outlets[j] && pair.b[0] === outlets[i]
          const [one, other] = isFlipped ? [pair.b, pair.a] : [pair.a, pair.b]
          if (one[0] === outlets[i] && other[0] === outlets[j])
            labels.set(`${one[1]} ${other[1]}`, pair)
        }
        for (const [key, { label }] of labels)
          if (label.endsWith('quote') || label.startsWith('near')) {
            labelledAll++
            if (links.has(key)) right++
          }
        for (const key of links) {
          const pair = labels.get(key)
          if (pair?.confidence === 'medium' || pair?.label === 'related') continue
          found++
          if (pair?.confidence !== 'high') wrong++
        }
      }
    }
    const [precision, recall] = [right / found, right / labelledAll]
    expect(wrong).toBe(0)
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.92)
  })
})

// A comparison as a report to read.
import { reasonInWords } from '../../../../shared/comparison/reason-words.ts'
import type {
  Explanation,
  Link,
  PairVerdict,
  SentenceRef,
} from '../../../../shared/model/comparison.ts'
import { type ComparedSet, matchesIn, percentOf, placeOf, wordsAt } from './compared-set.ts'
import { tagMatrix } from './tag-matrix.ts'

const kinds = {
  'verbatim': 'the same words',
  'near': 'nearly the same words',
  'same-fact': 'the same in other words',
} as const

/** Lines, without line feeds. Articles are called by their numbers, from 1. */
export function inWords(set: ComparedSet): string[] {
  return [
    ...set.articles.map(headOf),
    ...set.comparison.pairs.flatMap(bannerOf),
    ...section('Passages that correspond', passages(set)),
    ...section('Possible matches', possible(set)),
    ...section('Quotations', quotations(set)),
    ...section('Figures, dates and names that differ', differences(set)),
    ...section('Typical words', typical(set)),
    ...section('Only here', only(set)),
    ...(set.hasTags ? section('Tags', tags(set)) : []),
  ]
}

const section = (name: string, lines: readonly string[]): string[] => [
  '',
  name,
  ...(lines.length > 0 ? lines : ['  none']),
]

const headOf = ({ path, title, source, published }: ComparedSet['articles'][number], at: number) =>
  `${at + 1}  ${[title ?? '(no title)', source, published?.slice(0, 10), path].filter(Boolean).join(' · ')}`

function bannerOf({ a, b, event, because, otherLanguage }: PairVerdict): string[] {
  const both = `${a + 1} and ${b + 1}`
  const why = because.length > 0 ? ` (${because.join('; ')})` : ''
  return [
    ...(otherLanguage
      ? [`!  ${both} are in different languages: their sentences were not compared by their words.`]
      : []),
    ...(event === 'different' ? [`!  ${both} look like reports of different events${why}.`] : []),
    ...(event === 'unsure' ? [`!  ${both} may be reports of different events${why}.`] : []),
  ]
}

const quoted = (set: ComparedSet, ref: SentenceRef): string =>
  `${ref.article + 1}  ${percentOf(set.comparison, placeOf(set.comparison, ref))} %  ${wordsAt(set, placeOf(set.comparison, ref))}`

function passages(set: ComparedSet): string[] {
  const { clusters, articles } = set.comparison
  const matches = matchesIn(set.comparison)
  return clusters.flatMap(({ members, tier }) => {
    const inside = new Set(members.map(keyOf))
    const tellers = [...new Set(members.map(({ article }) => article + 1))]
    return [
      `  ${tellers.length} of ${articles.length}: ${tellers.join(', ')} (${tier})`,
      ...members.map((member) => `    ${quoted(set, member)}`),
      ...matches.flatMap((link, at) =>
        link.tier !== 'possible' && inside.has(keyOf(link.a)) && inside.has(keyOf(link.b))
          ? linkLines(set, link, at, '    ')
          : [],
      ),
    ]
  })
}

const possible = (set: ComparedSet): string[] =>
  matchesIn(set.comparison).flatMap((link, at) =>
    link.tier === 'possible'
      ? [`  ${quoted(set, link.a)}`, `  ${quoted(set, link.b)}`, ...linkLines(set, link, at, '  ')]
      : [],
  )

const keyOf = ({ article, sentence }: SentenceRef): string => `${article} ${sentence}`

function linkLines(set: ComparedSet, link: Link, at: number, indent: string): string[] {
  const { a, b, kind, tier, score, verdict } = link
  const word = verdict === 'yes' ? ', confirmed by you' : ''
  return [
    `${indent}${a.article + 1}–${b.article + 1}: ${kinds[kind]}, ${tier}${word} (${score.toFixed(2)})`,
    ...reasonLines(set, set.explanations?.[at]).map((line) => `${indent}  ${line}`),
  ]
}

function reasonLines({ articles }: ComparedSet, why: Explanation | undefined): string[] {
  if (!why) return []
  const names = articles.map((_, at) => `article ${at + 1}`)
  return [
    ...why.reasons.map((reason) => `because: ${reasonInWords(reason, names)}`),
    ...why.cautions.map((reason) => `but: ${reasonInWords(reason, names)}`),
  ]
}

const quotations = ({ comparison }: ComparedSet): string[] =>
  comparison.quotations.flatMap(({ words, speaker, variants }) => [
    `  “${flat(words)}”${speaker === null ? '' : ` (${speaker})`}`,
    ...variants.map((variant) => {
      const cut = flat(variant.words) === flat(words) ? '' : `  as “${flat(variant.words)}”`
      return `    ${variant.article + 1}  ${percentOf(comparison, variant)} %${cut}`
    }),
  ])

const differences = ({ comparison: { differences: all, figures } }: ComparedSet): string[] =>
  all.flatMap(({ kind, a, b, differs }) => {
    const [one, other] = [figures[a], figures[b]]
    if (!one || !other) return []
    const how = differs === 'wording' ? 'the same, put otherwise' : kind
    return [
      `  ${one.article + 1} “${flat(one.text)}”  ${other.article + 1} “${flat(other.text)}”  (${how})`,
    ]
  })

/** How many typical words are shown of an article, and how much of the text around each. */
const mostWords = 10
const context = 36

const typical = (set: ComparedSet): string[] =>
  set.articles.flatMap(({ text }, article) =>
    set.comparison.keywords
      .filter((each) => each.article === article)
      .slice(0, mostWords)
      .map(({ term, count, elsewhere, places: [first] }) => {
        const shown = first
          ? `  …${flat(text.slice(Math.max(0, first.start - context), first.end + context))}…`
          : ''
        return `  ${article + 1}  ${term} (${count} here, ${elsewhere} elsewhere)${shown}`
      }),
  )

const only = (set: ComparedSet): string[] =>
  set.comparison.only.map((ref) => `  ${quoted(set, ref)}`)

function tags(set: ComparedSet): string[] {
  const rows = tagMatrix(set)
  const width = Math.max(0, ...rows.map(({ name }) => name.length))
  return [
    ...rows.map(
      ({ name, articles }) =>
        `  ${name.padEnd(width)}  ${articles.map(({ count }) => String(count).padStart(4)).join('')}`,
    ),
    ...rows.flatMap(({ name, articles }) => [
      `  ${name}`,
      ...articles.flatMap(({ passages: all }, article) =>
        all.map(
          ({ percent, ...range }) =>
            `    ${article + 1}  ${percent} %  ${wordsAt(set, { article, ...range })}`,
        ),
      ),
    ]),
  ]
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

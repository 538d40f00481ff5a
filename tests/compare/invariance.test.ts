// How a text is typed, what the page adds at its foot and in which order two articles are asked for
// changes no link between them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleInput } from '../../src/compare/article.ts'
import { compareAlone } from '../../src/compare/compare.ts'
import { prepare } from '../../src/compare/prepare/prepare.ts'
import { findQuotations } from '../../src/compare/quotations/find-quotations.ts'
import { wordingLinks } from '../../src/compare/wording/wording-links.ts'
import { articleOf } from './article-of.ts'

/** One event, each fact in the ways in which different articles may put it. */
const facts: readonly (readonly string[])[] = [
  [
    'The harbour of Norvík reopened on Tuesday after the F.B.I. had searched 14 ships.',
    'Norvík’s harbour was opened again Tuesday, once FBI agents had searched fourteen ships.',
  ],
  [
    '“The quay is sinking — and nobody cares,” said Mayor Inés Varga.',
    'Ms. Varga, the mayor, warned again that “the quay is sinking”.',
    'Inés Varga: “The quay is sinking – and nobody cares.”',
  ],
  [
    'Crews from three well-known firms worked through the night to clear the sunken barge.',
    'Through the night, crews of three well-known firms cleared the barge that had sunk.',
  ],
  [
    'The U.S. Coast Guard put the damage at $1.2 million, Capt. José Lind said.',
    'Damage of $1.2 million was reported by Capt. Lind of the U.S. Coast Guard.',
  ],
  [
    'Lind didn’t rule out a “drowning port” by 2040.',
    '“This is a ‘drowning port’ and it’s getting worse,” Captain José Lind told the board.',
  ],
  [
    'About 30% of the town’s 8,400 people live off the harbour.',
    'Nearly a third of Norvík’s 8,400 residents live off the port.',
  ],
  ['The café at the pier — shut since May — stays closed.', 'The pier’s café remains closed.'],
]

const owns: readonly string[] = [
  'A choir from the valley sang for the pilots’ families.',
  'Opponents of the mayor called the search “a show for the cameras”.',
  'Ferries to the islands run every two hours; tickets cost 12 crowns.',
  'The storm of 1987 had closed the same quay for ten days.',
  'Nobody at the shipping company “Nórd & Søn” answered calls.',
  'Students painted a 40-metre whale on the wall of the fish hall.',
  'The weather service expects calm seas until the weekend.',
]

const headlines: readonly string[] = [
  'Norvík harbour reopens after search',
  'Mayor: ‘The quay is sinking’',
  'After F.B.I. search, ships leave Norvík',
]

const article = fc
  .record({
    headline: fc.constantFrom(...headlines),
    facts: fc.shuffledSubarray([...facts], { minLength: 2 }),
    wordings: fc.array(fc.nat(5), { minLength: facts.length, maxLength: facts.length }),
    owns: fc.subarray([...owns]),
    joins: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  })
  .map(({ headline, facts: told, wordings, owns: own, joins }) => {
    const sentences = told.map((ways, at) => ways[(wordings[at] ?? 0) % ways.length] ?? '')
    const paragraphs: string[] = []
    for (const [at, sentence] of [...sentences, ...own].entries())
      if (joins[at] && paragraphs.length > 0)
        paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1)} ${sentence}`
      else paragraphs.push(sentence)
    return [headline, ...paragraphs]
  })

const inputOf = (paragraphs: Parameters<typeof articleOf>[0]): ArticleInput =>
  articleOf(paragraphs, { source: 'Post', published: '2026-03-04' })

const footer = [
  'Sign up for our newsletter',
  '© 2026 The Norvík Post. All rights reserved.',
  { text: 'The harbour of Norvík in pictures: the quay is sinking', furniture: true as const },
]

const retyped = (change: (text: string) => string) => (paragraphs: readonly string[]) =>
  inputOf(paragraphs.map(change))

const mutations: Readonly<Record<string, (paragraphs: readonly string[]) => ArticleInput>> = {
  'straight quotes': retyped((text) => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")),
  'decomposed letters': retyped((text) => text.normalize('NFD')),
  'other dashes': retyped((text) => text.replace(/[—–]/gu, (dash) => (dash === '—' ? '–' : '—'))),
  'no-break spaces': retyped((text) => text.replace(/ (?=[\p{N}—–&])/gu, '\u00a0')),
  'soft hyphens': retyped((text) => text.replace(/(harb|wea)(our|ther)/gu, '$1\u00ad$2')),
  'a footer': (paragraphs) => inputOf([...paragraphs, ...footer]),
}

type Found = (a: ArticleInput, b: ArticleInput) => string[]

const engines: Readonly<Record<string, Found>> = {
  'the layer of same words': (a, b) =>
    wordingLinks(prepare(a), prepare(b), { a: findQuotations(a), b: findQuotations(b) }).map(
      (link) => [link.a, link.b, link.kind, link.score.toFixed(6)].join(' '),
    ),
  'the whole comparison': (a, b) =>
    compareAlone([a, b]).links.map(({ a: one, b: other, kind, tier, score }) =>
      [one.sentence, other.sentence, kind, tier, score.toFixed(6)].join(' '),
    ),
}

/** Whether the comparison knows a line of the page, as everything does that works on prepared articles. */
const isPrepared =
  compareAlone([articleOf(['Sign up for our newsletter'])]).articles[0]?.sentences[0]?.furniture ===
  true

const swapped = (links: readonly string[]): string[] =>
  links.map((link) => link.replace(/^(\d+) (\d+)/, '$2 $1'))

/** Those that are worth trying on both at once. */
const inBoth = new Set(['straight quotes', 'a footer'])

/** With nine changes of each, over 500 changed pairs; others in every run. */
const pairs = 57

describe.each(Object.entries(engines))('links of %s', (engine, linksOf) => {
  const isSkipped = engine === 'the whole comparison' && !isPrepared
  it.skipIf(isSkipped)(
    'do not change with typing, a footer or the order of the articles',
    () => {
      let seen = 0
      fc.assert(
        fc.property(article, article, (first, second) => {
          const [a, b] = [inputOf(first), inputOf(second)]
          const links = linksOf(a, b).sort()
          seen += links.length
          expect(swapped(linksOf(b, a)).sort(), 'swapped').toEqual(links)
          for (const [name, mutate] of Object.entries(mutations)) {
            expect(linksOf(mutate(first), b).sort(), `${name} in one`).toEqual(links)
            if (inBoth.has(name))
              expect(linksOf(mutate(first), mutate(second)).sort(), `${name} in both`).toEqual(
                links,
              )
          }
        }),
        { numRuns: engine === 'the whole comparison' ? pairs : 30 },
      )
      expect(seen).toBeGreaterThan(30)
    },
    60_000,
  )
})

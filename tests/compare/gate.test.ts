import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findFigures } from '../../src/compare/figures/figures.ts'
import { type GateArticle, gateOf } from '../../src/compare/gate.ts'
import { prepare } from '../../src/compare/prepare/prepare.ts'
import { findQuotations } from '../../src/compare/quotations/find-quotations.ts'
import { articleOf } from './article-of.ts'

type Paragraphs = Parameters<typeof articleOf>[0]

function read(paragraphs: Paragraphs, meta: Parameters<typeof articleOf>[1] = {}): GateArticle {
  const input = articleOf(paragraphs, meta)
  const prepared = prepare(input)
  const quotations = findQuotations(input)
  return { input, prepared, quotations, figures: findFigures(input, prepared) }
}
const title = (text: string) => ({ text, kind: 'heading', role: 'title' }) as const
const ask = (a: GateArticle, b: GateArticle, certain = 0) => gateOf(a, b, { certain })

const harbour: Paragraphs = [
  title('Ferry runs aground off Lindholm harbour'),
  'The ferry Astrid ran aground outside Lindholm harbour early on Tuesday with 214 people on board, the coast guard said.',
  'Captain Jonas Merk told rescuers that the steering had failed minutes before. Nobody was hurt, and all passengers were brought ashore by noon.',
  '“We heard a long scrape and then nothing moved any more,” said Petra Vogt, a teacher from Lindholm.',
  'The owner, Norrfjord Lines, said the ship had been inspected in spring.',
]
const harbourAgain: Paragraphs = [
  title('All 214 safe after Lindholm ferry accident'),
  'More than two hundred people were taken off the ferry Astrid on Tuesday after it struck rocks near Lindholm.',
  'Norrfjord Lines blamed a fault in the steering. Captain Jonas Merk had steered the Astrid for nine years.',
  'Petra Vogt, who was travelling with her class, said: “We heard a long scrape and then nothing moved any more.”',
  'The coast guard began to look into the accident in the afternoon.',
]
const council: Paragraphs = [
  title('Lindholm council raises parking fees'),
  'The council of Lindholm voted on Tuesday to raise parking fees in the old town by a third from January.',
  'Mayor Edda Brandt said the money would go to the buses. Shopkeepers on Market Street had asked for a delay.',
  'The opposition called the fees unfair to families and announced a petition.',
]

/** Two heads of state meet: much the same every time. */
const summit = (place: string, more: readonly string[]): Paragraphs => [
  title(`President Varga meets President Okoro in ${place}`),
  `President Ines Varga of Poland met President Samuel Okoro of Egypt in ${place} to talk about trade and energy.`,
  'President Varga and President Okoro praised the close partnership of their countries. Poland and Egypt want more trade.',
  ...more,
]

describe('two articles on one event', () => {
  const [a, b] = [read(harbour), read(harbourAgain)]

  it('are told to be, with the names, the quotation and the number that both have', () => {
    const { event, because, otherLanguage } = ask(a, b, 1)
    expect(event).toBe('same')
    expect(otherLanguage).toBe(false)
    expect(because.join('\n')).toMatch(/Same quotation: “We heard a long scrape/)
    expect(because.join('\n')).toMatch(/Both name .*Lindholm/)
    expect(because.join('\n')).toMatch(/Both give 214/)
  })

  it('are told to be whichever is asked about first, in the same words', () => {
    expect(ask(b, a, 1)).toEqual(ask(a, b, 1))
  })

  it('may be dated some days apart', () => {
    const later = read(harbourAgain, { published: '2024-03-07' })
    const { event, because } = ask(read(harbour, { published: '2024-03-05' }), later)
    expect(event).toBe('same')
    expect(because).toContain('Dated two days apart')
  })
})

describe('articles on two events', () => {
  it('are told to be, though the town and the day are the same', () => {
    expect(ask(read(harbour), read(council)).event).toBe('different')
  })

  it('are told to be when they are dated a year apart', () => {
    const then = read(harbour, { published: '2023-03-05' })
    const { event, because } = ask(then, read(harbourAgain, { published: '2024-03-05' }))
    expect(event).not.toBe('same')
    expect(because).toContain('Dated twelve months apart')
  })

  it('are told to be when the same heads of state meet in another country', () => {
    const { event, because } = ask(read(summit('Rome', [])), read(summit('Tokyo', [])))
    expect(event).toBe('different')
    expect(because.join()).toMatch(/One is in .*(?:Italy|Japan)/)
  })

  it('are told to be when each begins with names that the other never mentions', () => {
    const [one, other] = [
      read(
        summit('Rome', [
          'The talks were part of the Harvest Forum, opened in the morning by Tilde Aasen, who owns several ferries.',
        ]),
      ),
      read(
        summit('Rome', [
          'They also went to see the new presses at the Colonna Works, where Bruno Salvi showed them around.',
        ]),
      ),
    ]
    expect(ask(one, other).event).not.toBe('same')
    expect(ask(one, other).because.join()).toMatch(/names that the other never mentions/)
  })
})

describe('meetings of the same people in the same place', () => {
  it('are one event where nothing speaks against it', () => {
    expect(ask(read(summit('Rome', [])), read(summit('Rome', ['Dinner followed.']))).event).toBe(
      'same',
    )
  })
})

describe('an article with few words', () => {
  const short = read(['Ferry runs aground.'])

  it('tells too little, as does an empty one', () => {
    expect(ask(short, read(council)).event).toBe('unsure')
    expect(ask(read([]), read([])).event).toBe('unsure')
    expect(ask(short, read(harbour)).because).toContain('Too short to tell much')
  })
})

describe('articles in different languages', () => {
  const german = read(
    [
      title('Fähre vor Lindholm auf Grund gelaufen'),
      'Die Fähre Astrid ist am Dienstag mit 214 Menschen an Bord vor Lindholm auf Grund gelaufen, wie die Küstenwache mitteilte.',
      'Kapitän Jonas Merk sprach von einem Fehler der Steuerung. Die Reederei Norrfjord Lines kündigte eine Untersuchung an.',
      'Eine Lehrerin, Petra Vogt, war mit ihrer Klasse unterwegs.',
    ],
    { language: 'de' },
  )

  it('are one event by the names and numbers that both have', () => {
    const { event, otherLanguage, because } = ask(german, read(harbour))
    expect({ event, otherLanguage }).toEqual({ event: 'same', otherLanguage: true })
    expect(because.join()).toMatch(/Both give 214/)
  })

  it('are none by the name of a town alone', () => {
    expect(ask(german, read(council)).event).not.toBe('same')
  })
})

const shared = new URL('../../../shared/', import.meta.url)

describe.skipIf(!existsSync(shared))('real articles', () => {
  it('of each story are one event, and of look-alikes only those that are', {
    timeout: 60_000,
  }, async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    const { parseArticle } = await import('../../src/main/reading/parse-article.ts')
    const folders = [
      'seeds',
      ...readdirSync(new URL('data/compare-dev/', shared)).map(
        (name) => `data/compare-dev/${name}`,
      ),
    ].filter((name) => !name.endsWith('.md'))
    const articles: { folder: string; file: string; gate: GateArticle }[] = []
    for (const folder of folders)
      for (const file of readdirSync(new URL(`${folder}/`, shared)).sort()) {
        if (!file.endsWith('.txt')) continue
        const parsed = await parseArticle(readFileSync(new URL(`${folder}/${file}`, shared)), file)
        if (!parsed.ok) throw new Error(file)
        const input = { ...parsed.value, textHash: '' }
        const prepared = prepare(input)
        const quotations = findQuotations(input)
        const gate = { input, prepared, quotations, figures: findFigures(input, prepared) }
        articles.push({ folder, file: file.slice(0, 3), gate })
      }
    const alikeSeeds: string[] = []
    for (const [at, a] of articles.entries())
      for (const b of articles.slice(at + 1)) {
        const { event } = ask(a.gate, b.gate)
        if (a.folder !== b.folder) expect(event).toBe('different')
        else if (a.folder !== 'seeds') expect(event).toBe('same')
        else if (event === 'same') alikeSeeds.push(`${a.file} ${b.file}`)
      }
    expect(alikeSeeds).toEqual(['000 001', '003 004'])
  })
})

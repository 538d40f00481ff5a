import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFigures } from '../../../src/compare/figures/figures.ts'
import type { FigureKind } from '../../../src/shared/model/comparison.ts'
import { articleOf } from '../article-of.ts'

const found = (kind: FigureKind, text: string, language = 'en', published: string | null = null) =>
  findFigures(articleOf([text], { language, published }))
    .filter((figure) => figure.kind === kind)
    .map((figure) => [figure.text, figure.value])

describe('numbers', () => {
  it.each<[string, [string, string][]]>([
    ['Fares rose by 30%.', [['30%', '30 %']]],
    ['Fares rose by 30 percent.', [['30 percent', '30 %']]],
    ['Fares rose by 30 per cent.', [['30 per cent', '30 %']]],
    ['The levy rose by 2 percentage points.', [['2 percentage points', '2 points']]],
    ['A third of the tenants left.', [['A third', '33.33 %']]],
    ['Three-quarters of the tenants left.', [['Three-quarters', '75 %']]],
    ['One in five tenants left.', [['One in five', '20 %']]],
    ['Nine out of 10 tenants left.', [['Nine out of 10', '90 %']]],
    ['Half of the tenants left.', [['Half', '50 %']]],
    ['The dam cost $190 billion.', [['$190 billion', '190000000000 USD']]],
    ['The dam cost 190 billion dollars.', [['190 billion dollars', '190000000000 USD']]],
    ['The dam cost £1.2m.', [['£1.2m', '1200000 GBP']]],
    ['The dam cost US$5bn.', [['US$5bn', '5000000000 USD']]],
    [
      'The dam cost between $10 and $15 million.',
      [['$10 and $15 million', '10000000–15000000 USD']],
    ],
    ['About 40 boats sank.', [['40', '~ 40 boats']]],
    ['More than 1,000 boats sank.', [['1,000', '> 1000 boats']]],
    ['Up to 300 boats sank.', [['300', '< 300 boats']]],
    ['Seven councillors spoke.', [['Seven', '7 councillors']]],
    ['Twenty-one councillors spoke.', [['Twenty-one', '21 councillors']]],
    ['One hundred and five seats were empty.', [['One hundred and five', '105 seats']]],
    ['A dozen seats were empty.', [['A dozen', '12 seats']]],
    ['Hundreds of seats were empty.', [['Hundreds', '200+ seats']]],
    ['Half a million people came.', [['Half a million', '500000 people']]],
    ['Some 1,00,000 people came.', [['1,00,000', '~ 100000 people']]],
    ['The council voted 7 to 5 for it.', [['7 to 5', '7–5']]],
    ['It passed in a 7-5 vote.', [['7-5', '7–5']]],
    ['Between 10 and 15 boats sank.', [['10 and 15', '10–15 boats']]],
    ['Five against, the others for it.', [['Five', '5 against']]],
    ['The blast killed 12 people.', [['12', '12 dead']]],
    ['At least 12 people were killed.', [['12', '> 12 killed']]],
    ['Nineteen other children were hurt.', [['Nineteen', '19 children']]],
    ['A 58-year-old woman spoke.', [['58-year-old', '58 years']]],
    ['Jo Lind, 58, of Ostby, spoke.', [['58', '58 years']]],
    ['It was his third term.', []],
    ['The road is 5 km long.', [['5 km', '5 km']]],
    ['The road is 3 miles long.', [['3 miles', '4.828 km']]],
    ['It was 20 °C at the pier.', [['20 °C', '20 °C']]],
    ['After a two-day visit he left.', [['two-day', '2 days']]],
    ['They wasted tens of thousands of dollars.', [['tens of thousands of dollars', '20000+ USD']]],
  ])('reads %s', (text, expected) => {
    expect(found('number', text)).toEqual(expected)
  })

  it.each([
    'One says so, and no one else does.',
    'First he sang, at first alone.',
    'The 2016 election and the war of 1939 are past.',
    'An F-35 flew past a Boeing 777 on Flight 370.',
    'Since 9/11 and COVID-19 the G20 meets on Highway 61.',
    'See page 12, chapter seven and No. 10.',
    'The two said so.',
    'Version 1.2.3 is here.',
    'It happened in the first quarter.',
    'He sat in the second half of the bus.',
  ])('takes nothing for a quantity in %s', (text) => {
    expect(found('number', text)).toEqual([])
  })

  it.each<[string, string, [string, string][]]>([
    ['de', 'Es kamen 1.234,5 Tonnen an.', [['1.234,5 Tonnen', '1235 kg']]],
    ['de', 'Rund 30 Prozent der Mieter zogen aus.', [['30 Prozent', '~ 30 %']]],
    ['de', 'Der Damm kostet 1,5 Milliarden Euro.', [['1,5 Milliarden Euro', '1500000000 EUR']]],
    ['fr', 'Le barrage coûte 10 000 euros.', [['10 000 euros', '10000 EUR']]],
    ['fr', 'Près de 30 % des locataires sont partis.', [['30 %', '~ 30 %']]],
    ['es', 'La presa cuesta 1.200.000 euros.', [['1.200.000 euros', '1200000 EUR']]],
    ['en', 'The dam holds 1.234 tonnes.', [['1.234 tonnes', '1.234 kg']]],
  ])('reads the digits of %s: %s', (language, text, expected) => {
    const values = found('number', text, language)
    expect(values.map(([words]) => words)).toEqual(expected.map(([words]) => words))
  })

  it('reads comma and dot as the language writes them', () => {
    expect(found('number', 'Der Damm kostet 1.234,5 Euro.', 'de')).toEqual([
      ['1.234,5 Euro', '1234.5 EUR'],
    ])
    expect(found('number', 'The dam costs 1,234.5 euros.', 'en')).toEqual([
      ['1,234.5 euros', '1234.5 EUR'],
    ])
  })
})

describe('dates', () => {
  // A Thursday.
  const published = '2026-03-05'

  it.each<[string, string]>([
    ['It closed on March 4, 2026.', '2026-03-04'],
    ['It closed on 4 March 2026.', '2026-03-04'],
    ['It closed on the 4th of March.', '2026-03-04'],
    ['It closed on 2026-03-04.', '2026-03-04'],
    ['It closed on Tuesday.', '2026-03-03'],
    ['It closed yesterday.', '2026-03-04'],
    ['It closed last month.', '2026-02'],
    ['It closed in December.', '2025-12'],
    ['It closed in 2019.', '2019'],
    ['It closed last year.', '2025'],
    ['It will close in December.', 'December'],
    ['It will close on Tuesday.', 'Tuesday'],
    ['It closed on 3/4/2026.', '3/4/2026'],
    ['It closed on 13/4/2026.', '2026-04-13'],
    ['It closed at 6:30 p.m.', '18:30'],
    ['It closed at 18:30.', '18:30'],
  ])('resolves against the day of publication: %s', (text, value) => {
    expect(found('date', text, 'en', published).map((each) => each[1])).toEqual([value])
  })

  it.each([
    ['It closed on Tuesday.', 'Tuesday'],
    ['It closed yesterday.', 'yesterday'],
    ['It closed on March 4.', 'March 4'],
  ])('leaves words where the day of publication is not known: %s', (text, value) => {
    expect(found('date', text).map((each) => each[1])).toEqual([value])
  })

  it.each([
    ['en-GB', 'It closed on 3/4/2026.', '2026-04-03'],
    ['en-US', 'It closed on 3/4/2026.', '2026-03-04'],
    ['de', 'Die Brücke wurde am 4. März 2026 gesperrt.', '2026-03-04'],
    ['de', 'Die Brücke wurde gestern gesperrt.', '2026-03-04'],
    ['fr', 'Le pont a fermé le 4 mars 2026.', '2026-03-04'],
    ['es', 'El puente cerró el 4 de marzo de 2026.', '2026-03-04'],
  ])('reads the dates of %s: %s', (language, text, value) => {
    expect(found('date', text, language, published).map((each) => each[1])).toEqual([value])
  })

  it.each([
    'He may march on.',
    'May said so.',
    'Every Tuesday is quiet in the over the last year.',
  ])('resolves nothing in %s', (text) => {
    for (const [, value] of found('date', text, 'en', published)) expect(value).not.toMatch(/\d/)
  })
})

describe('names', () => {
  const names = (paragraphs: readonly string[], language = 'en') =>
    findFigures(articleOf(paragraphs, { language })).flatMap((figure) =>
      figure.kind === 'name' ? [`${figure.text} = ${figure.value}`] : [],
    )

  it('joins short mentions to the full name', () => {
    expect(
      names([
        'The vote was led by Mayor Ines Varga.',
        'In the end Varga won, and Mrs. Varga left.',
      ]),
    ).toEqual(['Ines Varga = Ines Varga', 'Varga = Ines Varga', 'Varga = Ines Varga'])
  })

  it('does not join a family name that two people have', () => {
    expect(names(['There Jo Lind met Ada Lind.', 'In the end Lind won.']).at(-1)).toBe(
      'Lind = Lind',
    )
  })

  it('writes initials one way and joins them to what they stand for', () => {
    expect(names(['He told the Ostby Harbour Authority that the O.H.A. was late.'])).toEqual([
      'Ostby Harbour Authority = Ostby Harbour Authority',
      'O.H.A. = Ostby Harbour Authority',
    ])
  })

  it('takes no name from a headline in capitals but those the text shows', () => {
    const article = articleOf([
      'Varga Wins Bitter Vote Over Closed Bridge',
      'The winner of the vote was Mayor Ines Varga.',
    ])
    const inTitle = findFigures(article).filter(({ sentence }) => sentence === 0)
    expect(inTitle.map(({ text }) => text)).toEqual(['Varga'])
  })

  it.each([
    ['Yesterday the bridge was closed.'],
    ['Russian and Chinese officials met on Monday.'],
    ['When I came, I saw nobody.'],
  ])('finds no name in %s', (text) => {
    expect(names([text])).toEqual([])
  })

  it('takes German nouns for no names', () => {
    expect(
      names(['Die Stadt hat gestern die Brücke gesperrt, sagte Bürgermeisterin Ines Varga.'], 'de'),
    ).toEqual(['Ines Varga = Ines Varga'])
  })

  it('keeps the role before a name', () => {
    const [figure] = findFigures(articleOf(['It was signed by Defense Secretary Jo Lind.']))
    expect(figure).toMatchObject({ kind: 'name', value: 'Jo Lind', title: 'defense secretary' })
  })
})

describe('any text', () => {
  const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'ja', 'xx', null)
  const pieces = fc.constantFrom(
    '30%',
    '$5bn',
    'one in',
    ' a third of ',
    'March',
    ' 4, ',
    'Mr. ',
    'Lind',
    '’s ',
    'Tuesday',
    '7-5',
    'half ',
    '\n',
    '1.2.3',
    '½',
    '\ud800',
    '30\u00a0%',
    'Vi\u0301k ',
  )
  it('gives places that hold what they say, in order and without overlap', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        ),
        languages,
        (text, language) => {
          const article = articleOf([text, text], { language, published: '2026-03-05' })
          let end = 0
          for (const figure of findFigures(article)) {
            expect(figure.start).toBeGreaterThanOrEqual(end)
            expect(figure.end).toBeGreaterThan(figure.start)
            expect(article.text.slice(figure.start, figure.end)).toBe(figure.text)
            end = figure.end
          }
        },
      ),
    )
  })

  it.each([
    ['digits', '7'.repeat(100_000)],
    ['capitals', 'A'.repeat(100_000)],
    ['capitalised words', 'Ab '.repeat(33_000)],
    ['number words', 'one hundred and '.repeat(6_000)],
    ['signs', '$1m '.repeat(20_000)],
  ])('comes to an end on a text of %s', (_, text) => {
    expect(Array.isArray(findFigures(articleOf([text])))).toBe(true)
  })

  it('leaves furniture out', () => {
    expect(
      findFigures(articleOf([{ text: 'Read 30 more stories by Jo Lind.', furniture: true }])),
    ).toEqual([])
  })
})

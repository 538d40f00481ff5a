import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../src/compare/prepare/sentences.ts'
import { articleOf } from '../article-of.ts'

const textsOf = (...paragraphs: Parameters<typeof articleOf>[0]): string[] => {
  const article = articleOf(['Harbour reopens', ...paragraphs])
  return sentencesOf(article, 'en')
    .slice(1)
    .map(({ start, end }) => article.text.slice(start, end))
}

describe('sentences', () => {
  it.each([
    ['titles', 'Mr. Okoro met Sen. Lind. They spoke with Gov. Ana Reyes.', 2],
    ['countries', 'The U.S. Senate voted. It left the U.S. The vote was close.', 3],
    [
      'an initialism at an end',
      'He joined the F.B.I. The bureau declined. F.B.I. Director Moss did not.',
      3,
    ],
    ['initials', 'George W. Barnes and J. K. Holt agreed. So did A. Lind.', 2],
    ['a junior with his party', 'Rep. Tom Hale Jr. (D-Ill.) pleaded guilty. He wept.', 2],
    ['numbers', 'Ship No. 3 carried 4.5 tonnes. It cost $1.2 million.', 2],
    [
      'dates and places',
      'It began on Jan. 6 in Washington, D.C., at 9 a.m. on a Friday. It ended.',
      2,
    ],
    ['ellipses', 'We waited ... and waited. We gave up… Then it came.', 3],
    ['attribution after a question', '“Why now?” Lind asked. “Who knows?” she said.', 2],
    ['hyphens after a stop', 'The U.S.-Canada border closed. Trade stopped.', 2],
  ])('keep together what belongs together: %s', (_, text, count) => {
    expect(textsOf(text)).toHaveLength(count)
  })

  it('end after the quotation mark, also within a quotation', () => {
    expect(textsOf('He said: "We came. We left." Then he sat. \'It is over.\' She rose.')).toEqual([
      'He said: "We came.',
      'We left."',
      'Then he sat.',
      "'It is over.'",
      'She rose.',
    ])
  })

  it('go on over the line feeds of an editor, and end at those of the author', () => {
    expect(textsOf('One line\nand its end.')).toEqual(['One line\nand its end.'])
    expect(textsOf({ text: 'One line\nAnother line', breaks: true })).toEqual([
      'One line',
      'Another line',
    ])
  })

  it('are found in other languages', () => {
    const article = articleOf(['港は火曜日に再開した。船は百二十隻が待っていた。'], {
      language: 'ja',
    })
    expect(sentencesOf(article, 'ja')).toHaveLength(2)
    const german = articleOf([
      '„Es ist zu spät.“ Das sagte sie am 3. Mai, an ihrem 90. Geburtstag. Er ging.',
    ])
    expect(sentencesOf(german, 'de')).toHaveLength(3)
    const french = articleOf([
      '« Ils avancent sans crainte. » Il est parti avec le pain, le sel, etc. Bref, tout.',
    ])
    expect(sentencesOf(french, 'fr')).toHaveLength(3)
  })

  it('take the headline as one, be it told by its role, the title or its place', () => {
    const title = 'Dig in! The harbour reopens.'
    const body = 'The harbour reopened on Tuesday.'
    for (const article of [
      articleOf([{ text: title, role: 'title', furniture: true }, body]),
      articleOf([title, body], { title: 'Dig in!  The harbour reopens.' }),
      articleOf([{ text: title, kind: 'heading', level: 1 }, body]),
      articleOf(['Harbour reopens after storm', body]),
    ]) {
      const [first, second] = sentencesOf(article, 'en')
      expect(first).toMatchObject({ block: 0, title: true, furniture: false })
      expect(second).toMatchObject({ block: 1, title: false })
    }
    expect(sentencesOf(articleOf([body, body]), 'en')[0]).toMatchObject({ title: false })
  })

  it('tell the page from the article', () => {
    const lines = [
      'By Ines Varga and Tom Hale',
      'Related: Storm closes harbour',
      'Sign up for our newsletter',
      'Read more',
      'Crews at the quay on Monday. (AP Photo/Jo Lind)',
      'Jo Lind/Reuters',
      'Tom Hale and Ana Reyes contributed to this report.',
      '(Reporting by Tom Hale; Editing by Jo Lind)',
      'This story has been updated.',
      '* * *',
    ]
    const article = articleOf([
      'Harbour reopens',
      ...lines,
      'By Tuesday the harbour had reopened.',
      'Related work will go on for a month.',
      'This report was wrong, Lind said.',
      'Read more of the report and you will see, he said.',
      { text: 'Comments', furniture: true },
      { text: 'A long wait', kind: 'heading', level: 2 },
      { text: 'A summary in a line', role: 'subtitle', furniture: true },
    ])
    const own = sentencesOf(article, 'en').filter(({ furniture }) => !furniture)
    expect(own.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'Harbour reopens',
      'By Tuesday the harbour had reopened.',
      'Related work will go on for a month.',
      'This report was wrong, Lind said.',
      'Read more of the report and you will see, he said.',
      'A summary in a line',
    ])
  })

  it('are in order, apart, within their blocks and without white space at their ends', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      ' ',
      '"',
      '…',
      '?',
      '\n',
      'U.S.',
      'Mr.',
      '”',
      '(',
      '3',
    )
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 60 }).map((p) => p.join(''))), (texts) => {
        const article = articleOf(texts)
        let at = 0
        for (const { start, end, block } of sentencesOf(article, 'en')) {
          expect(start).toBeGreaterThanOrEqual(Math.max(at, article.blocks[block]?.start ?? 0))
          expect(end).toBeLessThanOrEqual(article.blocks[block]?.end ?? 0)
          expect(article.text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s)
          at = end
        }
      }),
    )
  })

  it('are the same however long the paragraph is', () => {
    const one =
      'The crew of 40 waited for Mr. Lind in the U.S. Senate. "Why?" he asked. It rained… Then it stopped. '
    const few = textsOf(one)
    expect(textsOf(one.repeat(300))).toEqual(Array.from({ length: 300 }, () => few).flat())
    expect(textsOf('word '.repeat(20_000))).toHaveLength(1)
  })
})

const labelled = '../shared/data/compare-dev'

describe.skipIf(!existsSync(labelled))('sentences of labelled stories', () => {
  it('are those a reader sees, but for a few', () => {
    let [same, all] = [0, 0]
    for (const story of readdirSync(labelled)) {
      const file = `${labelled}/${story}/truth.json`
      if (!existsSync(file)) continue
      const { articles } = JSON.parse(readFileSync(file, 'utf8'))
      for (const outlet of Object.keys(articles)) {
        const text = readFileSync(`${labelled}/${story}/${outlet}.txt`, 'utf8')
        const article = articleOf(text.trimEnd().split('\n\n'))
        const found = new Set(sentencesOf(article, 'en').map(({ start, end }) => `${start} ${end}`))
        for (const [start, end] of articles[outlet].sentences) {
          all++
          if (found.has(`${start} ${end}`)) same++
        }
      }
    }
    expect(same / all).toBeGreaterThan(0.97)
  })
})

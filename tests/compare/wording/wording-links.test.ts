import { describe, expect, it } from 'vitest'
import { prepare } from '../../../src/compare/prepare/prepare.ts'
import { findQuotations } from '../../../src/compare/quotations/find-quotations.ts'
import { wordingLinks } from '../../../src/compare/wording/wording-links.ts'
import { articleOf } from '../article-of.ts'

type Paragraphs = Parameters<typeof articleOf>[0]

/** The links of two articles as `first words of a | first words of b | kind`. */
function linksOf(first: Paragraphs, second: Paragraphs): string[] {
  const [a, b] = [prepare(articleOf(first)), prepare(articleOf(second))]
  const beginning = ({ text, sentences }: typeof a, index: number): string => {
    const { start, end } = sentences[index] ?? { start: 0, end: 0 }
    return text.slice(start, end).split(' ').slice(0, 2).join(' ')
  }
  return wordingLinks(a, b).map(
    (link) => `${beginning(a, link.a)} | ${beginning(b, link.b)} | ${link.kind}`,
  )
}

const mayor = 'Mayor Ines Varga said the harbour would reopen on Tuesday.'

describe('wording links', () => {
  it('join the same quoted words, whole or cut', () => {
    expect(
      linksOf(
        [mayor, '"The cranes are unsafe and the quay is sinking," Varga told reporters on Monday.'],
        [
          'Crowds gathered at noon.',
          'She warned again that “the quay is sinking”.',
          "'The cranes are unsafe,' she added, 'and the quay is sinking.'",
        ],
      ),
    ).toEqual(['"The cranes | She warned | verbatim', '"The cranes | \'The cranes | verbatim'])
  })

  it('join a quotation with small edits as nearly the same', () => {
    expect(
      linksOf(
        [mayor, '"We have never seen waves as high as these in our harbour," said Lind.'],
        [
          mayor.replace('said', 'hoped'),
          '“We had never seen waves as high as those in our harbour.”',
        ],
      ),
    ).toContain('"We have | “We had | near')
  })

  it('join a marked term with the quotation that it is from', () => {
    expect(
      linksOf(
        [mayor, 'Lind spoke of a "drowning port" at the hearing.'],
        ['Crowds gathered.', '“This is a drowning port and nobody cares,” Lind said.'],
      ),
    ).toEqual(['Lind spoke | “This is | verbatim'])
    expect(
      linksOf(
        ['He called the plan "anachronistic" on Monday.'],
        ['Others found it “anachronistic” as well.'],
      ),
    ).toHaveLength(1)
  })

  it('join short quotations of which one has a word more', () => {
    expect(
      linksOf(
        ['Lind called the board a "shameless lobby machine" on Monday.'],
        ['He compared them to a “shameless shipping lobby machine”.'],
      ),
    ).toEqual(['Lind called | He compared | near'])
  })

  it('join a sentence taken over, in full or with small edits', () => {
    const sentence =
      'Crews from three countries worked through the night to clear the sunken barge.'
    expect(
      linksOf(
        [sentence, 'The barge sank last week off the northern pier after a long storm.'],
        [sentence, 'The barge sank last week off the northern pier after a storm, officials said.'],
      ),
    ).toEqual(['Crews from | Crews from | verbatim', 'The barge | The barge | near'])
  })

  it('go on to short sentences beside a quotation that is the same', () => {
    expect(
      linksOf(
        ['"The quay is sinking under our feet. It is time. We leave," Lind said.'],
        ['“It is time. The quay is sinking under our feet. It is time.”'],
      ),
    ).toEqual(['"The quay | The quay | verbatim', 'It is | It is | verbatim'])
  })

  it('join nothing for names, titles of works, common phrases and words of the subject', () => {
    expect(
      linksOf(
        [
          'Lind spoke on "Face the Harbour" on Sunday.',
          '"I think the people of this town deserve the truth," said Lind.',
          'She told the harbour board that the harbour board would have to pay.',
          '"Never again will the harbour board decide alone," she said.',
        ],
        [
          'Varga was asked on “Face the Harbour” about the storm.',
          '“I think the plan will fail,” said Varga.',
          '“Ask the harbour board about the money and the missing files,” he said.',
          'He used the word “again” twice.',
        ],
      ),
    ).toEqual([])
  })

  it('join only what one person said, where both articles tell who did', () => {
    const of = (speaker: string, quoted: string): ReturnType<typeof articleOf> =>
      articleOf([mayor, `“${quoted},” ${speaker} said.`])
    const links = (first: ReturnType<typeof articleOf>, second: ReturnType<typeof articleOf>) =>
      wordingLinks(prepare(first), prepare(second), {
        a: findQuotations(first),
        b: findQuotations(second),
      }).filter(({ a }) => a > 0)
    const quoted = 'The town deserves a better harbour'
    expect(links(of('Tom Lind', quoted), of('Mr. Lind', quoted))).toHaveLength(1)
    expect(links(of('Tom Lind', quoted), of('Ana Reyes', quoted))).toEqual([])
    const longer = 'We all know that the town deserves a better harbour than that one'
    const other = 'Everybody says the town deserves a better school'
    expect(links(of('Tom Lind', longer), of('Tom Lind', other))).toHaveLength(1)
    expect(links(of('Tom Lind', longer), of('Ana Reyes', other))).toEqual([])
  })

  it.each([
    ['de', 'Varga sagte: „Der Kai sinkt unter unseren Füßen.“', 'Er warnte, »der Kai sinkt«.'],
    [
      'fr',
      'Selon Varga, « le quai s’enfonce sous nos pieds ».',
      'Il crie : "Le quai s\'enfonce !"',
    ],
    ['zh', '瓦尔加说：“码头正在下沉，没有人在乎。”', '他警告说：“码头正在下沉”。'],
  ])('are found in other languages: %s', (language, first, second) => {
    const [a, b] = [articleOf(['', first], { language }), articleOf(['', second], { language })]
    expect(wordingLinks(prepare(a), prepare(b))).toMatchObject([{ a: 0, b: 0, kind: 'verbatim' }])
  })

  it('leave out the page’s own lines', () => {
    const footer = {
      text: 'Our harbour letter brings you all news of the port.',
      furniture: true,
    } as const
    expect(linksOf([mayor, footer], ['Crowds gathered.', footer])).toEqual([])
  })

  it('say where the same words stand, and with what certainty', () => {
    const [a, b] = [
      articleOf([mayor, '"The quay is sinking," Varga said.']),
      articleOf(['Crowds gathered.', 'Varga: “The quay is — sinking!”']),
    ]
    const [link, ...others] = wordingLinks(prepare(a), prepare(b))
    expect(others).toEqual([])
    expect(link?.score).toBeGreaterThan(0.9)
    expect(link?.score).toBeLessThanOrEqual(1)
    expect(link?.same.map((each) => a.text.slice(each.a.start, each.a.end))).toEqual([
      'The quay is sinking',
    ])
    expect(link?.same.map((each) => b.text.slice(each.b.start, each.b.end))).toEqual([
      'The quay is — sinking',
    ])
  })

  it('are none for articles without words', () => {
    expect(linksOf([], [])).toEqual([])
    expect(linksOf(['', '—'], [mayor])).toEqual([])
  })
})

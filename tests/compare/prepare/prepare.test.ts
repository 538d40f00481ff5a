import { describe, expect, it } from 'vitest'
import { normAt, prepare, stemAt } from '../../../src/compare/prepare/prepare.ts'
import { articleOf } from '../article-of.ts'

const article = articleOf([
  'Harbour In Norvik Reopens, Lind Says',
  'The harbour in Norvik reopened on Tuesday, Ines Lind said. "It was a long wait," she told three crews.',
  'Crews of 1,200 ships cheered; harbours nearby stayed closed, said Lind.',
  'The harbour in Norvik reopened on Tuesday, Ines Lind said.',
])

describe('prepare', () => {
  const prepared = prepare(article)
  const { sentences, tokens, quoted } = prepared

  it('knows of each token its place, its sentence and its quotation', () => {
    expect(sentences).toHaveLength(5)
    for (const [index, { start, end, firstToken, endToken }] of sentences.entries())
      for (let token = firstToken; token < endToken; token++) {
        expect(tokens.sentences[token]).toBe(index)
        expect(tokens.starts[token]).toBeGreaterThanOrEqual(start)
        expect(tokens.ends[token]).toBeLessThanOrEqual(end)
        const isQuoted = quoted.some(
          (each) =>
            each.start <= (tokens.starts[token] ?? 0) && (tokens.ends[token] ?? 0) <= each.end,
        )
        expect((tokens.quotes[token] ?? -1) >= 0).toBe(isQuoted)
      }
    expect(normAt(prepared, 0)).toBe('harbour')
    expect(stemAt(prepared, 1)).toBe('')
  })

  it('knows of each sentence its names, numbers, quoted words and its twin', () => {
    expect(sentences.map(({ names }) => names)).toEqual([
      ['norvik', 'lind'],
      ['norvik', 'tuesday', 'ine', 'lind'],
      [],
      ['lind'],
      ['norvik', 'tuesday', 'ine', 'lind'],
    ])
    expect(sentences[2]).toMatchObject({ numbers: [3], quoted: ['long', 'wait'] })
    expect(sentences[3]).toMatchObject({ numbers: [1200], quoted: [] })
    expect(sentences.map(({ sameAs }) => sameAs)).toEqual([-1, -1, -1, -1, 1])
  })

  it('joins the forms of a word in the article’s language', () => {
    const stems = (text: string, language: string | null) => {
      const one = prepare(articleOf([text], { language }))
      return { language: one.language, stems: one.words.map(({ stem }) => stem) }
    }
    expect(stems('meets meeting', 'en-GB').stems).toEqual(['meet', 'meet'])
    expect(stems('Hafens Hafen', 'de').stems).toEqual(['haf', 'haf'])
    expect(stems('klaffur klaffa', 'xx').stems).toEqual(['klaffur', 'klaffa'])
    expect(stems('Der Hafen ist seit dem Sturm nicht mehr offen.', null).language).toBe('de')
    expect(stems('The harbour has not been open since the storm.', null).language).toBe('en')
    expect(stems('', null)).toEqual({ language: 'und', stems: [] })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachToken, normalise } from '../../../src/compare/prepare/tokens.ts'

const normsOf = (text: string, language = 'en'): string[] => {
  const norms: string[] = []
  eachToken(text, language, (start, end) =>
    norms.push(normalise(text.slice(start, end), language).norm),
  )
  return norms
}

describe('tokens', () => {
  it('lose what only typing decides', () => {
    expect(normsOf('F.B.I. FBI F.B.I, the U.S.-led U.S.’s')).toEqual(
      'fbi fbi fbi the us led us'.split(' '),
    )
    expect(normsOf("Lind's don’t ‘quoted’ rock'n'roll")).toEqual([
      'lind',
      "don't",
      'quoted',
      "rock'n'roll",
    ])
    expect(normsOf('well-known well–known ﬁne ＦＵＬＬ')).toEqual(
      'well known well known fine full'.split(' '),
    )
  })

  it('write a number one way', () => {
    expect(normsOf('1,200 $4.5 30% 1990s 20th')).toEqual(['1200', '4.5', '30', '1990s', '20th'])
    expect(normsOf('1.200 4,5', 'de')).toEqual(['1200', '4.5'])
    expect(
      ['1,200', '20th', 'three', 'dozen', 'G20'].map((t) => normalise(t, 'en').number),
    ).toEqual([1200, 20, 3, 12, null])
  })

  it('are words in scripts without spaces and before an apostrophe', () => {
    expect(normsOf('港は火曜日に再開した。', 'ja')).toContain('火曜日')
    expect(normsOf("l'homme d’État", 'fr')).toEqual(['l', 'homme', 'd', 'état'])
  })

  it('do not change with how a text is typed', () => {
    const words = fc.array(
      fc.constantFrom(
        "Lind's",
        'F.B.I.',
        'café',
        '1,200',
        "don't",
        'well-known',
        '"so"',
        'Ångström',
        'é',
      ),
    )
    const retyped: readonly ((text: string) => string)[] = [
      (text) => text.normalize('NFD'),
      (text) => text.replaceAll("'", '’').replaceAll('"', '“'),
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => text.replaceAll('-', '–'),
      (text) => text.replace(/(\p{Ll})(\p{Ll})/gu, '$1\u00ad$2'),
      (text) => text.replace(/(\p{Ll})(\p{Ll})/gu, '$1\u200b$2'),
    ]
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        for (const retype of retyped) expect(normsOf(retype(text))).toEqual(normsOf(text))
      }),
    )
  })
})

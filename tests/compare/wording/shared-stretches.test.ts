import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepare } from '../../../src/compare/prepare/prepare.ts'
import { sharedStretches } from '../../../src/compare/wording/shared-stretches.ts'
import { articleOf } from '../article-of.ts'

const syllables = ['ka', 'ren', 'to', 'mi', 'sol', 'ba', 'ver', 'dun', 'ti', 'os']

/** Words that occur in no other text of another seed. */
const own = (count: number, seed: string): string[] =>
  Array.from({ length: count }, (_, at) => {
    const letters = [...String(at)].map((digit) => syllables[Number(digit)])
    return `${letters.join('')}${seed}`
  })

describe('shared stretches', () => {
  it('reach over sentences and small edits, from the first same word to the last', () => {
    const passage = own(60, 'p')
    const edited = passage.flatMap((word, at) =>
      at % 9 === 4 ? [] : at % 9 === 7 ? [word, 'extra'] : at % 20 === 11 ? ['other'] : [word],
    )
    const [a, b] = [
      articleOf([
        own(80, 'a').join(' '),
        `${passage.slice(0, 30).join(' ')}. ${passage.slice(30).join(' ')}`,
      ]),
      articleOf([`${own(50, 'b').join(' ')} ${edited.join(' ')} ${own(50, 'c').join(' ')}`]),
    ]
    const found = sharedStretches(prepare(a), prepare(b))
    expect(found).toHaveLength(1)
    const stretch = found[0]
    expect(a.text.slice(stretch?.a.start, stretch?.a.end)).toBe(a.text.split('\n\n')[1])
    expect(b.text.slice(stretch?.b.start, stretch?.b.end)).toBe(edited.join(' '))
  })

  it('are none in texts that share only common words', () => {
    const filler = (seed: string): string =>
      own(300, seed)
        .map((word, at) => (at % 3 === 0 ? 'of the' : at % 3 === 1 ? 'and in' : word))
        .join(' ')
    expect(
      sharedStretches(prepare(articleOf([filler('a')])), prepare(articleOf([filler('b')]))),
    ).toEqual([])
  })

  it('find an unchanged passage wherever it is put', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.nat(100),
        fc.integer({ min: 20, max: 60 }),
        (before, after, size) => {
          const passage = own(size, 'p').join(' ')
          const [a, b] = [
            articleOf([`${own(before, 'a').join(' ')} ${passage} ${own(after, 'b').join(' ')}`]),
            articleOf([`${own(after, 'c').join(' ')} ${passage} ${own(before, 'd').join(' ')}`]),
          ]
          expect(
            sharedStretches(prepare(a), prepare(b)).map((each) => [
              a.text.slice(each.a.start, each.a.end),
              b.text.slice(each.b.start, each.b.end),
            ]),
          ).toEqual([[passage, passage]])
        },
      ),
    )
  })
})

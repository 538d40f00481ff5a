// What an expression finds, as the text stands.
import { describe, expect, it } from 'vitest'
import { limits } from '../../../src/shared/model/limits.ts'
import { asTyped, type FindChoices } from '../../../src/shared/text/find.ts'
import { findPattern } from '../../../src/shared/text/find-pattern.ts'

const found = (text: string, pattern: string, choices: Partial<FindChoices> = {}): string[] =>
  findPattern(text, pattern, { ...asTyped, ...choices }).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('findPattern', () => {
  it.each<[string, string, string, string[], Partial<FindChoices>?]>([
    ['alternatives', 'the colour, the color', 'colou?r', ['colour', 'color']],
    ['in any case', 'Bridge bridge', 'b\\w+', ['Bridge', 'bridge']],
    ['in its own case', 'Bridge bridge', 'b\\w+', ['bridge'], { matchCase: true }],
    ['a class by its capital', 'ab 12', '\\D+', ['ab ']],
    ['at the beginning of each paragraph', 'One.\n\nTwo one.', '^\\w+', ['One', 'Two']],
    ['at the end of each', 'a one\n\nan one', 'one$', ['one', 'one']],
    ['whatever the accents', 'Café, cafe\u0301, cafe', 'caf[e]', ['Café', 'cafe\u0301', 'cafe']],
    ['with accents that the text has not', 'Lodz', 'Łódź', ['Lodz']],
    ['with the vowel signs that stand on it', 'पुलि', 'पुल', ['पुलि']],
    ['by accents', 'Café cafe', 'café', ['Café'], { accents: true }],
    ['by accents, composed or not', 'cafe\u0301 cafe', 'café', ['cafe\u0301'], { accents: true }],
    ['letters that are typed as two', 'Die Straße.', 'strasse', ['Straße']],
    ['between letters that are typed as two', 'ßx', 's+x', ['ßx']],
    ['whole words alone', 'pier, piers', 'pier\\w?', ['pier', 'piers'], { wholeWords: true }],
    ['no part of a word', 'overpier', 'pier', [], { wholeWords: true }],
    ['characters outside the first plane', 'a🌉b', '.b', ['🌉b']],
    ['quote marks as they stand', '“no” "no"', '"\\w+"', ['"no"']],
    ['nothing where it matches nothing', 'abc', 'x*', []],
    ['what is not empty of what may be', 'axxb', 'x*', ['xx']],
    ['the same words again', 'go go, he is', '(\\w+) \\1', ['go go']],
  ])('finds %s', (_what, text, pattern, expected, choices) => {
    expect(found(text, pattern, choices)).toEqual(expected)
  })

  it('stops where nobody would go on', () => {
    expect(findPattern('e'.repeat(limits.found + 5), '.', asTyped)).toHaveLength(limits.found)
  })
})

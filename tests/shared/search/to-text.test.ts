// A search is written so that it is read as the same, whether it is kept or being typed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colors } from '../../../src/shared/model/color.ts'
import { readingStates, type SearchNode, searchFields } from '../../../src/shared/search/ast.ts'
import { parseQuery } from '../../../src/shared/search/parse-query.ts'
import { toText } from '../../../src/shared/search/to-text.ts'
import { indexedText } from '../../../src/shared/search/tokens.ts'
import { and, not, or, words } from './support.ts'

describe('a search as text', () => {
  it.each<readonly [string, SearchNode]>([
    ['old bridge*', and(words('old'), words('bridge', { prefix: true }))],
    ['old "bridge"', and(words('old'), words('bridge'))],
    ['"old bridge" -toll', and(words('old bridge'), not(words('toll')))],
    ['a OR "b"', or(words('a'), words('b'))],
    ['(a OR b) "c"', and(or(words('a'), words('b')), words('c'))],
    ['(a b) OR "c"', or(and(words('a'), words('b')), words('c'))],
    ['-(a OR b)', not(or(words('a'), words('b')))],
    ['-(-a)', not(not(words('a')))],
    [
      '"OR" "ＮＯＴ" "tag:x" "-x"',
      and(...['OR', 'ＮＯＴ', 'tag:x', '-x'].map((each) => words(each))),
    ],
    ['"say ""no"""', words('say "no"')],
    ['tag:tone/sceptical', { kind: 'tag', tag: 'tone/sceptical' }],
    ['tag:"public opinion"', { kind: 'tag', tag: 'public opinion' }],
    ['in:"Bridge"', { kind: 'story', name: 'Bridge' }],
    ['title:bridg*', words('bridg', { field: 'title', prefix: true })],
    ['before:2026-03-04', { kind: 'before', date: '2026-03-04' }],
    ['has:annotation', { kind: 'has', what: 'annotation' }],
    ['is:reading', { kind: 'state', state: 'reading' }],
  ])('%s', (text, search) => expect(toText(search)).toBe(text))
})

const piece = fc.constantFrom(
  ...['old', 'Brücke', 'e\u0301', '大橋', '"', '“', '＂', '""', '*', '-', ':', 'tag:', 'OR', 'NOT'],
  ...['(', ')', ' ', '　', '’', '🌉', '１', '\\', '\n', '\u200b'],
)
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(piece).map((all) => all.join('')),
  )
  .map((each) => each.trim())
const name = text.filter((each) => each !== '')
const meaning = text.filter((each) => indexedText(each) !== '')
const two = (number: number): string => String(number).padStart(2, '0')
const date = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.nat(12), fc.nat(28))
  .map(([year, month, day]) =>
    [
      String(year).padStart(4, '0'),
      ...(month ? [two(month), ...(day ? [two(day)] : [])] : []),
    ].join('-'),
  )
const leaf: fc.Arbitrary<SearchNode> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    text: meaning,
    field: fc.option(fc.constantFrom(...searchFields), { nil: null }),
    prefix: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('tag' as const), tag: name }),
  fc.record({ kind: fc.constantFrom('outlet' as const, 'author' as const), text: meaning }),
  fc.record({ kind: fc.constantFrom('before' as const, 'after' as const), date }),
  fc.record({
    kind: fc.constant('has' as const),
    what: fc.constantFrom('note' as const, 'annotation' as const, 'tag' as const),
  }),
  fc.record({ kind: fc.constant('story' as const), name }),
  fc.record({ kind: fc.constant('colour' as const), colour: fc.constantFrom(...colors) }),
  fc.record({ kind: fc.constant('state' as const), state: fc.constantFrom(...readingStates) }),
)

/** Without `and` right within `and`: it says no more than its parts do. */
const several = (kind: 'and' | 'or', parts: fc.Arbitrary<SearchNode>): fc.Arbitrary<SearchNode> =>
  fc.array(parts, { minLength: 2, maxLength: 4 }).map((nodes) => ({
    kind,
    nodes: nodes.flatMap((each) => (each.kind === kind ? each.nodes : each)),
  }))
const { search } = fc.letrec<{ search: SearchNode }>((tie) => ({
  search: fc.oneof(
    { maxDepth: 4 },
    leaf,
    several('and', tie('search')),
    several('or', tie('search')),
    tie('search').map(not),
  ),
}))

describe('any search', () => {
  it('is read from its text as it was', () => {
    fc.assert(
      fc.property(search, fc.boolean(), fc.boolean(), (wanted, typing, known) => {
        const stories = known ? ['old', 'old Brücke'] : null
        const { search: parsed, problems } = parseQuery(toText(wanted), { typing, stories })
        expect(problems.filter(({ refused }) => refused)).toEqual([])
        expect(parsed).toEqual(wanted)
      }),
      { numRuns: 1_000 },
    )
  })

  it('that was read from a query is written as one that reads the same', () => {
    const query = fc.array(
      fc.constantFrom(...'ab '.repeat(2), 'OR ', '-', '(', ')', '"', '*', 'tag:x '),
    )
    fc.assert(
      fc.property(query, (parts) => {
        const options = { typing: false, stories: null }
        const { search: first } = parseQuery(parts.join(''), options)
        if (first) expect(parseQuery(toText(first), options).search).toEqual(first)
      }),
      { numRuns: 1_000 },
    )
  })
})

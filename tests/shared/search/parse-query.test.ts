// A query is read as its reader means it; what is not well formed is told where it stands.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SearchNode, searchLimits, sizeOf } from '../../../src/shared/search/ast.ts'
import { operators } from '../../../src/shared/search/operators.ts'
import { type ParsedQuery, parseQuery } from '../../../src/shared/search/parse-query.ts'
import { and, not, or, words } from './support.ts'

const parse = (query: string, stories: readonly string[] | null = null): ParsedQuery =>
  parseQuery(query, { typing: false, stories })
const typed = (query: string): ParsedQuery => parseQuery(query, { typing: true, stories: null })

describe('a query', () => {
  it.each<readonly [string, SearchNode | null]>([
    ['', null],
    ['   ', null],
    ['bridge', words('bridge')],
    ['old bridge', and(words('old'), words('bridge'))],
    ['"old bridge"', words('old bridge')],
    ['“old bridge”', words('old bridge')],
    ['„old bridge“ «x»', and(words('old bridge'), words('x'))],
    ['"old bridge" toll', and(words('old bridge'), words('toll'))],
    ['"he said ""no"""', words('he said "no"')],
    ['don’t', words('don’t')],
    ['-toll', not(words('toll'))],
    ['−toll', not(words('toll'))],
    ['old -"new bridge"', and(words('old'), not(words('new bridge')))],
    ['NOT toll', not(words('toll'))],
    ['-(-a)', not(not(words('a')))],
    ['well-known', words('well-known')],
    ['Bridge - closed', and(words('Bridge'), words('closed'))],
    ['Bridge -- closed', and(words('Bridge'), words('closed'))],
    ['a OR b', or(words('a'), words('b'))],
    ['a or b', and(words('a'), words('or'), words('b'))],
    ['"OR"', words('OR')],
    ['a OR b OR c', or(words('a'), words('b'), words('c'))],
    ['a b OR c d', and(words('a'), or(words('b'), words('c')), words('d'))],
    ['a AND b', and(words('a'), words('b'))],
    ['(a b) OR c', or(and(words('a'), words('b')), words('c'))],
    ['(a b) c', and(words('a'), words('b'), words('c'))],
    ['((a))', words('a')],
    ['a () b', and(words('a'), words('b'))],
    ['a OR -b', or(words('a'), not(words('b')))],
    ['-(a OR b)', not(or(words('a'), words('b')))],
    ['bridg*', words('bridg', { prefix: true })],
    ['"old bri"*', words('old bri', { prefix: true })],
    ['ＯＲ', null],
    ['ａ　ＯＲ　（－ｂ）', or(words('ａ'), not(words('ｂ')))],
    ['大橋 倒塌', and(words('大橋'), words('倒塌'))],
    ['tag:climate', { kind: 'tag', tag: 'climate' }],
    ['TAG:tone/sceptical', { kind: 'tag', tag: 'tone/sceptical' }],
    ['ｔａｇ：気候', { kind: 'tag', tag: '気候' }],
    ['tag:"public opinion"', { kind: 'tag', tag: 'public opinion' }],
    ['-tag:“public opinion”', not({ kind: 'tag', tag: 'public opinion' })],
    ['outlet:Herald', { kind: 'outlet', text: 'Herald' }],
    ['author:"J. Smith"', { kind: 'author', text: 'J. Smith' }],
    ['before:2026', { kind: 'before', date: '2026' }],
    ['after:2026-3', { kind: 'after', date: '2026-03' }],
    ['after:2026/03/04', { kind: 'after', date: '2026-03-04' }],
    ['after:２０２６．３．４', { kind: 'after', date: '2026-03-04' }],
    ['after:20260304', { kind: 'after', date: '2026-03-04' }],
    ['after:2026年3月4日', { kind: 'after', date: '2026-03-04' }],
    ['before:"4 March 2026"', { kind: 'before', date: '2026-03-04' }],
    ['before:"Mar 4, 2026"', { kind: 'before', date: '2026-03-04' }],
    ['before:"Sept 2026"', { kind: 'before', date: '2026-09' }],
    ['before:2024-02-29', { kind: 'before', date: '2024-02-29' }],
    ['has:note', { kind: 'has', what: 'note' }],
    ['has:Highlights', { kind: 'has', what: 'annotation' }],
    ['in:"The Bridge"', { kind: 'story', name: 'The Bridge' }],
    ['story:Bridge', { kind: 'story', name: 'Bridge' }],
    ['colour:Red', { kind: 'colour', colour: 'red' }],
    ['color:gray', { kind: 'colour', colour: 'grey' }],
    ['is:read', { kind: 'state', state: 'read' }],
    ['title:bridg*', words('bridg', { field: 'title', prefix: true })],
    ['note:"old bridge"', words('old bridge', { field: 'notes' })],
  ])('%j is read', (query, search) => {
    const parsed = parse(query)
    expect(parsed.search).toEqual(search)
    if (search) expect(parsed.problems).toEqual([])
  })

  it.each<readonly [string, SearchNode | null]>([
    ['bri', words('bri', { prefix: true })],
    ['bri ', words('bri')],
    ['old bri', and(words('old'), words('bri', { prefix: true }))],
    ['(a OR bri', or(words('a'), words('bri', { prefix: true }))],
    ['(a OR bri)', or(words('a'), words('bri'))],
    ['"old bri', words('old bri', { prefix: true })],
    ['"old bri"', words('old bri')],
    ['old -bri', and(words('old'), not(words('bri')))],
    ['old -(x bri', and(words('old'), not(and(words('x'), words('bri'))))],
    ['title:bri', words('bri', { field: 'title', prefix: true })],
    ['tag:cli', { kind: 'tag', tag: 'cli' }],
    ['old tag:', words('old')],
    ['old before:20', words('old')],
    ['old has:no', words('old')],
    ['old OR', words('old')],
    ['old -', words('old')],
  ])('%j, while it is typed, is searched for at once', (query, search) => {
    const parsed = typed(query)
    expect(parsed.search).toEqual(search)
    expect(parsed.problems.filter(({ refused }) => refused)).toEqual([])
  })
})

describe('the name of a story', () => {
  const stories = ['Bridge', 'Bridge closure', 'Été chaud']
  it.each<readonly [string, SearchNode]>([
    ['in:bridge closure toll', and(storyNode('bridge closure'), words('toll'))],
    ['in:Bridge toll', and(storyNode('Bridge'), words('toll'))],
    ['(in:bridge closure) OR x', or(storyNode('bridge closure'), words('x'))],
    ['in:ete chaud', storyNode('ete chaud')],
    ['in:été chaud(x)', and(storyNode('été chaud'), words('x'))],
    ['in:"bridge" closure', and(storyNode('bridge'), words('closure'))],
  ])('needs no quotation marks where it is known: %s', (query, search) => {
    expect(parse(query, stories)).toEqual({ search, problems: [] })
  })

  it('that no story has is told', () => {
    const { search, problems } = parse('x in:Bridges', stories)
    expect(search).toEqual(and(words('x'), storyNode('Bridges')))
    expect(problems).toMatchObject([{ start: 2, end: 12, refused: false }])
    expect(problems[0]?.message).toContain('Bridges')
  })
})

function storyNode(name: string): SearchNode {
  return { kind: 'story', name }
}

describe('what is wrong with a query', () => {
  it.each([
    ['a before:yesterday', 'before:yesterday', '“yesterday” is no date'],
    ['a before:3/4/2026 b', 'before:3/4/2026', 'two dates'],
    ['after:2026-02-30', 'after:2026-02-30', 'no day'],
    ['after:2026-13', 'after:2026-13', 'no day'],
    ['has:cheese', 'has:cheese', 'cheese'],
    ['x colour:pink', 'colour:pink', 'pink'],
    ['is:old', 'is:old', 'old'],
  ])('%s: nothing is searched for, and the place is told', (query, place, message) => {
    const { search, problems } = parse(query)
    expect(search).toBeNull()
    expect(problems).toHaveLength(1)
    const [problem] = problems
    expect(query.slice(problem?.start, problem?.end)).toBe(place)
    expect(problem?.message).toContain(message)
    expect(problem?.advice).not.toBe('')
  })

  it.each<readonly [string, SearchNode | null, string, string]>([
    ['a "old bridge', and(words('a'), words('old bridge')), '"old bridge', 'not closed'],
    ['a (b OR c', and(words('a'), or(words('b'), words('c'))), '(', 'not closed'],
    ['a) b', and(words('a'), words('b')), ')', 'not opened'],
    ['a OR', words('a'), 'OR', 'each side'],
    ['OR a', words('a'), 'OR', 'each side'],
    ['a OR OR b', or(words('a'), words('b')), 'OR', 'each side'],
    ['a AND', words('a'), 'AND', 'each side'],
    ['a NOT', words('a'), 'NOT', 'ruled out'],
    ['a tag: b', and(words('a'), words('b')), 'tag:', 'behind tag:'],
    ['outlet:… b', words('b'), 'outlet:…', 'behind outlet:'],
    ['a:b', words('a:b'), 'a:b', ''],
    ['auther:Smith', words('auther:Smith'), 'auther:Smith', 'no operator'],
    ['br*dge', words('br*dge'), 'br*dge', '*'],
    ['tag:cli*', { kind: 'tag', tag: 'cli' }, 'tag:cli*', '*'],
    ['a AND b OR c', and(words('a'), or(words('b'), words('c'))), 'AND', 'parentheses'],
    ['— “!” …', null, '— “!” …', 'no word'],
    ['()', null, '()', 'no word'],
  ])('%s is read as it was most likely meant, and told', (query, search, place, message) => {
    const parsed = parse(query)
    expect(parsed.search).toEqual(search)
    const [problem] = parsed.problems
    if (message === '') expect(parsed.problems).toEqual([])
    else {
      expect(parsed.problems).toHaveLength(1)
      expect(problem?.refused).toBe(false)
      expect(query.slice(problem?.start, problem?.end)).toBe(place)
      expect(problem?.message).toContain(message)
    }
  })

  it('is told of each operator, in the order of their places', () => {
    const { problems } = parse('has:cheese before:x a) before:y')
    expect(problems.map(({ start }) => start)).toEqual([0, 11, 21])
  })

  it('is said of an address or a time by nothing', () => {
    for (const query of ['https://example.org/a', '12:30', 'http:']) {
      expect(parse(query)).toEqual({ search: words(query), problems: [] })
    }
  })

  it.each([
    ['operators', 'OR ', 'each side'],
    ['minuses', '-', 'no word'],
    ['minuses apart', '- ', 'no word'],
    ['ruling out', 'NOT ', 'deep'],
    ['quotation marks', '"', 'no word'],
    ['quotation marks apart', '" ', 'no word'],
    ['opened parentheses', '(', 'deep'],
    ['closed parentheses', ')', 'not opened'],
    ['empty parentheses', '()', 'no word'],
    ['ruled out parentheses', '-(', 'deep'],
    ['operators without a value', 'tag:', ''],
    ['operators without a value, apart', 'before: ', 'behind before:'],
    ['wrong dates', 'before:x ', 'no date'],
    ['words', 'a ', 'parts'],
    ['groups', '(a OR b) ', 'parts'],
    ['stars', '*', 'no word'],
  ])('is told once: ten thousand characters of only %s', (_what, unit, message) => {
    const query = unit.repeat(Math.floor(searchLimits.length / unit.length))
    const { search, problems } = parse(query)
    if (message === '') return expect(search).not.toBeNull()
    expect(search).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain(message)
  })

  it('is its length, when it is longer than it may be', () => {
    const { search, problems } = parse('a'.repeat(searchLimits.length + 5))
    expect(search).toBeNull()
    expect(problems).toMatchObject([
      { start: searchLimits.length, end: searchLimits.length + 5, refused: true },
    ])
    expect(parse('a'.repeat(searchLimits.length)).problems).toEqual([])
  })

  it('is a message of a bearable length, whatever was typed', () => {
    const { problems } = parse(`has:${'𝒜'.repeat(4_000)}`)
    expect(problems[0]?.message.length).toBeLessThan(200)
    expect(/\p{Surrogate}/u.test(problems[0]?.message ?? '')).toBe(false)
  })
})

const pieces = [
  ...operators.map(({ name }) => `${name}:`),
  ...[
    'OR',
    'AND',
    'NOT',
    ' ',
    ' ',
    '(',
    ')',
    '"',
    '“',
    '”',
    '-',
    '*',
    'word',
    '2026',
    'note',
    '大',
  ],
  ...['＂', '：', '（', '\ud800', '\u0000', '\n', '\u0301', 'red'],
]
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
)

describe('any query', () => {
  it('is read without a throw, within bounds, with every problem inside of it', () => {
    fc.assert(
      fc.property(anyQuery, fc.boolean(), fc.boolean(), (query, typing, known) => {
        const stories = known ? ['word', 'word 2026', ''] : null
        const { search, problems } = parseQuery(query, { typing, stories })
        if (search) {
          expect(sizeOf(search).nodes).toBeLessThanOrEqual(searchLimits.nodes)
          expect(sizeOf(search).depth).toBeLessThanOrEqual(searchLimits.depth)
        } else if (query.trim() !== '') expect(problems).not.toEqual([])
        for (const { start, end, message, advice } of problems) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(query.length)
          expect(message).toMatch(/[.:]$/)
          expect(advice).toMatch(/\.$/)
        }
        expect(new Set(problems.map(({ message }) => message)).size).toBe(problems.length)
        if (problems.some(({ refused }) => refused)) expect(search).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })
})

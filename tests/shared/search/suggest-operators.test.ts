// Where the caret stands says what could come next; a suggestion that is taken reads as it was meant.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operators } from '../../../src/shared/search/operators.ts'
import { parseQuery } from '../../../src/shared/search/parse-query.ts'
import {
  placeAt,
  type QuerySuggestion,
  type SuggestedName,
  suggestionsAt,
} from '../../../src/shared/search/suggest-operators.ts'

/** The caret is where `|` stands. */
function suggested(query: string, names: readonly SuggestedName[] = []) {
  const caret = query.indexOf('|')
  const place = placeAt(query.replace('|', ''), caret)
  return place && { place, ...suggestionsAt(place, names) }
}
const labels = (query: string): string[] | null =>
  suggested(query)?.suggestions.map(({ label }) => label) ?? null

function taken(query: string, { edit }: QuerySuggestion): string {
  const text = query.replace('|', '')
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  return `${after.slice(0, edit.caret)}|${after.slice(edit.caret)}`
}
const firstTaken = (query: string, names: readonly SuggestedName[] = []): string | null => {
  const [first] = suggested(query, names)?.suggestions ?? []
  return first ? taken(query, first) : null
}

describe('what could come next', () => {
  it('is every operator where nothing is typed yet, each with what it finds', () => {
    expect(labels('|')).toEqual(operators.map(({ name }) => `${name}:`))
    expect(labels('bridge | toll')).toEqual(labels('|'))
    for (const { explanation } of suggested('|')?.suggestions ?? [])
      expect(explanation.length).toBeGreaterThan(10)
  })

  it.each([
    ['ta|', ['tag:', 'tags:']],
    ['TA|', ['tag:', 'tags:']],
    ['bridge -ta|', ['tag:', 'tags:']],
    ['(ta|)', ['tag:', 'tags:']],
    ['ｔａ|', ['tag:', 'tags:']],
    ['col|', ['colour:']],
    ['color|', ['colour:']],
    ['sto|', ['in:']],
    ['bridge|', []],
    ['|bridge', null],
    ['"ta|"', null],
    ['"ta|', null],
    ['tag:"a b"|', null],
    ['has:|', ['note', 'annotation', 'tag']],
    ['has:NO|', ['note']],
    ['has:|x', ['note', 'annotation', 'tag']],
    ['is:r|', ['reading', 'read']],
    ['colour:gr|', ['green', 'grey']],
    ['colour:"gr|', ['green', 'grey']],
    ['title:|', []],
  ])('at %j is %j', (query, expected) => {
    expect(labels(query)).toEqual(expected)
  })

  it.each([
    ['tag:|', 'tag', ''],
    ['tag:cli|', 'tag', 'cli'],
    ['tag:c|li', 'tag', 'c'],
    ['outlet:"The H|', 'outlet', 'The H'],
    ['author:“Smi|”', 'author', 'Smi'],
    ['story:|', 'story', ''],
    ['in:b|', 'story', 'b'],
    ['has:|', null, ''],
    ['cli|', null, 'cli'],
  ])('at %j the names of a %s are asked for, with what is typed', (query, names, typed) => {
    expect(suggested(query)?.place).toMatchObject({ names, typed })
  })

  it('behind before: and after: is said in words, until a date stands there', () => {
    expect(suggested('before:|')?.hint).toContain('2026-03-04')
    expect(suggested('before:20|')?.hint).toContain('2026-03-04')
    expect(suggested('before:2025|')?.hint).toBeNull()
  })
})

describe('a suggestion that is taken', () => {
  const names = [
    { name: 'public opinion', articles: 1 },
    { name: 'climate', articles: 12 },
  ]
  it.each([
    ['ta|', 'tag:|'],
    ['bridge ta| toll', 'bridge tag:| toll'],
    ['ta|:"a b" toll', 'tag:|"a b" toll'],
    ['has:|', 'has:note |'],
    ['has:no| toll', 'has:note |toll'],
    ['(has:no|)', '(has:note |)'],
    ['color:ye|', 'colour:yellow |'],
    ['-has:|', '-has:note |'],
  ])('makes of %j %j', (query, expected) => expect(firstTaken(query)).toBe(expected))

  it.each([
    ['tag:pub|', 'tag:"public opinion" |'],
    ['tag:"pub|', 'tag:"public opinion" |'],
    ['tag:"pub| old bridge', 'tag:"public opinion" |old bridge'],
    ['tag:“pub|lic” x', 'tag:"public opinion" |x'],
    ['x -outlet:p|', 'x -outlet:"public opinion" |'],
  ])('puts a name in quotation marks where it needs them: %j', (query, expected) => {
    expect(firstTaken(query, names)).toBe(expected)
  })

  it('says how many articles there are', () => {
    const { suggestions } = suggested('tag:|', names) ?? { suggestions: [] }
    expect(suggestions.map(({ explanation }) => explanation)).toEqual(['1 article', '12 articles'])
  })

  it('reads as the name that was chosen, whatever is in it', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(name, fc.constantFrom('tag', 'in'), (each, operator) => {
        const after = firstTaken(`${operator}:|`, [{ name: each, articles: 2 }]) ?? ''
        const { search } = parseQuery(after.replace(/\|(?=[^|]*$)/, ''), {
          typing: true,
          stories: null,
        })
        const wanted = each.trim()
        if (wanted === '') expect(search).toBeNull()
        else
          expect(search).toEqual(
            operator === 'tag' ? { kind: 'tag', tag: wanted } : { kind: 'story', name: wanted },
          )
      }),
      { numRuns: 500 },
    )
  })

  it('lies within the query, wherever the caret is', () => {
    const parts = fc.array(
      fc.constantFrom('ta', 'tag:', 'has:', '"', ' ', '(', ')', '-', 'x', '*', '：'),
    )
    fc.assert(
      fc.property(parts, fc.nat(40), (all, at) => {
        const query = all.join('')
        const caret = Math.min(at, query.length)
        const place = placeAt(query, caret)
        if (!place) return
        expect(place.start).toBeLessThanOrEqual(caret)
        expect(place.end).toBeGreaterThanOrEqual(place.start)
        expect(place.end).toBeLessThanOrEqual(query.length)
        for (const { edit } of suggestionsAt(place, names).suggestions) {
          const length = query.length - (edit.end - edit.start) + edit.text.length
          expect(edit.caret).toBeLessThanOrEqual(length)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

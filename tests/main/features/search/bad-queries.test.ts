// Queries that nobody means, asked of a real index: each is answered, in bounded work, and what is wrong
// with it is told at its place.
import { expect, it } from 'vitest'
import type { Library } from '../../../../src/main/library.ts'
import { limits } from '../../../../src/shared/model/limits.ts'
import type { SearchAnswer } from '../../../../src/shared/model/search.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  must,
  open,
  tempFolder,
} from '../../library/support.ts'

async function searched(): Promise<Library> {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
  const search = { dataDir: await tempFolder(), workerUrl: null }
  const { library } = await open(folder, { search })
  await highlight(library, 'a.txt', 'cracks', { note: 'Who measured them?', tags: ['doubt'] })
  await library.whenIndexed()
  return library
}

const ask = async (library: Library, query: string, typing = false): Promise<SearchAnswer> =>
  must(await library.search({ query, offset: 0, limit: 50, hits: 5, typing }))

const long = (unit: string, length = 10_000): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Whether the query is answered: else why not, in words. */
const outcome = ({ total, problems }: SearchAnswer) =>
  problems.some(({ refused }) => refused) ? 'refused' : `${total} found`

const queries: readonly (readonly [what: string, query: string, outcome: string])[] = [
  ['one word of 10,000 letters', long('x'), '0 found'],
  ['10,000 characters of one word', long('bridge '), 'refused'],
  ['10,000 characters of words', long('bridge toll quay "the council" tag:doubt '), 'refused'],
  ['only operators', 'tag: before: has: in: -', '0 found'],
  ['10,000 characters of operators', long('tag:a has:note -before:2020 '), 'refused'],
  ['only ORs', long('OR '), '0 found'],
  ['1,000 ORs', Array.from({ length: 1_001 }, (_, n) => `bridge${n}`).join(' OR '), 'refused'],
  ['1,000 ORs of one word', Array.from({ length: 1_001 }, () => 'bridge').join(' OR '), 'refused'],
  ['only minuses', long('- '), '0 found'],
  ['10,000 minuses', long('-'), '0 found'],
  ['an unbalanced quotation mark', 'bridge "the council', '1 found'],
  ['10,000 quotation marks', long('"'), '0 found'],
  ['quotation marks of every kind, unbalanced', long('"bridge“„»'), 'refused'],
  ['10,000 opened parentheses', long('('), 'refused'],
  ['10,000 closed parentheses', long(')'), '0 found'],
  ['a NUL between words', 'bridge\0council', '0 found'],
  ['only NULs', long('\0'), '0 found'],
  ['a lone surrogate beside a word', 'bridge \ud83d', '1 found'],
  ['only lone surrogates', long('\udc00'), '0 found'],
  [
    'what SQL and full text read as signs',
    `bridge') NEAR(a b) ^x {title}: * ; DROP TABLE file --`,
    '0 found',
  ],
  ['100,000 characters', long('bridge ', limits.queryLength), 'refused'],
]

it('are answered, with what is wrong at its place, and the index is none the worse', async () => {
  const library = await searched()
  for (const [what, query, expected] of queries) {
    expect(outcome(await ask(library, query)), what).toBe(expected)
    for (const typing of [false, true]) {
      const { problems } = await ask(library, query, typing)
      for (const { start, end, message, advice } of problems) {
        expect(start, what).toBeGreaterThanOrEqual(0)
        expect(end, what).toBeLessThanOrEqual(query.length)
        expect(end, what).toBeGreaterThan(start)
        expect([message, advice], what).not.toContain('')
      }
      // Each kind of trouble is told once, however often it is there.
      expect(problems.length, what).toBeLessThan(10)
    }
    must(await library.suggestSearch({ query, caret: query.length }))
    expect((await ask(library, 'bridge OR fishermen')).total, what).toBe(2)
  }
})

it('that say nothing are told as a whole, not taken for everything', async () => {
  const library = await searched()
  for (const query of ['…', '()', '"', '\0', '\udc00'])
    expect(await ask(library, query), JSON.stringify(query)).toMatchObject({ total: 0 })
  const { problems } = await ask(library, 'bridge before:yesterday')
  expect(problems).toMatchObject([{ start: 7, end: 23, refused: true }])
})

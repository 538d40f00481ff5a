import { expect, it } from 'vitest'
import { jsonExport } from '../../../src/shared/export/json.ts'
import type { LibraryJson } from '../../../src/shared/export/json-schema.ts'
import {
  type ExistingArticle,
  parseLibraryJson,
  planImport,
} from '../../../src/shared/import/parallax-json.ts'
import { library, makeArticle, options, uuid } from '../export/library.ts'

const text = jsonExport.build(
  library(makeArticle(1, [{ quote: 'first' }, { quote: 'second' }])),
  options,
)

function parsed(): LibraryJson {
  const read = parseLibraryJson(text)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const here = (change: Partial<ExistingArticle>): ExistingArticle => ({
  id: '00000000000000ff',
  path: 'elsewhere.txt',
  sha256: 'other',
  textHash: 'other',
  annotationIds: new Set(),
  ...change,
})

it.each([
  ['', 'parse-failed', 'not JSON'],
  ['{"format":', 'parse-failed', 'not JSON'],
  ['[]', 'unsupported', 'not a Parallax export'],
  ['null', 'unsupported', 'not a Parallax export'],
  ['{"format":"hypothesis"}', 'unsupported', 'not a Parallax export'],
  ['{"format":"parallax/library","version":3}', 'store-newer', 'newer Parallax'],
  ['{"format":"parallax/library","version":1}', 'parse-failed', 'articles'],
  [
    text.replace('"color": "red"', '"color": "pink"'),
    'parse-failed',
    'articles.0.annotations.1.color',
  ],
])('refuses %.40j with a reason', (input, code, message) => {
  const read = parseLibraryJson(input)
  expect(read.ok).toBe(false)
  if (read.ok) return
  expect(read.error.code).toBe(code)
  expect(read.error.message).toContain(message)
  expect(read.error.advice).not.toBe('')
})

it('accepts a byte order mark and fields it does not know', () => {
  const more = text.replace('"format"', '"note": "by hand",\n  "format"')
  expect(parseLibraryJson(`\ufeff${more}`)).toEqual({ ok: true, value: parsed() })
})

it.each<[string, readonly Partial<ExistingArticle>[], string | null, string | null]>([
  [
    'content before path',
    [
      { path: 'folder/article-1.txt', id: 'p' },
      { sha256: 'sha-1', id: 's' },
    ],
    's',
    'sha256',
  ],
  [
    'the same path among equals',
    [
      { sha256: 'sha-1', id: 'a' },
      { sha256: 'sha-1', id: 'b', path: 'folder/article-1.txt' },
    ],
    'b',
    'sha256',
  ],
  ['the same text', [{ textHash: 'text-1', id: 't' }], 't', 'textHash'],
  ['a changed file by its path', [{ path: 'folder/article-1.txt', id: 'p' }], 'p', 'path'],
  ['nothing', [{}], null, null],
])('finds the article by %s', (_, existing, onto, by) => {
  const plan = planImport(parsed(), existing.map(here))
  expect(plan.articles[0]?.onto ?? null).toBe(onto)
  expect(plan.articles[0]?.by ?? null).toBe(by)
  expect(plan.read).toBe(2)
})

it('says which annotations have no article here', () => {
  expect(planImport(parsed(), []).lost).toEqual([
    '“folder/article-1.txt” is not in this library: 2 annotations left out.',
  ])
})

it('leaves what is here already and adds the rest', () => {
  const annotationIds = new Set([uuid(1000)])
  const [article] = planImport(parsed(), [here({ sha256: 'sha-1', annotationIds })]).articles
  expect(article?.duplicates.map(({ id }) => id)).toEqual([uuid(1000)])
  expect(article?.add.map(({ id }) => id)).toEqual([uuid(1001)])
})

it.each<[string, boolean, readonly Partial<ExistingArticle>[]]>([
  ['takes the id for an article nobody annotated', true, [{ sha256: 'sha-1' }]],
  [
    'keeps the id of an annotated article',
    false,
    [{ sha256: 'sha-1', annotationIds: new Set(['x']) }],
  ],
  ['keeps the id when it is the same', false, [{ sha256: 'sha-1', id: '0000000000000001' }]],
  [
    'keeps the id when another article has it',
    false,
    [{ sha256: 'sha-1' }, { id: '0000000000000001' }],
  ],
])('%s', (_, adoptId, existing) => {
  expect(planImport(parsed(), existing.map(here)).articles[0]?.adoptId).toBe(adoptId)
})

it('finds nothing to add the second time', () => {
  const annotationIds = new Set([uuid(1000), uuid(1001)])
  const plan = planImport(parsed(), [here({ sha256: 'sha-1', annotationIds })])
  expect(plan.articles.flatMap(({ add }) => add)).toEqual([])
  expect(plan.lost).toEqual([])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonExport } from '../../../src/shared/export/json.ts'
import { parseLibraryJson } from '../../../src/shared/import/parallax-json.ts'
import { anyLibrary, library, makeArticle, options } from './library.ts'

it('is read back with every annotation as it was', () => {
  fc.assert(
    fc.property(anyLibrary, (any) => {
      const read = parseLibraryJson(jsonExport.build(any, { ...options, empty: true }))
      if (!read.ok) throw new Error(read.error.message)
      expect(
        read.value.articles.map(({ annotations, places: _, ...article }) => ({
          ...article,
          annotations: new Set(annotations),
        })),
      ).toEqual(
        any.articles.map(({ id, path, sha256, textHash, meta, resolved }) => ({
          id,
          path,
          sha256,
          textHash,
          ...meta,
          annotations: new Set(resolved.map(({ annotation }) => annotation)),
        })),
      )
    }),
    { numRuns: 60 },
  )
})

it('gives the same bytes whatever the order of the articles and the time', () => {
  const one = makeArticle(1, [{ quote: 'first' }, { quote: 'second' }])
  const two = makeArticle(2, [{ quote: 'third', lost: true }])
  const turned = { ...one, resolved: [...one.resolved].reverse() }
  expect(jsonExport.build(library(one, two), options)).toBe(
    jsonExport.build(library(two, turned), { ...options, now: '2030-01-01T00:00:00.000Z' }),
  )
})

it('sorts keys, indents by two and ends with a line feed', () => {
  const json = jsonExport.build(library(makeArticle(1, [{ quote: 'words' }])), options)
  expect(json.startsWith('{\n  "articles": [\n    {\n      "annotations": [\n')).toBe(true)
  expect(json.endsWith('\n}\n')).toBe(true)
})

it('leaves out articles without annotations unless asked', () => {
  const empty = library(makeArticle(1, []))
  expect(JSON.parse(jsonExport.build(empty, options)).articles).toHaveLength(0)
  expect(JSON.parse(jsonExport.build(empty, { ...options, empty: true })).articles).toHaveLength(1)
})

it('says of annotations that were moved or not found where they stand, and of articles what to know', () => {
  const article = makeArticle(1, [
    { quote: 'plain' },
    { quote: 'the old', now: 'the new' },
    { quote: 'gone', lost: true },
  ])
  const warnings = [{ code: 'x', message: 'Not all of it.' }]
  const read = parseLibraryJson(jsonExport.build(library({ ...article, warnings }), options))
  if (!read.ok) throw new Error(read.error.message)
  const [, moved, gone] = article.resolved
  expect(read.value.articles[0]).toMatchObject({
    places: {
      [moved?.annotation.id ?? '']: { state: 'moved', start: 7, end: 14, words: 'the new' },
      [gone?.annotation.id ?? '']: { state: 'orphaned' },
    },
    warnings,
  })
  expect(Object.keys(read.value.articles[0]?.places ?? {})).toHaveLength(2)
})

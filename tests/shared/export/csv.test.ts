import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvExport } from '../../../src/shared/export/csv.ts'
import { anyLibrary, library, makeArticle, options } from './library.ts'

/** Reads RFC 4180 with CRLF; throws on what that does not allow. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('quote left open')
        if (text[at] !== '"') cell += text[at]
        else if (text[at + 1] === '"') {
          cell += '"'
          at++
        } else break
      }
      at++
    } else {
      while (at < text.length && !/[,\r\n"]/.test(text[at] ?? '')) cell += text[at++]
    }
    row.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`unexpected ${JSON.stringify(text.slice(at, at + 5))} at ${at}`)
  }
  return rows
}

const guarded = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

it('begins with a byte order mark and a header row', () => {
  const csv = csvExport.build(library(), options)
  expect(csv).toBe(
    '\ufeffarticle title,outlet,author,date,file,quote,note,tags,colour,start,end,state,words now,prefix,suffix,created,modified,id,article id,part,warnings\r\n',
  )
})

it('gives back every quote, note and tag, the formula guard aside', () => {
  fc.assert(
    fc.property(anyLibrary, (any) => {
      const [header, ...rows] = parseCsv(csvExport.build(any, options).slice(1))
      const column = (row: readonly string[], name: string): string =>
        row[header?.indexOf(name) ?? -1] ?? ''
      const byId = new Map(rows.map((row) => [column(row, 'id'), row]))
      const all = any.articles.flatMap(({ resolved }) => resolved)
      expect(rows.length).toBe(all.length)
      for (const { annotation, anchor } of all) {
        const row = byId.get(annotation.id) ?? []
        expect(column(row, 'quote')).toBe(guarded(annotation.target.exact))
        expect(column(row, 'note')).toBe(guarded(annotation.note))
        expect(column(row, 'tags')).toBe(guarded(annotation.tags.join('; ')))
        expect(column(row, 'state')).toBe(anchor.state)
        expect(column(row, 'start')).toBe(anchor.start === null ? '' : String(anchor.start))
      }
    }),
    { numRuns: 60 },
  )
})

it.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx'])('keeps a spreadsheet from running %j', (note) => {
  const csv = csvExport.build(library(makeArticle(1, [{ quote: 'words', note }])), options)
  expect(parseCsv(csv.slice(1))[1]?.[6]).toBe(`'${note}`)
})

it('lists articles without annotations only when asked to', () => {
  const empty = library(makeArticle(1, []))
  expect(parseCsv(csvExport.build(empty, options).slice(1))).toHaveLength(1)
  const asked = parseCsv(csvExport.build(empty, { ...options, empty: true }).slice(1))
  expect(asked[1]?.[4]).toBe('folder/article-1.txt')
})

it('gives what was found again the words there now, and an article its warnings', () => {
  const article = makeArticle(1, [
    { quote: 'two\nlines', now: 'two\nother lines' },
    { quote: 'same', now: 'same' },
    { quote: 'gone', lost: true },
  ])
  const warnings = [
    { code: 'a', message: 'One thing.' },
    { code: 'b', message: 'Another.' },
  ]
  const csv = csvExport.build(library({ ...article, warnings }), options)
  const [header = [], ...rows] = parseCsv(csv.slice(1))
  const of = (name: string) => rows.map((row) => row[header.indexOf(name)])
  expect(of('quote')).toEqual(['two\nlines', 'same', 'gone'])
  expect(of('state')).toEqual(['moved', 'moved', 'orphaned'])
  expect(of('words now')).toEqual(['two\nother lines', '', ''])
  expect(of('warnings')).toEqual(Array(3).fill('One thing. Another.'))
})

import { expect, it } from 'vitest'
import { exportFormats } from '../../../src/shared/calls/exchange.ts'
import { exportFormatDefinitions } from '../../../src/shared/export/formats.ts'
import { inTextOrder } from '../../../src/shared/export/model.ts'
import { makeArticle } from './library.ts'

it('orders annotations by where they stand now, orphans last', () => {
  const { resolved } = makeArticle(1, [
    { quote: 'a', note: 'gone 1', lost: true },
    { quote: 'b', note: 'second' },
    { quote: 'c', note: 'first' },
    { quote: 'd', note: 'gone 2', lost: true },
  ])
  const moved = resolved.map((row) =>
    row.annotation.note === 'first'
      ? { ...row, anchor: { state: 'moved' as const, start: 0, end: 1, score: 0.9 } }
      : row,
  )
  const notes = inTextOrder([...moved].reverse()).map(({ annotation }) => annotation.note)
  expect(notes).toEqual(['first', 'second', 'gone 1', 'gone 2'])
})

it('has a format for each that can be asked for, and says what it keeps and loses', () => {
  for (const id of exportFormats) {
    const format = exportFormatDefinitions[id]
    expect(format.id).toBe(id)
    expect(format.keeps).toMatch(/\.$/)
    expect(format.loses).toMatch(/\.$/)
  }
})

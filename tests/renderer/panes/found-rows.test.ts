// Hits as marks of a strip.
import { expect, it } from 'vitest'
import { marksPath, nearest } from '../../../src/renderer/panes/find/found-rows.ts'

it('makes one mark of hits on one row, and no more marks than rows', () => {
  expect(marksPath([10, 10.4, 40], 100, 6)).toBe('M0 10h6v2h-6zM0 40h6v2h-6z')
  const many = Array.from({ length: 100_000 }, (_, at) => at / 1_000)
  expect(marksPath(many, 100, 6).match(/M/g)).toHaveLength(50)
})

it('keeps each mark within the strip', () => {
  expect(marksPath([-3], 100, 6)).toBe('M0 0h6v2h-6z')
  expect(marksPath([100], 100, 6)).toBe('M0 98h6v2h-6z')
  expect(marksPath([], 100, 6)).toBe('')
})

it('goes to the nearest hit', () => {
  expect(nearest([10, 40, 90], 30)).toBe(1)
  expect(nearest([10, 40, 90], 99)).toBe(2)
  expect(nearest([], 5)).toBe(-1)
})

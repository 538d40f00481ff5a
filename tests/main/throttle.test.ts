// What is told of many changes: the first at once, the last soon, and not more than so often.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createThrottle } from '../../src/main/throttle.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function counted() {
  const times: number[] = []
  const begin = Date.now()
  const throttle = createThrottle(100, () => times.push(Date.now() - begin))
  return { throttle, times }
}

it('does the first at once, of many after it one, and nothing when nothing is asked', () => {
  const { throttle, times } = counted()
  throttle.ask()
  for (let at = 0; at < 9; at++) {
    vi.advanceTimersByTime(10)
    throttle.ask()
  }
  vi.advanceTimersByTime(1_000)
  expect(times).toEqual([0, 100])
  throttle.ask()
  expect(times).toEqual([0, 100, 1_090])
})

it('does at once what must not wait, and what waited with it', () => {
  const { throttle, times } = counted()
  throttle.ask()
  vi.advanceTimersByTime(30)
  throttle.ask()
  throttle.now()
  vi.advanceTimersByTime(1_000)
  expect(times).toEqual([0, 30])
})

it('does nothing any more once it is ended', () => {
  const { throttle, times } = counted()
  throttle.ask()
  throttle.ask()
  throttle.end()
  vi.advanceTimersByTime(1_000)
  throttle.ask()
  throttle.now()
  expect(times).toEqual([0])
})

// Puts are written in order, and those that come while one is written go together.
import { expect, it } from 'vitest'
import type { IndexChange } from '../../../src/main/index/facts.ts'
import { createPutQueue } from '../../../src/main/index/put-queue.ts'

const gone = (path: string): IndexChange => ({ kind: 'file-gone', path })
const named = (changes: readonly IndexChange[]): string[] =>
  changes.map((change) => (change.kind === 'file-gone' ? change.path : change.kind))

function recording() {
  const batches: string[][] = []
  const queue = createPutQueue(async (changes) => {
    batches.push(named(changes))
    await Promise.resolve()
    if (changes.some((change) => change.kind === 'file-gone' && change.path === 'bad'))
      throw new Error('a change that cannot be written')
    return true
  })
  return { batches, queue }
}

it('writes the first at once and all that came meanwhile as one batch', async () => {
  const { batches, queue } = recording()
  const first = queue.put([gone('a')])
  await Promise.resolve()
  const others = ['b', 'c', 'd'].map((path) => queue.put([gone(path)]))
  expect(await Promise.all([first, ...others])).toEqual([true, true, true, true])
  expect(batches).toEqual([['a'], ['b', 'c', 'd']])
})

it('keeps batches small, unless one put is larger', async () => {
  const { batches, queue } = recording()
  const many = (count: number) => Array.from({ length: count }, (_, n) => gone(String(n)))
  await Promise.all([10, 490, 1, 900, 2].map((count) => queue.put(many(count))))
  expect(batches.map(({ length }) => length)).toEqual([500, 1, 900, 2])
})

it('fails only the put that cannot be written', async () => {
  const { batches, queue } = recording()
  const puts = ['a', 'bad', 'c'].map((path) => queue.put([gone(path)]))
  const ended = await Promise.allSettled(puts)
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(batches.slice(-3)).toEqual([['a'], ['bad'], ['c']])
})

it('runs other work after what was put before it', async () => {
  const { batches, queue } = recording()
  void queue.put([gone('a')])
  expect(await queue.after(async () => batches.length)).toBe(1)
})

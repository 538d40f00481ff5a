// One thing after another.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createQueue } from '../../../src/main/store/queue.ts'

it('runs work in the order it came, one at a time', async () => {
  const queue = createQueue()
  const log: string[] = []
  const job = (name: string, ms: number) =>
    queue.run(async () => {
      log.push(`${name} begins`)
      await sleep(ms)
      log.push(`${name} ends`)
      return name
    })
  expect(await Promise.all([job('a', 15), job('b', 1), job('c', 5)])).toEqual(['a', 'b', 'c'])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

it('goes on after work that failed, and gives the failure to the one who asked', async () => {
  const queue = createQueue()
  const failed = queue.run(() => Promise.reject(new Error('disk')))
  const next = queue.run(async () => 'fine')
  await expect(failed).rejects.toThrow('disk')
  expect(await next).toBe('fine')
})

it('is idle when all that was put in is done, failed or not', async () => {
  const queue = createQueue()
  let done = 0
  const slow = queue.run(() => sleep(10).then(() => done++))
  const failed = queue.run(() => Promise.reject(new Error('disk'))).catch(() => done++)
  await queue.idle()
  expect(done).toBe(2)
  await Promise.all([slow, failed])
})

// The mark of a file's state is believed after a restart: it is given only where no other state can have it.
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { markOf } from '../../../src/main/store/atomic-file.ts'
import { tempFolder } from './support.ts'

afterEach(() => vi.useRealTimers())

it('is not given where the disk counts in seconds, while the next write may have the same time', async () => {
  const file = join(await tempFolder(), 'a.json')
  await writeFile(file, 'one')
  expect(markOf(file)).not.toBe('')
  const second = Math.floor(Date.now() / 1000)
  await utimes(file, second, second)
  expect(markOf(file)).toBe('')
  vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ['Date'] })
  const mark = markOf(file)
  expect(mark).not.toBe('')
  expect(markOf(file)).toBe(mark)
})

// A file that was written and is left alone is taken after one quiet while, a file that grows is not.
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createChangedPaths } from '../../../src/main/core/shelf/changed-paths.ts'
import { tempFolder } from './support.ts'

/** What was noted was also asked for. */
const asked = (): Promise<void> => sleep(50)

it('a file that is made empty, then filled, is still when it stays as it was filled', async () => {
  const root = await tempFolder()
  const file = join(root, 'a.txt')
  const changed = createChangedPaths(root)
  await writeFile(file, '')
  changed.note(file, false)
  await asked()
  await appendFile(file, 'All of it.')
  changed.note(file, false)
  await asked()
  expect(await changed.areStill()).toBe(true)
})

it('a file that changes while it is asked what it is, is asked again', async () => {
  const root = await tempFolder()
  const file = join(root, 'a.txt')
  const changed = createChangedPaths(root)
  await writeFile(file, '')
  changed.note(file, false)
  await appendFile(file, 'All of it.')
  changed.note(file, false)
  await asked()
  expect(await changed.areStill()).toBe(true)
})

it('a file that has changed since it was noted is not still, and is once it stays so', async () => {
  const root = await tempFolder()
  const file = join(root, 'a.txt')
  const changed = createChangedPaths(root)
  await writeFile(file, 'Some of it.')
  changed.note(file, false)
  await asked()
  await appendFile(file, ' And more.')
  expect(await changed.areStill()).toBe(false)
  expect(await changed.areStill()).toBe(true)
  expect([...(changed.take() ?? [])]).toEqual(['a.txt'])
})

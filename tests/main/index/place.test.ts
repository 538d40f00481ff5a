// The index lies in the user's cache, one for each library, and not for ever.
import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { daysKept, indexPath, markUsed, sweepIndexes } from '../../../src/main/index/place.ts'
import { indexVersion } from '../../../src/main/index/schema.ts'
import { tempFolder } from './support.ts'

const now = new Date('2026-03-04T10:00:00Z')
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)

it('is one file for one library, by whatever way it is reached, and another for another', async () => {
  const root = await tempFolder()
  for (const name of ['one', 'two']) await mkdir(join(root, name))
  await symlink(join(root, 'one'), join(root, 'link'))
  const path = await indexPath('/data', join(root, 'one'))
  expect(path.replaceAll('\\', '/')).toMatch(
    new RegExp(`^/data/cache/[0-9a-f]{32}-${indexVersion}\\.sqlite$`),
  )
  expect(await indexPath('/data', join(root, 'link'))).toBe(path)
  expect(await indexPath('/data', join(root, 'two'))).not.toBe(path)
  expect(await indexPath('/data', join(root, 'not there'))).not.toBe(path)
})

it('is removed with all that is beside it when it was not used for long; nothing else is', async () => {
  const data = await tempFolder()
  const old = await indexPath(data, '/old')
  const used = await indexPath(data, '/used')
  await mkdir(dirname(old), { recursive: true })
  const other = join(dirname(old), 'notes.txt')
  for (const file of [old, `${old}-wal`, used, `${used}-wal`, other]) {
    await writeFile(file, '')
    await utimes(file, daysAgo(daysKept + 1), daysAgo(daysKept + 1))
  }
  expect(await markUsed(used, daysAgo(1))).toBe(true)
  expect(await sweepIndexes(data, now)).toEqual([old.slice(dirname(old).length + 1)])
  expect((await readdir(dirname(old))).sort()).toEqual(
    [used, `${used}-wal`, other].map((file) => file.slice(dirname(old).length + 1)).sort(),
  )
})

it('needs no folder to be swept', async () => {
  expect(await sweepIndexes(join(await tempFolder(), 'none'), now)).toEqual([])
})

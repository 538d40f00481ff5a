// A file of the store in memory: what it shows is what is on disk.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openCacheFile, openStoreFile } from '../../../src/main/store/store-file.ts'
import { type Format, serializePlain } from '../../../src/main/store/versioned.ts'
import { errorOf, must, tempFolder } from './support.ts'

interface Count {
  readonly count: number
}
const format: Format<Count> = {
  name: 'test/count',
  version: 1,
  schema: z.strictObject({ count: z.number() }),
  migrations: {},
  serialize: (data) => serializePlain('test/count', 1, data),
}
const none: Count = { count: 0 }

describe('openStoreFile', () => {
  it('begins with the empty value and writes nothing until it is told to', async () => {
    const path = join(await tempFolder(), 'count.json')
    const file = must(await openStoreFile(path, format, none))
    expect(file.data).toEqual(none)
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('opens what was written', async () => {
    const path = join(await tempFolder(), 'count.json')
    const file = must(await openStoreFile(path, format, none))
    expect(must(await file.write({ count: 7 }))).toEqual({ count: 7 })
    expect(must(await openStoreFile(path, format, none)).data).toEqual({ count: 7 })
  })

  it('publishes the next state only when it is on disk', async () => {
    const path = join(await tempFolder(), 'count.json')
    const file = must(await openStoreFile(path, format, none))
    const written = file.write({ count: 1 })
    expect(file.data).toEqual(none)
    await written
    expect(file.data).toEqual({ count: 1 })
    expect(await readFile(path, 'utf8')).toContain('"count": 1')
  })

  it('keeps the old state when writing fails, names the file, and goes on later', async () => {
    const folder = join(await tempFolder(), 'store')
    const path = join(folder, 'count.json')
    const file = must(await openStoreFile(path, format, none))
    await file.write({ count: 1 })
    await rm(folder, { recursive: true })
    await writeFile(folder, 'in the way')
    const error = errorOf(await file.write({ count: 2 }))
    expect(error).toMatchObject({ code: 'not-a-folder', path })
    expect(error.message).toContain('count.json')
    expect(file.data).toEqual({ count: 1 })
    await rm(folder)
    must(await file.write({ count: 3 }))
    expect(must(await openStoreFile(path, format, none)).data).toEqual({ count: 3 })
  })

  it.each([
    ['damaged', '{"format"', 'store-damaged'],
    ['newer', '{"format":"test/count","version":2}', 'store-newer'],
  ])('refuses a %s file and leaves it as it is', async (_, content, code) => {
    const path = join(await tempFolder(), 'count.json')
    await writeFile(path, content)
    expect(errorOf(await openStoreFile(path, format, none))).toMatchObject({ code, path })
    expect(await readFile(path, 'utf8')).toBe(content)
  })

  it('says so when a folder stands in its place', async () => {
    const path = join(await tempFolder(), 'count.json')
    await mkdir(path)
    expect(errorOf(await openStoreFile(path, format, none))).toMatchObject({
      code: 'is-folder',
      path,
    })
  })
})

describe('openCacheFile', () => {
  it.each([
    ['damaged', 'nonsense'],
    ['newer', '{"format":"test/count","version":2}'],
    ['of no use', '{"format":"test/count","version":1,"count":-1}'],
  ])('begins anew over a file that is %s', async (_, content) => {
    const path = join(await tempFolder(), 'count.json')
    await writeFile(path, content)
    const file = await openCacheFile(path, format, none, ({ count }) => count >= 0)
    expect(file.data).toEqual(none)
    must(await file.write({ count: 5 }))
    expect(must(await openStoreFile(path, format, none)).data).toEqual({ count: 5 })
  })

  it('takes a file that is of use', async () => {
    const path = join(await tempFolder(), 'count.json')
    await writeFile(path, format.serialize({ count: 9 }))
    expect((await openCacheFile(path, format, none, () => true)).data).toEqual({ count: 9 })
  })
})

// A file of the store in memory: what it shows is what is on disk.
import { writeFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openStoreFile } from '../../../src/main/store/store-file.ts'
import { type Format, serializePlain } from '../../../src/main/store/versioned.ts'
import { listenToWrites } from '../soak/shim.ts'
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

describe('a file that another program writes, too', () => {
  /** Has another program write the file just before or after a call that writes, once. */
  function meanwhile(path: string, at: string, count: number): () => void {
    let isDone = false
    return listenToWrites((call) => {
      if (isDone || call !== at) return
      isDone = true
      writeFileSync(path, format.serialize({ count }))
    })
  }

  it.each(['before open', 'after open'])(
    'is left as it is when that comes %s of our own writing',
    async (moment) => {
      const path = join(await tempFolder(), 'count.json')
      await writeFile(path, format.serialize({ count: 1 }))
      const file = must(await openStoreFile(path, format, none))
      onTestFinished(meanwhile(path, moment, 20))
      expect(errorOf(await file.writeOver({ count: 2 }))).toMatchObject({ code: 'changed', path })
      expect(file.hasChanged()).toBe(true)
      expect(file.data).toEqual({ count: 1 })
      expect(must(await openStoreFile(path, format, none)).data).toEqual({ count: 20 })
    },
  )

  it('is known to be another when it is written right after our own writing', async () => {
    const path = join(await tempFolder(), 'count.json')
    const file = must(await openStoreFile(path, format, none))
    onTestFinished(meanwhile(path, 'after renameSync', 20))
    must(await file.writeOver({ count: 2 }))
    expect(file.hasChanged()).toBe(true)
  })
})

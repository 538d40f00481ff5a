// Copies and places apart: nothing that a user made is deleted or overwritten.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { backUp, hasGoodCopy, restoreCopy, setAside } from '../../../src/main/store/safekeeping.ts'
import { type Format, serializePlain } from '../../../src/main/store/versioned.ts'
import { errorOf, must, tempFolder } from './support.ts'

const format: Format<{ count: number }> = {
  name: 'test/count',
  version: 1,
  schema: z.strictObject({ count: z.number() }),
  migrations: {},
  serialize: (data) => serializePlain('test/count', 1, data),
}
const now = new Date('2026-03-04T10:20:30.456Z')

describe('backUp and restoreCopy', () => {
  it('put back what was kept', async () => {
    const folder = await tempFolder()
    const [file, backup] = [join(folder, 'a.json'), join(folder, 'backups', 'a.json')]
    expect(await hasGoodCopy(backup, format)).toBe(false)
    must(await backUp(backup, format, { count: 3 }))
    expect(await hasGoodCopy(backup, format)).toBe(true)
    must(await restoreCopy(file, backup, format))
    expect(await readFile(file, 'utf8')).toBe(format.serialize({ count: 3 }))
  })

  it('leave a file that stands in the place', async () => {
    const folder = await tempFolder()
    const [file, backup] = [join(folder, 'a.json'), join(folder, 'b.json')]
    must(await backUp(backup, format, { count: 3 }))
    await writeFile(file, 'mine')
    await restoreCopy(file, backup, format)
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  it('say when there is no copy', async () => {
    const folder = await tempFolder()
    const error = errorOf(await restoreCopy(join(folder, 'a'), join(folder, 'none'), format))
    expect(error).toMatchObject({ code: 'not-found', path: join(folder, 'none') })
  })

  it.each([
    ['damaged', '{', 'store-damaged'],
    ['newer', '{"format":"test/count","version":9,"count":1}', 'store-newer'],
  ])('do not put back a copy that is %s', async (_, content, code) => {
    const folder = await tempFolder()
    const [file, backup] = [join(folder, 'a.json'), join(folder, 'b.json')]
    await writeFile(backup, content)
    expect(await hasGoodCopy(backup, format)).toBe(false)
    expect(errorOf(await restoreCopy(file, backup, format)).code).toBe(code)
    expect(await readdir(folder)).toEqual(['b.json'])
  })
})

describe('setAside', () => {
  it('moves the file, bytes unchanged, under a name that says when and which', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.json')
    await writeFile(file, 'half a fi')
    const aside = must(await setAside(file, join(folder, 'damaged'), now))
    expect(basename(aside)).toMatch(/^2026-03-04T10-20-30\.456Z-.*a\.json$/)
    expect(await readFile(aside, 'utf8')).toBe('half a fi')
    expect(await readdir(folder)).toEqual(['damaged'])
  })

  it('names the file when it cannot be moved, and leaves it', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.json')
    await writeFile(file, 'half a fi')
    await writeFile(join(folder, 'damaged'), 'in the way')
    const error = errorOf(await setAside(file, join(folder, 'damaged'), now))
    expect(error.path).toBe(file)
    expect(error.message).toContain('a.json')
    expect(await readFile(file, 'utf8')).toBe('half a fi')
  })

  it('keeps both of two files set aside in the same moment', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'damaged'))
    for (const content of ['first', 'second']) {
      await writeFile(join(folder, 'a.json'), content)
      must(await setAside(join(folder, 'a.json'), join(folder, 'damaged'), now))
    }
    expect((await readdir(join(folder, 'damaged'))).length).toBe(2)
  })
})

// Only files are read: whatever else stands in the place of one is told as what it is, at once.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rename, symlink, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { NotAFile } from '../../../src/main/errors.ts'
import { readIfThere } from '../../../src/main/store/atomic-file.ts'
import { stage } from '../../../src/main/store/new-file.ts'
import { readRegular, readRegularSync } from '../../../src/main/store/regular-file.ts'
import { openStoreFile } from '../../../src/main/store/store-file.ts'
import { openTexts } from '../../../src/main/store/texts.ts'
import { openUserData } from '../../../src/main/store/user-data.ts'
import { type Format, serializePlain } from '../../../src/main/store/versioned.ts'
import { errorOf, must, tempFolder } from './support.ts'

const unix = process.platform !== 'win32'

/** What may stand where a file should, and how it is called. */
const others: readonly (readonly [kind: string, make: (path: string) => unknown])[] = [
  ['a named pipe', (path) => execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdir(path)],
  ['a device', (path) => symlink('/dev/zero', path)],
  [
    'a socket',
    async (path) => {
      const server = createServer().listen(path)
      await once(server, 'listening')
      onTestFinished(() => void server.close())
    },
  ],
]

const counts: Format<{ readonly count: number }> = {
  name: 'test/count',
  version: 1,
  schema: z.strictObject({ count: z.number() }),
  migrations: {},
  serialize: (data) => serializePlain('test/count', 1, data),
}

describe.runIf(unix).each(others)('%s in the place of a file', (kind, make) => {
  it('is not read, and is told as what it is', async () => {
    const path = join(await tempFolder(), 'a.json')
    await make(path)
    await expect(readRegular(path)).rejects.toMatchObject({ kind })
    await expect(readIfThere(path)).rejects.toBeInstanceOf(NotAFile)
    expect(() => readRegularSync(path)).toThrow(kind)
  })

  it('is told by a file of the store', async () => {
    const path = join(await tempFolder(), 'a.json')
    await make(path)
    const error = errorOf(await openStoreFile(path, counts, { count: 0 }))
    expect(error).toMatchObject({ path, code: kind === 'a folder' ? 'is-folder' : 'unsupported' })
    expect(error.message).toContain(`“a.json” is ${kind}`)
  })

  it('is no text that was kept', async () => {
    const folder = await tempFolder()
    const hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
    await make(join(folder, `${hash}.txt.gz`))
    const texts = openTexts(folder)
    expect(await texts.load(hash)).toBeNull()
    if (kind === 'a folder') expect(errorOf(await texts.keep(hash, 'x')).code).toBe('is-folder')
    else {
      must(await texts.keep(hash, 'x'))
      expect(await texts.load(hash)).toBe('x')
    }
  })

  it('is set aside where the settings were to be, and defaults stand in', async () => {
    const folder = await tempFolder()
    await make(join(folder, 'settings.json'))
    const data = await openUserData(folder)
    expect(data.notices[0]?.message).toContain(`is ${kind}`)
    must(await data.saveSettings({ theme: 'dark' }))
    expect((await openUserData(folder)).settings.theme).toBe('dark')
  })

  it('is not added', async () => {
    const folder = await tempFolder()
    await make(join(folder, 'a.txt'))
    await expect(stage(join(folder, 'in'), 'a.txt', join(folder, 'a.txt'))).rejects.toMatchObject({
      kind,
    })
  })
})

it.runIf(unix)(
  'a pipe that takes the place of a file at any moment keeps no reader waiting',
  async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.json')
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    let going = true
    const swapping = (async () => {
      while (going) {
        await writeFile(`${path}.new`, 'x')
        await rename(`${path}.new`, path)
        await unlink(path)
        await symlink(pipe, path)
      }
    })()
    const read: string[] = []
    for (let round = 0; round < 300; round++)
      read.push(
        await readIfThere(path).then(
          (text) => (text === null ? 'gone' : 'file'),
          (thrown: unknown) => (thrown instanceof NotAFile ? 'pipe' : String(thrown)),
        ),
      )
    going = false
    await swapping
    expect(new Set([...read, 'gone', 'file', 'pipe'])).toEqual(new Set(['gone', 'file', 'pipe']))
  },
)

it('a link to a file is read', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'a'), 'content')
  await symlink(join(folder, 'a'), join(folder, 'b'))
  expect((await readRegular(join(folder, 'b'))).toString()).toBe('content')
  expect(readRegularSync(join(folder, 'b')).text).toBe('content')
})

// A file is whole or not there, whatever goes wrong.
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  readIfThere,
  replaceFile,
  sweepTemps,
  writeAtomic,
} from '../../../src/main/store/atomic-file.ts'
import { tempFolder, tempOfTheDead } from './support.ts'

describe('writeAtomic', () => {
  it('writes a new file and leaves nothing beside it', async () => {
    const folder = await tempFolder()
    await writeAtomic(join(folder, 'a.json'), 'content ä 😀\n')
    expect(await readdir(folder)).toEqual(['a.json'])
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('content ä 😀\n')
  })

  it('writes bytes as they are', async () => {
    const path = join(await tempFolder(), 'a.gz')
    const bytes = Uint8Array.from([0, 255, 10, 13, 128])
    await writeAtomic(path, bytes)
    expect(new Uint8Array(await readFile(path))).toEqual(bytes)
  })

  it('replaces a longer file whole', async () => {
    const path = join(await tempFolder(), 'a.json')
    await writeAtomic(path, 'long '.repeat(10_000))
    await writeAtomic(path, 'short')
    expect(await readFile(path, 'utf8')).toBe('short')
  })

  it('makes the folder when it is missing, but none above: what was moved away is not begun anew', async () => {
    const folder = await tempFolder()
    await writeAtomic(join(folder, 'one', 'a.json'), 'x')
    expect(await readFile(join(folder, 'one', 'a.json'), 'utf8')).toBe('x')
    const deep = join(folder, 'gone', 'one', 'a.json')
    await expect(writeAtomic(deep, 'x')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readdir(folder)).toEqual(['one'])
  })

  it('leaves the folder to the user where the file is theirs', async () => {
    const folder = await tempFolder()
    await expect(replaceFile(join(folder, 'one', 'a.json'), 'x')).rejects.toMatchObject({
      code: 'ENOENT',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('gives the file the permissions that any new file has', async () => {
    const folder = await tempFolder()
    await writeAtomic(join(folder, 'a.json'), 'x')
    await writeFile(join(folder, 'b.json'), 'x')
    expect((await stat(join(folder, 'a.json'))).mode).toBe(
      (await stat(join(folder, 'b.json'))).mode,
    )
  })

  it('leaves the old content and no temporary file when the rename fails', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.json')
    await mkdir(join(path, 'inside'), { recursive: true })
    await expect(writeAtomic(path, 'x')).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['a.json'])
    expect(await readdir(path)).toEqual(['inside'])
  })

  it('fails when a file stands where the folder should be, and leaves that file', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'annotations'), 'not a folder')
    await expect(writeAtomic(join(folder, 'annotations', 'a.json'), 'x')).rejects.toMatchObject({
      code: 'ENOTDIR',
    })
    expect(await readFile(join(folder, 'annotations'), 'utf8')).toBe('not a folder')
  })

  it.skipIf(process.getuid?.() === 0)('fails in a folder that may not be written', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.json')
    await writeFile(path, 'old')
    await chmod(folder, 0o500)
    await expect(writeAtomic(path, 'new')).rejects.toMatchObject({ code: 'EACCES' })
    await chmod(folder, 0o700)
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  it('shows every reader the old content or the new, never a mixture', async () => {
    const path = join(await tempFolder(), 'a.json')
    const contentOf = (n: number): string => String(n % 10).repeat(200_000)
    await writeAtomic(path, contentOf(0))
    let writing = true
    const seen: string[] = []
    const reading = (async () => {
      while (writing) seen.push(await readFile(path, 'utf8'))
    })()
    for (let n = 1; n <= 30; n++) await writeAtomic(path, contentOf(n))
    writing = false
    await reading
    const torn = seen.filter((text) => text.length !== 200_000 || new Set(text).size !== 1)
    expect(torn).toEqual([])
    expect(seen.length).toBeGreaterThan(5)
  })

  it('keeps one whole content when several write the same file at once', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.json')
    const contents = Array.from({ length: 12 }, (_, n) => String(n).repeat(50_000))
    await Promise.all(contents.map((content) => writeAtomic(path, content)))
    expect(contents).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('writes a file whose name is as long as names may be', async () => {
    const folder = await tempFolder()
    const name = `${'日'.repeat(80)}.markdown`
    await writeFile(join(folder, name), 'the file system takes it')
    await writeAtomic(join(folder, name), 'and so do we')
    expect(await readFile(join(folder, name), 'utf8')).toBe('and so do we')
  })
})

describe('readIfThere', () => {
  it('gives null for a file that is not there', async () => {
    expect(await readIfThere(join(await tempFolder(), 'none'))).toBeNull()
  })

  it('throws for what is there and cannot be read', async () => {
    await expect(readIfThere(await tempFolder())).rejects.toMatchObject({ code: 'EISDIR' })
  })

  it('throws for a link that leads in a circle', async () => {
    const path = join(await tempFolder(), 'circle')
    await symlink(path, path)
    await expect(readIfThere(path)).rejects.toMatchObject({ code: 'ELOOP' })
  })
})

describe('sweepTemps', () => {
  it('removes what a killed write left, and nothing else', async () => {
    const folder = await tempFolder()
    const mine = ['a.json', 'b.json.tmp', '.hidden', 'a.parallax']
    for (const name of mine) await writeFile(join(folder, name), name)
    await writeFile(join(folder, tempOfTheDead), 'half')
    await writeFile(join(folder, `${tempOfTheDead}0`), '')
    expect(await sweepTemps(folder)).toBe(2)
    expect((await readdir(folder)).sort()).toEqual(mine.sort())
  })

  it('finds nothing to do in a folder that is not there', async () => {
    expect(await sweepTemps(join(await tempFolder(), 'none'))).toBe(0)
  })
})

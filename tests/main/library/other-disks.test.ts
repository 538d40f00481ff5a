// Files that are added where the disk knows no links, is another one, or is full.
import { copyFile, link, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Disk, stage } from '../../../src/main/store/new-file.ts'
import { bridge, contentsOf, folderOf, harbour, must, open, places, tempFolder } from './support.ts'

const failing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(`the disk says ${code}`), { code })
}

const good: Disk = {
  fill: (path, source) =>
    typeof source === 'string' ? copyFile(source, path) : writeFile(path, source),
  link,
  copy: copyFile,
}

async function add(disk: Disk) {
  const folder = await folderOf({ 'sub/a.txt': harbour })
  const { library } = await open(folder, { disk })
  const put = async (name: string, content = bridge) =>
    must(await library.put({ name, source: Buffer.from(content) }))
  const files = async (): Promise<string[]> =>
    Object.keys(await contentsOf(folder)).filter((path) => !path.startsWith('.parallax'))
  return { folder, library, put, files }
}

it.each([
  ...['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].map((code) => [code, 'knows no links']),
  ['EXDEV', 'is another than the library’s'],
])('a file is added whole and over no other where linking says %s: the disk %s', async (code) => {
  const { folder, put, files } = await add({ ...good, link: failing(code) })
  expect(await put('sub/a.txt')).toMatchObject({ path: 'sub/a (2).txt', error: null })
  expect(await put('sub/a.txt', `${bridge}2`)).toMatchObject({ path: 'sub/a (3).txt' })
  expect(await files()).toEqual(['sub/a (2).txt', 'sub/a (3).txt', 'sub/a.txt'])
  expect(await readFile(join(folder, 'sub/a.txt'), 'utf8')).toBe(harbour)
  expect(await readFile(join(folder, 'sub/a (2).txt'), 'utf8')).toBe(bridge)
  expect(await readdir(places(folder).incoming)).toEqual([])
})

it.each<[string, Partial<Disk>]>([
  [
    'while a file is written',
    {
      async fill(path) {
        await writeFile(path, bridge.slice(0, 20))
        await failing('ENOSPC')()
      },
    },
  ],
  ['when it gets its place', { link: failing('ENOSPC') }],
  [
    'while it is copied to the disk of its folder',
    {
      link: failing('EXDEV'),
      async copy(_, target) {
        await writeFile(target, bridge.slice(0, 20))
        await failing('ENOSPC')()
      },
    },
  ],
])('a disk that gets full %s refuses the file, and nothing of it is left', async (_, full) => {
  const { folder, library, put, files } = await add({ ...good, ...full })
  const added = await put('sub/b.txt')
  expect(added).toMatchObject({ path: null, article: null, error: { code: 'disk-full' } })
  expect(added.error?.advice).not.toBe('')
  expect(await files()).toEqual(['sub/a.txt'])
  expect((await readdir(folder, { recursive: true })).filter((name) => /tmp/.test(name))).toEqual(
    [],
  )
  expect(await readdir(places(folder).incoming)).toEqual([])
  expect(library.articles().map(({ path }) => path)).toEqual(['sub/a.txt'])
})

/** A folder of another disk than the temporary one; null where there is none. */
async function otherDisk(): Promise<string | null> {
  try {
    const [here, there] = await Promise.all([stat(tmpdir()), stat('/dev/shm')])
    if (here.dev === there.dev) return null
    const folder = await mkdtemp('/dev/shm/parallax-test-')
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    return folder
  } catch {
    return null
  }
}

it('a file goes from one real disk to another', async ({ skip }) => {
  const other = await otherDisk()
  if (other === null) return skip('there is but one disk here')
  const folder = await tempFolder()
  const staged = await stage(other, 'a.txt', Buffer.from(bridge))
  expect(await staged.place(join(folder, 'a.txt'))).toBe(true)
  expect(await staged.place(join(folder, 'a.txt'))).toBe(false)
  await staged.remove()
  expect(await contentsOf(folder)).toEqual({ 'a.txt': bridge })
  expect(await readdir(other)).toEqual([])
})

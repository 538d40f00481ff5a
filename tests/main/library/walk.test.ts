// Which files of a folder are articles.
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isArticleName, walk } from '../../../src/main/core/shelf/walk.ts'
import { folderOf, put, tempFolder } from './support.ts'

const pathsIn = async (folder: string): Promise<string[]> =>
  (await walk(folder)).files.map(({ path }) => path)

describe('walk', () => {
  it('finds articles at any depth', async () => {
    const deep = `${Array.from({ length: 40 }, (_, n) => `level-${n}`).join('/')}/deep.txt`
    const folder = await folderOf({ 'a.txt': 'a', 'b/c.md': 'c', [deep]: 'deep' })
    expect((await pathsIn(folder)).sort()).toEqual(['a.txt', 'b/c.md', deep].sort())
  })

  it('orders paths as people do', async () => {
    const folder = await folderOf({ '10.txt': '', '9.txt': '', 'B.txt': '', 'a.txt': '' })
    expect(await pathsIn(folder)).toEqual(['9.txt', '10.txt', 'a.txt', 'B.txt'])
  })

  it('leaves out what is hidden, what is no article, and its own folder', async () => {
    const folder = await folderOf({
      '.hidden.txt': '',
      '.parallax/annotations/x.txt': '',
      '.git/notes.md': '',
      'node_modules/left-pad/README.md': '',
      'photo.jpg': '',
      'txt': '',
      'notes.txt~': '',
      '..data/a.txt': '',
      '~$open.docx': '',
      'kept.HTML': '',
    })
    expect(await pathsIn(folder)).toEqual(['kept.HTML'])
  })

  it('gives size and time of each file', async () => {
    const folder = await folderOf({ 'a.txt': 'äöü' })
    const [file] = (await walk(folder)).files
    expect(file).toMatchObject({ path: 'a.txt', size: 6 })
    expect(Math.abs((file?.mtimeMs ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('follows links to files, not links to folders, which may loop', async () => {
    const folder = await folderOf({ 'real/a.txt': 'a' })
    await symlink(join(folder, 'real', 'a.txt'), join(folder, 'link.txt'))
    await symlink(folder, join(folder, 'real', 'loop'))
    await symlink(join(folder, 'real'), join(folder, 'folder.txt'))
    const { files, problems } = await walk(folder)
    expect(files.map(({ path }) => path).sort()).toEqual(['link.txt', 'real/a.txt'])
    expect(problems).toEqual([])
  })

  it('tells a link that leads nowhere, and goes on', async () => {
    const folder = await folderOf({ 'a.txt': 'a' })
    await symlink(join(folder, 'gone'), join(folder, 'broken.txt'))
    const { files, problems } = await walk(folder)
    expect(files.map(({ path }) => path)).toEqual(['a.txt'])
    expect(problems).toMatchObject([{ code: 'not-found', path: join(folder, 'broken.txt') }])
  })

  it('takes a folder that looks like an article for a folder', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'folder.md'))
    await put(folder, { 'folder.md/a.txt': 'a' })
    expect(await pathsIn(folder)).toEqual(['folder.md/a.txt'])
  })

  it.each([
    ['a line feed', 'two\nlines.txt'],
    ['an emoji', 'a 😀 b.txt'],
    ['200 characters', `${'x'.repeat(196)}.txt`],
    ['spaces at both ends', ' a .txt'],
    ['quotes and signs', `"a" 'b' <c> & %41 #1 ?.txt`],
    ['a backslash', 'a\\b.txt'],
    ['an accent of its own', 'e\u0301.txt'],
    ['right-to-left letters', 'שלום.txt'],
    ['an ellipsis before its ending', '...txt'],
    ['an ellipsis at its beginning', '...and nobody asked.txt'],
  ])('takes a name with %s', async (_, name) => {
    const folder = await folderOf({ [name]: 'x', [`sub/${name}`]: 'y' })
    expect((await pathsIn(folder)).sort()).toEqual([name, `sub/${name}`].sort())
  })

  it('goes into a folder whose name begins with an ellipsis', async () => {
    const folder = await folderOf({ '...and more/a.txt': 'a' })
    expect(await pathsIn(folder)).toEqual(['...and more/a.txt'])
  })

  it('tells a folder that is not there', async () => {
    const folder = join(await tempFolder(), 'gone')
    expect(await walk(folder)).toMatchObject({
      files: [],
      problems: [{ code: 'not-found', path: folder }],
    })
  })

  it.skipIf(process.platform === 'win32')('leaves out what is no file', async () => {
    const folder = await folderOf({ 'a.txt': 'a' })
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    expect(await walk(folder)).toMatchObject({ files: [{ path: 'a.txt' }], problems: [] })
  })

  // Root may enter every folder.
  it.skipIf(process.getuid?.() === 0)('tells a folder that may not be entered', async () => {
    const folder = await folderOf({ 'a.txt': 'a', 'shut/b.txt': 'b' })
    await chmod(join(folder, 'shut'), 0)
    const { files, problems } = await walk(folder)
    await chmod(join(folder, 'shut'), 0o700)
    expect(files.map(({ path }) => path)).toEqual(['a.txt'])
    expect(problems).toMatchObject([{ code: 'no-permission', path: join(folder, 'shut') }])
  })
})

describe('isArticleName', () => {
  it.each([
    ['a.txt', true],
    ['a.TXT', true],
    ['a.markdown', true],
    ['a.xhtml', true],
    ['a.txt.bak', false],
    ['.txt', false],
    ['..txt', false],
    ['...txt', true],
    ['~$a.docx', false],
    ['a', false],
  ])('of %s is %s', (name, expected) => expect(isArticleName(name)).toBe(expected))
})

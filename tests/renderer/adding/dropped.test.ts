import { describe, expect, it } from 'vitest'
import { entriesOf, gather, gatherChosen } from '../../../src/renderer/actions/dropped.ts'

type Tree = { readonly [name: string]: Tree | string }

/** How many entries a folder gives at a time, as browsers do. */
const portion = 100

/** A folder as a drop gives it: asked in portions, by callbacks. */
function folderOf(name: string, tree: Tree | 'closed', parent = ''): FileSystemDirectoryEntry {
  const fullPath = `${parent}/${name}`
  return {
    ...{ name, fullPath, isDirectory: true, isFile: false },
    createReader() {
      const left = tree === 'closed' ? [] : Object.entries(tree)
      return {
        readEntries(
          done: (some: FileSystemEntry[]) => void,
          failed: (error: DOMException) => void,
        ) {
          if (tree === 'closed') failed(new DOMException('not allowed', 'NotReadableError'))
          else
            done(
              left
                .splice(0, portion)
                .map(([inside, value]) =>
                  typeof value === 'string'
                    ? fileOf(inside, value, fullPath)
                    : folderOf(inside, value, fullPath),
                ),
            )
        },
      }
    },
  } as unknown as FileSystemDirectoryEntry
}

const fileOf = (name: string, content: string, parent: string): FileSystemEntry =>
  ({
    ...{ name, fullPath: `${parent}/${name}`, isDirectory: false, isFile: true },
    file: (done: (file: File) => void) => done(new File([content], name)),
  }) as unknown as FileSystemEntry

const paths = (files: readonly { readonly path: string }[]): string[] =>
  files.map(({ path }) => path)

describe('gather', () => {
  it('takes files that were dropped by themselves whatever their ending', async () => {
    const { files, skipped } = await gather([new File(['x'], 'notes'), new File(['x'], 'a.xyz')])
    expect(paths(files)).toEqual(['a.xyz', 'notes'])
    expect(skipped).toBe(0)
  })

  it('takes from folders what can be read, at any depth, and counts the rest', async () => {
    const folder = folderOf('cuttings', {
      'a.txt': 'one',
      'photo.jpg': 'x',
      'deep': { 'deeper': { 'b.pdf': 'two', 'c.PDF': 'three', 'song.mp3': 'x' } },
    })
    const { files, skipped, problems } = await gather([folder])
    expect(paths(files)).toEqual([
      'cuttings/a.txt',
      'cuttings/deep/deeper/b.pdf',
      'cuttings/deep/deeper/c.PDF',
    ])
    expect(skipped).toBe(2)
    expect(problems).toEqual([])
    expect(await (await files[0]?.open())?.text()).toBe('one')
  })

  it('asks a folder until it has given all', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`${n}.txt`, 'x']))
    const counts: number[] = []
    const { files } = await gather([folderOf('many', many)], (count) => counts.push(count))
    expect(files).toHaveLength(250)
    expect(counts).toEqual([250])
  })

  it('passes over what is hidden, without counting it', async () => {
    const { files, skipped } = await gather([
      folderOf('a', {
        '.parallax': { 'x.txt': '' },
        'node_modules': { 'y.md': '' },
        '.z.txt': '',
        '~$letter.docx': '',
      }),
    ])
    expect(files).toEqual([])
    expect(skipped).toBe(0)
  })

  it('names a folder that cannot be looked into, and goes on', async () => {
    const { files, problems } = await gather([
      folderOf('shut', 'closed'),
      folderOf('open', { 'a.txt': 'x' }),
    ])
    expect(paths(files)).toEqual(['open/a.txt'])
    expect(problems).toMatchObject([{ message: 'The folder “shut” could not be looked into.' }])
  })

  it('goes through folders 10,000 deep', async () => {
    let tree: Tree = { 'end.txt': 'x' }
    for (let depth = 0; depth < 10_000; depth++) tree = { f: tree }
    const { files } = await gather([folderOf('top', tree)])
    expect(files).toHaveLength(1)
  })

  it('ends when the reader has had enough', async () => {
    let looked = 0
    const tree: Tree = { a: { b: { 'c.txt': 'x' } } }
    const { files } = await gather(
      [folderOf('top', tree)],
      () => looked++,
      () => looked > 0,
    )
    expect(files).toEqual([])
  })
})

describe('gatherChosen', () => {
  const chosen = (path: string): File => {
    const file = new File(['x'], path.split('/').at(-1) ?? '')
    Object.defineProperty(file, 'webkitRelativePath', { value: path })
    return file
  }

  it('takes of a chosen folder what can be read, with its path', () => {
    const { files, skipped } = gatherChosen(
      ['.news/b.html', '.news/a.txt', '.news/a.png', '.news/.git/c.txt'].map(chosen),
    )
    expect(paths(files)).toEqual(['.news/a.txt', '.news/b.html'])
    expect(skipped).toBe(1)
  })

  it('takes single files whatever their ending', () => {
    expect(paths(gatherChosen([new File(['x'], 'a.bin')]).files)).toEqual(['a.bin'])
  })
})

describe('entriesOf', () => {
  it('gives the files of a drop, and no words', () => {
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'a.txt'))
    data.items.add('some words', 'text/plain')
    expect(entriesOf(data).map(({ name }) => name)).toEqual(['a.txt'])
  })
})

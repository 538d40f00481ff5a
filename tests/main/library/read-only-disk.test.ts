// A disk that cannot be written to, from the start or suddenly: each message says that it is the disk.
import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest'
import { errorFor } from '../../../src/main/errors.ts'
import { makeFolder } from '../../../src/main/store/make-folder.ts'
import {
  bridge,
  errorOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  put,
  tempFolder,
} from './support.ts'

const run = (command: string, ...args: string[]): void =>
  void execFileSync(command, args, { stdio: 'ignore' })

/** A disk of its own with a library on it; the test is skipped where none can be mounted. */
async function disk(
  context: TestContext,
): Promise<{ readonly path: string; lock(): void; free(): void }> {
  const path = await tempFolder()
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', path)
  } catch {
    context.skip('no disk can be mounted here')
  }
  onTestFinished(() => run('umount', '-l', path))
  await put(path, { 'a.txt': bridge })
  return {
    path,
    lock: () => run('mount', '-o', 'remount,ro', path),
    free: () => run('mount', '-o', 'remount,rw', path),
  }
}

const truth = 'the disk cannot be written to'

describe('a disk that becomes read-only while the library is open', () => {
  it('refuses an added file, a highlight and a story for what they are, and takes them later', async (context) => {
    const { path, lock, free } = await disk(context)
    const { library } = await open(path)
    lock()
    onTestFinished(free)
    const added = must(await library.put({ name: 'b.txt', source: Buffer.from(harbour) }))
    expect(added.error).toMatchObject({ code: 'no-permission' })
    expect(added.error?.message).toContain(truth)
    const id = idAt(library, 'a.txt')
    const draft = { article: id, start: 0, end: 3, color: 'red' as const, tags: [], note: '' }
    const refused = [
      await library.create(draft),
      await library.saveStory({ id: null, name: 'Bridges', articles: [id] }),
    ]
    for (const each of refused) expect(errorOf(each).message).toContain(truth)
    free()
    await highlight(library, 'a.txt', 'cracks')
    must(await library.put({ name: 'b.txt', source: Buffer.from(harbour) }))
    await library.close()
  })

  it('keeps what was removed from it in memory, says so, and has it back when it can be written to', async (context) => {
    const { path, lock, free } = await disk(context)
    const { library } = await open(path)
    await highlight(library, 'a.txt', 'cracks')
    run('rm', '-r', join(path, '.parallax'))
    lock()
    onTestFinished(free)
    const id = idAt(library, 'a.txt')
    const draft = { article: id, start: 0, end: 3, color: 'red' as const, tags: [], note: '' }
    const { message } = errorOf(await library.create(draft))
    expect(message).toContain('is not there any more')
    expect(message).toContain(truth)
    free()
    must(await library.create(draft))
    await library.close()
    const { library: again } = await open(path)
    expect(again.articles()[0]?.annotations).toBe(2)
  })
})

it('a library on a disk that cannot be written to is opened for reading, and says why', async (context) => {
  const { path, lock, free } = await disk(context)
  lock()
  onTestFinished(free)
  const { library } = await open(path)
  expect(library.info().readOnly?.message).toContain('can be read here but not changed')
  expect(library.info().readOnly?.message).toContain(truth)
  await library.close()
})

it('a folder that cannot be made is told by its own reason', async (context) => {
  const { path, lock, free } = await disk(context)
  await mkdir(join(path, 'there'))
  lock()
  onTestFinished(free)
  await expect(makeFolder(join(path, 'there', 'deep', 'down'))).rejects.toMatchObject({
    code: 'EROFS',
  })
  await makeFolder(join(path, 'there'))
})

it.each([
  ['ENOENT', 'saved', 'could not be saved: the folder for it is not there'],
  ['ENOENT', 'read', 'is not there'],
  ['EROFS', 'copied', `could not be copied: ${truth}`],
  ['EACCES', 'saved', 'could not be saved: this user may not write there'],
  ['EACCES', 'read', 'may not be opened by this user'],
  ['EIO', 'saved', 'could not be saved: the disk reports a fault'],
  ['ENOSPC', 'copied', 'could not be written: the disk is full'],
  ['EWHATEVER', 'removed', 'could not be removed'],
] as const)('%s while a file is to be %s says that it %s', (code, verb, words) => {
  const thrown = Object.assign(new Error(code), { code })
  expect(errorFor(thrown, '/x/a.txt', verb).message).toBe(`“a.txt” ${words}.`)
})

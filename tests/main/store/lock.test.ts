// Who may write a library: one, and after a crash the next at once.
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { takeLock } from '../../../src/main/store/lock.ts'
import { open } from '../library/support.ts'
import { bundle, type Child, errorOf, must, noProcess, startChild, tempFolder } from './support.ts'

let program = ''
beforeAll(async () => {
  const made = await bundle('./lock-child.ts', import.meta.url)
  program = made.path
  return made.remove
}, 30_000)

const holder = async (path: string): Promise<Child> => {
  const child = startChild(program, [path])
  expect(await child.line()).toBe('taken')
  return child
}

const ownerFile = (owner: object): string => `${JSON.stringify(owner)}\n`

describe('takeLock', () => {
  it('takes, holds and releases', async () => {
    const path = join(await tempFolder(), '.parallax', 'lock')
    const lock = must(await takeLock(path))
    expect(await lock.isHeld()).toBe(true)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
    await lock.release()
    expect(await lock.isHeld()).toBe(false)
    expect(await readdir(join(path, '..'))).toEqual([])
  })

  it('refuses a second taker and says which process has it', async () => {
    const path = join(await tempFolder(), 'lock')
    const first = await holder(path)
    const error = errorOf(await takeLock(path))
    expect(error).toMatchObject({ code: 'locked', path })
    expect(error.detail).toContain(`process ${first.pid} on ${hostname()}`)
    expect(await readdir(join(path, '..'))).toEqual(['lock'])
    first.say('held?')
    expect(await first.line()).toBe('true')
  })

  it('refuses a second taker in the same process', async () => {
    const path = join(await tempFolder(), 'lock')
    must(await takeLock(path))
    expect(errorOf(await takeLock(path)).code).toBe('locked')
  })

  it('lets the next in after a release', async () => {
    const path = join(await tempFolder(), 'lock')
    const first = await holder(path)
    first.say('release')
    expect(await first.line()).toBe('released')
    const lock = must(await takeLock(path))
    await lock.release()
  })

  it('takes over at once from an owner that was killed', async () => {
    const path = join(await tempFolder(), 'lock')
    const first = await holder(path)
    await first.kill()
    const begun = Date.now()
    const lock = must(await takeLock(path))
    expect(Date.now() - begun).toBeLessThan(1_000)
    expect(await readdir(join(path, '..'))).toEqual(['lock'])
    await lock.release()
  })

  it('takes over from an owner on another machine only when its sign of life is old', async () => {
    const path = join(await tempFolder(), 'lock')
    const far = ownerFile({ pid: 1, host: `not-${hostname()}`, token: 'far' })
    await writeFile(path, far)
    expect(errorOf(await takeLock(path)).detail).toContain(`not-${hostname()}`)
    expect(await readFile(path, 'utf8')).toBe(far)
    const old = new Date(Date.now() - 120_000)
    await utimes(path, old, old)
    await must(await takeLock(path)).release()
  })

  it('takes over from a number that another process has by now, once the sign of life is old', async () => {
    const path = join(await tempFolder(), 'lock')
    await writeFile(path, ownerFile({ pid: process.ppid, host: hostname(), token: 'gone' }))
    expect(errorOf(await takeLock(path)).code).toBe('locked')
    const old = new Date(Date.now() - 120_000)
    await utimes(path, old, old)
    await must(await takeLock(path)).release()
  })

  it.each([
    ['empty', ''],
    ['torn', '{"pid":12,"ho'],
    ['something else', '[]'],
  ])('takes over a lock file that is %s', async (_, content) => {
    const path = join(await tempFolder(), 'lock')
    await writeFile(path, content)
    await must(await takeLock(path)).release()
  })

  it('says who took the lock away while it slept, and leaves it to them', async () => {
    const path = join(await tempFolder(), 'lock')
    const lock = must(await takeLock(path))
    const theirs = ownerFile({ pid: 1, host: 'other', token: 'theirs' })
    await rm(path)
    await writeFile(path, theirs)
    expect(await lock.isHeld()).toBe(false)
    await lock.release()
    expect(await readFile(path, 'utf8')).toBe(theirs)
  })

  it('names the file when it cannot be made', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, '.parallax'), 'in the way')
    const error = errorOf(await takeLock(join(folder, '.parallax', 'lock')))
    expect(error.path).toBe(join(folder, '.parallax', 'lock'))
    expect(error.code).not.toBe('locked')
  })

  it('says so when a folder stands in its place', async () => {
    const path = join(await tempFolder(), 'lock')
    await mkdir(join(path, 'inside'), { recursive: true })
    const taken = await takeLock(path)
    if (taken.ok) expect(await taken.value.isHeld()).toBe(true)
    else expect(taken.error.message).not.toBe('')
  })

  it('lets exactly one of many win that try at once', async () => {
    const folder = await tempFolder()
    for (const before of ['no owner', 'a dead owner']) {
      const path = join(folder, `lock of ${before}`)
      if (before === 'a dead owner') {
        const dead = await holder(path)
        await dead.kill()
      }
      const children = Array.from({ length: 6 }, () => startChild(program, [path, '--wait']))
      for (const child of children) expect(await child.line()).toBe('ready')
      for (const child of children) child.say('go')
      const said = await Promise.all(children.map((child) => child.line()))
      expect([...said].sort(), before).toEqual([...Array(5).fill('locked'), 'taken'])
      const winner = children[said.indexOf('taken')]
      winner?.say('held?')
      expect(await winner?.line(), before).toBe('true')
      for (const child of children) await child.kill()
    }
  }, 30_000)

  it.each([2, 3, 8])('lets exactly one of %i win over a dead owner, every time', async (many) => {
    const folder = await tempFolder()
    for (let round = 0; round < 15; round++) {
      const path = join(folder, `lock-${round}`)
      await writeFile(path, ownerFile({ pid: noProcess, host: hostname(), token: 'dead' }))
      const taken = await Promise.all(Array.from({ length: many }, () => takeLock(path)))
      const locks = taken.flatMap((each) => (each.ok ? [each.value] : []))
      expect(locks.length, `round ${round}`).toBe(1)
      expect(await locks[0]?.isHeld(), `round ${round}`).toBe(true)
      await locks[0]?.release()
    }
  })

  it('leaves nothing beside the lock for ever when takers are killed while taking it', async () => {
    const folder = await tempFolder()
    const path = join(folder, '.parallax', 'lock')
    for (let round = 0; round < 8; round++) {
      const child = startChild(program, [path, '--wait'])
      await child.line()
      child.say('go')
      await new Promise((done) => setTimeout(done, round * 2))
      await child.kill()
    }
    const first = await open(folder)
    expect(first.library.info().readOnly).toBeNull()
    await first.library.close()
    // A draft that was cut short does not say whose it is, so it is left for a while.
    const old = new Date(Date.now() - 120_000)
    for (const name of await readdir(join(folder, '.parallax')))
      await utimes(join(folder, '.parallax', name), old, old)
    await open(folder)
    const names = await readdir(join(folder, '.parallax'))
    expect(names.filter((name) => name.startsWith('lock'))).toEqual(['lock'])
  }, 20_000)
})

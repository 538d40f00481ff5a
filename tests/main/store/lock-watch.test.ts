// A lock of an owner that cannot be looked up, as on another machine: it is watched, not timed.
import { readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Lock, takeLock, waitForLock } from '../../../src/main/store/lock.ts'
import { inProc, inPs, type Machine, thisMachine } from '../../../src/main/store/machine.ts'
import type { AppError } from '../../../src/shared/errors.ts'
import { errorOf, must, tempFolder } from './support.ts'

const far = `${JSON.stringify({ pid: 1, host: `not-${hostname()}`, token: 'far' })}\n`
const quick = { every: 5, looks: 6 }

async function farLock(): Promise<string> {
  const path = join(await tempFolder(), 'lock')
  await writeFile(path, far)
  return path
}

/** Another state of the file with each call: as a sign of life leaves it. */
let signs = 0
const sign = (path: string): Promise<void> => utimes(path, 1_000 + signs++, 1_000 + signs)

/** The lock that the watching gets, and how to stop it. */
function watched(
  path: string,
  options = quick,
): { readonly lock: Promise<Lock>; stop(): Promise<void> } {
  let stop = async (): Promise<void> => undefined
  const lock = new Promise<Lock>((done) => {
    stop = waitForLock(path, done, options)
  })
  onTestFinished(() => stop())
  return { lock, stop }
}

describe('an owner on another machine', () => {
  it.each(['1999-01-01', '2100-01-01'])('is not given up for a time stamp of %s', async (time) => {
    const path = await farLock()
    await utimes(path, new Date(time), new Date(time))
    expect(errorOf(await takeLock(path)).detail).toContain(`not-${hostname()}`)
    expect(await readFile(path, 'utf8')).toBe(far)
  })

  it('is given up after as many looks without a sign of life, and that it is waited for is told', async () => {
    const path = await farLock()
    const told: AppError[] = []
    const lock = must(await takeLock(path, { ...quick, waiting: (error) => void told.push(error) }))
    expect(told).toMatchObject([{ code: 'locked', path }])
    expect(lock.isHeld()).toBe(true)
    await lock.release()
  })

  it('holds it as soon as it gives one', async () => {
    const path = await farLock()
    const waiting = (): void => void setTimeout(() => void sign(path), 12)
    const refused = await takeLock(path, { every: 5, looks: 1_000, waiting })
    expect(errorOf(refused).code).toBe('locked')
    expect(await readFile(path, 'utf8')).toBe(far)
  })

  it('keeps the lock for ever while it gives signs of life', async () => {
    const path = await farLock()
    const { stop } = watched(path, { every: 1, looks: 60 })
    // Together far longer than it may stay silent for.
    for (let given = 0; given < 40; given++) {
      await sign(path)
      await new Promise((done) => setTimeout(done, quick.every))
    }
    await stop()
    expect(await readFile(path, 'utf8')).toBe(far)
  })

  it('loses it to whoever watched it fall silent', async () => {
    const path = await farLock()
    const lock = await watched(path).lock
    expect(lock.isHeld()).toBe(true)
    await lock.release()
  })
})

describe('watching a lock', () => {
  it('takes it when its owner lets go', async () => {
    const path = join(await tempFolder(), 'lock')
    const first = must(await takeLock(path))
    const { lock } = watched(path)
    await first.release()
    expect((await lock).isHeld()).toBe(true)
    await (await lock).release()
  })

  it('writes nothing while another has it that lives, however long that one is silent', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'lock')
    const first = must(await takeLock(path))
    const writes: string[] = []
    const { watch } = await import('node:fs')
    const watcher = watch(folder, (_, name) => void writes.push(String(name)))
    onTestFinished(() => watcher.close())
    const { stop } = watched(path)
    await new Promise((done) => setTimeout(done, 150))
    await stop()
    expect(writes).toEqual([])
    expect(first.isHeld()).toBe(true)
    await first.release()
  })

  it('takes nothing once it was stopped', async () => {
    const path = await farLock()
    const { stop } = watched(path)
    await stop()
    await rm(path)
    await new Promise((done) => setTimeout(done, 30))
    await must(await takeLock(path)).release()
  })
})

describe('a system that cannot tell when a process began', () => {
  const blind: Machine = {
    place: { ...thisMachine().place, boot: null, machine: null, processes: null },
    lookUp: async () => ({ state: 'running', started: null }),
  }

  it('does not take a lock whose number some process has, and watches it', async () => {
    const path = join(await tempFolder(), 'lock')
    await must(await takeLock(path, { machine: blind }))
    expect(errorOf(await takeLock(path, { machine: blind })).code).toBe('locked')
    const told: AppError[] = []
    const waiting = (error: AppError): void => void told.push(error)
    await must(await takeLock(path, { ...quick, machine: blind, waiting })).release()
    expect(told.length).toBe(1)
  })
})

describe('what a system says of a process', () => {
  it('is read from /proc, also of a program with an odd name', () => {
    const rest = Array.from({ length: 18 }, (_, at) => at)
    expect(inProc(`7 (a) S 1) S ${rest.join(' ')} 4711 9`)).toEqual({
      state: 'running',
      started: '4711',
    })
    expect(inProc(`7 (a) Z ${rest.join(' ')} 4711 9`)).toEqual({ state: 'none' })
    expect(inProc(null)).toEqual({ state: 'running', started: null })
  })

  it('is read from ps', () => {
    expect(inPs('Ss   Mon Nov 30 20:49:07 2026\n')).toEqual({
      state: 'running',
      started: 'Mon Nov 30 20:49:07 2026',
    })
    expect(inPs('Z+   Mon Nov  2 20:49:07 2026\n')).toEqual({ state: 'none' })
    expect(inPs('')).toEqual({ state: 'running', started: null })
  })

  it.runIf(process.platform === 'linux')('tells two processes apart', async () => {
    const { lookUp } = thisMachine()
    const [mine, parents] = [await lookUp(process.pid), await lookUp(process.ppid)]
    expect(mine).toMatchObject({ state: 'running', started: expect.stringMatching(/^\d+$/) })
    expect(mine).not.toEqual(parents)
    expect(await lookUp(2 ** 22 + 1)).toEqual({ state: 'none' })
  })
})

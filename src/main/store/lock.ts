// One process writes a library; a second opens it read-only. proper-lockfile knows a dead owner
// only by an old time stamp, so a start right after a crash would be read-only; this one also asks
// whether the owner's process still runs.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import { isRunning } from './is-running.ts'

/** Milliseconds between two signs of life, and after how many without one an owner is given up. */
const beat = 20_000
const patience = 90_000
/** Milliseconds: how long taking over a dead owner's lock may last, and a wait for another's. */
const takeoverLasts = 5_000
const pause = 50

const Owner = z.object({ pid: z.number().int(), host: z.string(), token: z.string() })
type Owner = z.infer<typeof Owner>

export interface Lock {
  /** Whether the lock is still ours: a machine that slept for long may have lost it. */
  isHeld(): boolean
  release(): Promise<void>
}

/**
 * Takes the lock file. Fails with `locked` when a living process has it, `no-permission` and the
 * like when it cannot be made.
 */
export async function takeLock(path: string): Promise<Result<Lock>> {
  const mine: Owner = { pid: process.pid, host: hostname(), token: randomUUID() }
  const draft = `${path}.${mine.token}`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, `${JSON.stringify(mine)}\n`, { mode: 0o600 })
    // Linking fails when the name is taken: of two that try at once, one wins.
    for (let tries = 0; tries < 40; tries++) {
      if (await tryLink(draft, path)) {
        await sweepDrafts(path)
        return ok(hold(path, mine))
      }
      const owner = readOwner(path)
      if (owner === null || (await isDead(owner, path))) await removeStale(path, draft)
      else return fail(lockedBy(owner, path))
    }
    return fail(lockedBy(null, path))
  } catch (thrown) {
    return fail(errorFor(thrown, path, 'made'))
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // Some network disks and FAT know no links: make the file outright.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw thrown
    const made = await writeFile(to, await readFile(from), { flag: 'wx', mode: 0o600 }).catch(
      (second: NodeJS.ErrnoException) => second,
    )
    if (made === undefined) return true
    if (made.code === 'EEXIST') return false
    throw made
  }
}

/** Who holds the lock; null when the file is gone or torn. */
function readOwner(path: string): Owner | null {
  try {
    const parsed = Owner.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

async function isDead(owner: Owner, path: string): Promise<boolean> {
  if ((await ageOf(path)) > patience) return true
  return owner.host === hostname() && !isRunning(owner.pid)
}

/**
 * Takes a dead owner's file away. Of several that want to, one at a time may, and looks again before:
 * otherwise the second would take away what the first had just made.
 */
async function removeStale(path: string, draft: string): Promise<void> {
  const takeover = `${path}.takeover`
  if (!(await tryLink(draft, takeover))) {
    if (await isAbandoned(takeover)) await rm(takeover, { force: true })
    else await sleep(pause)
    return
  }
  try {
    const owner = readOwner(path)
    if (owner === null || (await isDead(owner, path))) await rm(path, { force: true })
  } finally {
    await rm(takeover, { force: true })
  }
}

/** Whether what lies beside the lock was left by a taker that was killed: a take lasts a moment. */
async function isAbandoned(path: string): Promise<boolean> {
  const owner = readOwner(path)
  return (await ageOf(path)) > takeoverLasts || (owner !== null && (await isDead(owner, path)))
}

/** Removes what takers that were killed have left beside the lock. */
async function sweepDrafts(path: string): Promise<void> {
  const folder = dirname(path)
  const names = await readdir(folder)
  for (const name of names) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const draft = join(folder, name)
    if (await isAbandoned(draft)) await rm(draft, { force: true })
  }
}

/** Milliseconds since a file was last touched; for ever when it is gone. */
const ageOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  )

function hold(path: string, mine: Owner): Lock {
  const isHeld = (): boolean => readOwner(path)?.token === mine.token
  const timer = setInterval(() => {
    const now = new Date()
    if (isHeld()) void utimes(path, now, now).catch(() => undefined)
  }, beat)
  timer.unref()
  return {
    isHeld,
    async release() {
      clearInterval(timer)
      if (isHeld()) await rm(path, { force: true })
    },
  }
}

const lockedBy = (owner: Owner | null, path: string): AppError => ({
  code: 'locked',
  message: 'This library is open in another Parallax, so it can be read here but not changed.',
  advice: 'Close the other window, then open the library again.',
  path,
  ...(owner && { detail: `process ${owner.pid} on ${owner.host}` }),
})

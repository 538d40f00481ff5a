// Two scripts started at once (a test run and a command, two windows) must not install or build
// into the same folders: the second waits. A lock whose owner has died is taken over.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

const heartbeat = 2_000
const silence = 30_000

/**
 * Does `work` while holding the lock file. The owner touches the file every two seconds; one that
 * was silent for half a minute, or whose process is gone, counts as dead.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] told once, when another holds it
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    at: Date.now(),
    of: Math.random(),
  })
  mkdirSync(dirname(file), { recursive: true })
  for (let waits = 0; !take(file, mine); waits++) {
    if (waits === 0) onWait?.()
    if (isDead(file)) setAside(file)
    else await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // Removed with its folder: the work goes on, unprotected.
    }
  }, heartbeat)
  const release = () => {
    if (read(file) === mine) rmSync(file, { force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Whether the owner will not come back. Not when the file is gone: then it can simply be taken.
 * @param {string} file
 */
function isDead(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silence) return true
    const owner = JSON.parse(readFileSync(file, 'utf8'))
    if (owner.host !== hostname()) return false
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    // ESRCH: no such process. A half-written file has a living writer; it will be whole soon.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}

/**
 * Renaming is what only one of several waiters can do to a dead lock. If it caught a live one
 * (taken since it was judged), it goes back.
 * @param {string} file
 */
function setAside(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const content = read(aside)
  if (content !== undefined && !isDead(aside)) take(file, content)
  rmSync(aside, { force: true })
}

// What can be known of the processes of this machine, so that the owner of a lock is told from
// another process that has its number by now. Nothing here looks at a clock: one that is set anew
// must not make a living owner seem dead.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { isRunning } from './is-running.ts'

/** What is found under a process number. */
export type Found =
  /** No process, or one that has ended and is only still listed. */
  | { readonly state: 'none' }
  /** `started` tells it from every other process that ever had the number; null where that is unknown. */
  | { readonly state: 'running'; readonly started: string | null }

/** Where a process runs. What is null cannot be had on this system. */
export interface Place {
  readonly host: string
  readonly platform: string
  /** The installation, under a name of our own that tells nothing else of it. */
  readonly machine: string | null
  /** From one start of the machine to the next. */
  readonly boot: string | null
  /** Which table of processes: a container has its own. */
  readonly processes: string | null
}

export interface Machine {
  readonly place: Place
  lookUp(pid: number): Promise<Found>
}

const run = promisify(execFile)

/** The machine this runs on. */
export function thisMachine(): Machine {
  const linux = process.platform === 'linux'
  return {
    place: {
      host: hostname(),
      platform: process.platform,
      machine: linux ? digest(read('/etc/machine-id')) : null,
      boot: linux ? digest(read('/proc/sys/kernel/random/boot_id')) : null,
      processes: linux ? link('/proc/self/ns/pid') : null,
    },
    async lookUp(pid) {
      if (!isRunning(pid)) return { state: 'none' }
      if (linux) return inProc(read(`/proc/${pid}/stat`))
      return process.platform === 'darwin'
        ? inPs(await psLine(pid))
        : { state: 'running', started: null }
    },
  }
}

/** @param stat a line of `/proc/PID/stat`; null where it may not be read */
export function inProc(stat: string | null): Found {
  // The name of the program stands in parentheses and may hold any sign; the fields come after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  if (isEnded(fields[0])) return { state: 'none' }
  return { state: 'running', started: fields[19] ?? null }
}

/** @param line of `ps -o stat= -o lstart=`; null where it gives none */
export function inPs(line: string | null): Found {
  const [state, ...started] = line?.trim().split(/\s+/) ?? []
  if (isEnded(state)) return { state: 'none' }
  return { state: 'running', started: started.length === 5 ? started.join(' ') : null }
}

/** A process that was killed is listed until its parent has asked for it. */
const isEnded = (state: string | undefined): boolean => /^[ZX]/.test(state ?? '')

async function psLine(pid: number): Promise<string | null> {
  try {
    const env = { LC_ALL: 'C', TZ: 'UTC' }
    const args = ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]
    return (await run('/bin/ps', args, { env, timeout: 2_000 })).stdout
  } catch {
    // Without an answer the process counts as one of which nothing is known.
    return null
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function link(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/** The numbers of a machine are its own business: what lies in a shared folder is made of them. */
const digest = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return null
  return createHash('sha256').update(`parallax ${trimmed}`).digest('hex').slice(0, 16)
}

// Who holds a lock, and whether that process still runs.
import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { z } from 'zod'
import { NotAFile } from '../errors.ts'
import type { Machine, Place } from './machine.ts'
import { readRegularSync } from './regular-file.ts'

export const Owner = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  token: z.string(),
  // An older Parallax wrote none of these.
  started: z.string().nullish(),
  platform: z.string().nullish(),
  machine: z.string().nullish(),
  boot: z.string().nullish(),
  processes: z.string().nullish(),
  /** Names the user's own folder, in which the owner keeps the index. */
  data: z.string().nullish(),
})
export type Owner = Readonly<z.infer<typeof Owner>>

/** This process, under a token of its own. @param data as `Owner.data` */
export async function ourselves(machine: Machine, data: string | null): Promise<Owner> {
  const found = await machine.lookUp(process.pid)
  return {
    pid: process.pid,
    token: randomUUID(),
    started: found.state === 'running' ? found.started : null,
    data,
    ...machine.place,
  }
}

/** Tokens of this process that were let go, though their files may not have been in reach then. */
const letGo = new Set<string>()

/** A lock of this process that is left behind, as on a disk that was unplugged, frees itself. */
export const markLetGo = ({ token }: Owner): void => void letGo.add(token)

/** What stands where a lock file is looked for. */
export type Seen =
  | { readonly is: 'nothing' }
  /** A file that names no owner: cut short, or of another program. */
  | { readonly is: 'torn'; readonly stamp: string }
  | { readonly is: 'owned'; readonly owner: Owner; readonly stamp: string }

/**
 * Looks at a lock file. `stamp` changes with each sign of life. Throws `NotAFile` where something else
 * stands, a link too: a sign of life would be given to what it leads to.
 */
export function lookAt(path: string): Seen {
  try {
    if (lstatSync(path).isSymbolicLink()) throw new NotAFile(path, 'a link')
    const { text, stats } = readRegularSync(path)
    const owner = parseOwner(text)
    const stamp = `${stats.ino} ${stats.size} ${stats.mtimeMs} ${owner?.token ?? ''}`
    return owner ? { is: 'owned', owner, stamp } : { is: 'torn', stamp }
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return { is: 'nothing' }
    throw thrown
  }
}

export function parseOwner(text: string): Owner | null {
  try {
    return Owner.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** `unknown`: only time can tell, by signs of life that come or stay away. */
export type Life = 'alive' | 'dead' | 'unknown'

/** The process numbers of a system that runs in no container. */
const firstTable = 'pid:[4026531836]'

/** Whether the owner of a lock still runs, as far as this machine can know at once. */
export async function lifeOf(owner: Owner, machine: Machine): Promise<Life> {
  const { place } = machine
  if (letGo.has(owner.token)) return 'dead'
  if (!isNear(owner, place)) return wasRestarted(owner, place) ? 'dead' : 'unknown'
  const found = await machine.lookUp(owner.pid)
  if (found.state === 'none') return 'dead'
  if (found.started === null || owner.started == null) return 'unknown'
  return found.started === owner.started ? 'alive' : 'dead'
}

/** Whether the owner's number is one of the processes that this machine can look up. */
export function isNear(owner: Owner, place: Place): boolean {
  // Two systems may share a name and a folder: a machine and what it runs within itself.
  if (owner.platform != null && owner.platform !== place.platform) return false
  if (owner.boot != null && place.boot !== null)
    return owner.boot === place.boot && owner.processes === place.processes
  return owner.host === place.host
}

/** Whether this machine has been started anew since: no process of before lives. */
function wasRestarted(owner: Owner, place: Place): boolean {
  if (owner.boot == null || place.boot === null || owner.boot === place.boot) return false
  return (
    owner.machine != null &&
    owner.machine === place.machine &&
    owner.host === place.host &&
    owner.processes === firstTable &&
    place.processes === firstTable
  )
}

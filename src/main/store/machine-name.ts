// The name of this machine in what it writes: by that two machines which sync a folder tell whose edit
// is whose. It says nothing about the machine, and stays the same.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { attempt } from '../errors.ts'
import { readIfThere, writeAtomic } from './atomic-file.ts'

const name = /^[a-z0-9]{8}$/

/**
 * Reads the name, or gives one. Where it cannot be kept, the machine has another name at the next start:
 * then one more version of a note may be shown, nothing else.
 * @param dataDir the user's own data folder
 */
export async function machineName(dataDir: string): Promise<string> {
  const path = join(dataDir, 'machine')
  const kept = await attempt(path, 'read', () => readIfThere(path))
  const known = kept.ok ? (kept.value?.trim() ?? '') : ''
  if (name.test(known)) return known
  const made = randomBytes(4).toString('hex')
  if (kept.ok) await attempt(path, 'saved', () => writeAtomic(path, `${made}\n`))
  return made
}

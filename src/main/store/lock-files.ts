// The files by which a lock is taken: made where none is, and swept where takers were killed.
import { link, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { lifeOf, lookAt, type Seen } from './lock-owner.ts'
import type { Machine } from './machine.ts'

const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Makes a file with this content where none is: of two that try at once, one succeeds. */
export async function tryLink(content: string, draft: string, to: string): Promise<boolean> {
  try {
    // Another taker may have swept it.
    await writeFile(draft, content, { mode: 0o600 })
    await link(draft, to)
    return true
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return false
    // Some network disks and FAT know no links: make the file outright.
    if (!noLinks.has(code)) throw thrown
    const made = await writeFile(to, content, { flag: 'wx', mode: 0o600 }).catch(
      (second: NodeJS.ErrnoException) => second,
    )
    if (made === undefined) return true
    if (made.code === 'EEXIST') return false
    throw made
  }
}

/** Milliseconds after which a draft that names no owner is left over. One that was not is written again. */
const draftLasts = 60_000

/** Removes what takers that were killed have left beside the lock. Only its holder may. */
export async function sweepDrafts(path: string, machine: Machine): Promise<void> {
  const folder = dirname(path)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const draft = join(folder, name)
    const seen = seenAt(draft)
    if (seen === null || seen.is === 'nothing') continue
    const isLeft =
      seen.is === 'owned'
        ? (await lifeOf(seen.owner, machine)) === 'dead'
        : Date.now() - Number(seen.stamp.split(' ')[2]) > draftLasts
    if (isLeft) await rm(draft, { force: true })
  }
}

/** What is at a path; null where that cannot be told. */
export function seenAt(path: string): Seen | null {
  try {
    return lookAt(path)
  } catch {
    return null
  }
}

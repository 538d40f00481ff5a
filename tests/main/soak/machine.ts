// One machine of the soak: a folder with its library, which can be opened anew from what a death left.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Library, openLibrary } from '../../../src/main/library.ts'
import { storeFolder } from '../../../src/main/store/folder.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'

export interface Machine {
  readonly name: string
  folder: string
  library: Library
}

/** @param skew milliseconds that the machine's clock is off */
export async function start(name: string, folder: string, skew: number): Promise<Machine> {
  // Beside the folder, and written in this thread: what is remembered from one start to the next is used.
  const index = { dataDir: `${folder}-data`, workerUrl: null }
  const opened = await openLibrary(folder, {
    index,
    search: index,
    work: ownThreadWork,
    now: () => new Date(Date.now() + skew),
    emit: () => undefined,
    mode: 'write',
    sample: false,
    machine: name,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  await opened.value.whenRead()
  return { name, folder, library: opened.value }
}

/** What the disk holds this moment, in a folder of its own and without the lock. */
export function snapshot(folder: string, into: string): void {
  cpSync(folder, into, {
    recursive: true,
    filter: (path) => !path.includes('.parallax-tmp-') || existsSync(path),
  })
  for (const name of readdirSync(storeFolder(into).root))
    if (name.startsWith('lock')) rmSync(join(storeFolder(into).root, name), { force: true })
}

const isRecordFile = (name: string): boolean => name.endsWith('.json') && !name.startsWith('.')

const recordFiles = (folder: string): string[] => {
  const { root, annotations } = storeFolder(folder)
  const inFolder = (path: string, prefix: string): string[] =>
    existsSync(path)
      ? readdirSync(path)
          .filter(isRecordFile)
          .map((name) => `${prefix}${name}`)
      : []
  return [...inFolder(annotations, 'annotations/'), ...inFolder(root, '')]
}

/** What was last the same on both sides, by file. */
export type Synced = Map<string, string>

/**
 * What a program that syncs folders does: a file that changed on one side goes to the other; of one
 * that changed on both, the other side's comes as a conflict copy.
 */
export function sync(one: Machine, other: Machine, synced: Synced, round: number): void {
  const [a, b] = [storeFolder(one.folder).root, storeFolder(other.folder).root]
  for (const { folder } of [one, other])
    mkdirSync(storeFolder(folder).annotations, { recursive: true })
  for (const name of new Set([...recordFiles(one.folder), ...recordFiles(other.folder)])) {
    const [mine, theirs] = [textAt(join(a, name)), textAt(join(b, name))]
    if (mine === theirs) {
      if (mine !== null) synced.set(name, mine)
      continue
    }
    const base = synced.get(name) ?? null
    if (theirs === base && mine !== null) writeFileSync(join(b, name), mine)
    else if (mine === base && theirs !== null) writeFileSync(join(a, name), theirs)
    else if (mine !== null && theirs !== null) {
      const copy = name.replace(/\.json$/, `.sync-conflict-20260304-${round}-ABCDEFG.json`)
      for (const side of [a, b]) writeFileSync(join(side, copy), theirs)
      writeFileSync(join(b, name), mine)
    }
    const now = textAt(join(a, name))
    if (now !== null) synced.set(name, now)
  }
}

const textAt = (path: string): string | null =>
  existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : null

// The file system with a count of the calls that look at files or read them, and as slow as wanted.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

type Call = (...args: unknown[]) => Promise<unknown>

const counted = ['stat', 'lstat', 'readdir', 'readFile', 'open'] as const
const slowed = [...counted, 'writeFile', 'rename', 'rm', 'mkdir', 'link', 'unlink'] as const

export interface CountedDisk {
  /** How often each call was made for paths outside of the store, by its name. */
  counts(): Record<string, number>
  /** Paths in the folder that were looked at or read more than once, with how often. */
  repeated(): Record<string, number>
  /** Counts anew. */
  forget(): void
  /** Calls for a path wait until this is called. */
  hold(path: string): () => void
}

/**
 * Counts what is asked of a folder until the test is over.
 * @param latency milliseconds that each call takes besides
 */
export function countedDisk(folder: string, latency = 0): CountedDisk {
  const real = new Map(slowed.map((name) => [name, fs.promises[name] as Call]))
  const byName = new Map<string, number>()
  const byPath = new Map<string, number>()
  const held = new Map<string, Promise<void>>()
  const note = (name: string, path: string): void => {
    byName.set(name, (byName.get(name) ?? 0) + 1)
    const key = `${name} ${path}`
    byPath.set(key, (byPath.get(key) ?? 0) + 1)
  }
  for (const [name, call] of real) {
    const heard: Call = async (...args) => {
      const [path] = args
      const inside = typeof path === 'string' ? relative(folder, path) : '..'
      if (!inside.startsWith('..')) {
        if (counted.some((each) => each === name) && !inside.startsWith('.parallax'))
          note(name, inside)
        await held.get(inside)
        if (latency > 0) await sleep(latency)
      }
      return Reflect.apply(call, fs.promises, args)
    }
    Object.assign(fs.promises, { [name]: heard })
  }
  syncBuiltinESMExports()
  const releases: (() => void)[] = []
  onTestFinished(() => {
    for (const release of releases) release()
    Object.assign(fs.promises, Object.fromEntries(real))
    syncBuiltinESMExports()
  })
  return {
    counts: () => Object.fromEntries(byName),
    repeated: () => Object.fromEntries([...byPath].filter(([, count]) => count > 1)),
    forget() {
      byName.clear()
      byPath.clear()
    },
    hold(path) {
      let release = (): void => undefined
      const gate = new Promise<void>((done) => {
        release = done
      })
      held.set(path, gate)
      releases.push(release)
      return release
    },
  }
}

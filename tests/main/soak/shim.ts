// The file system with an ear at each call that writes: before it and after it the disk is in a state
// that a death of the process at that moment would leave.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Write = (...args: never[]) => Promise<unknown>

const writing = [
  'rename',
  'rm',
  'writeFile',
  'mkdir',
  'link',
  'unlink',
  'copyFile',
  'open',
] as const

/**
 * Calls `moment` before and after every call that writes, until the function that is given back is called.
 * It must not wait: the process has died then.
 */
export function listenToWrites(moment: (call: string) => void): () => void {
  const real = new Map(writing.map((name) => [name, fs.promises[name] as Write]))
  for (const [name, call] of real) {
    const heard: Write = async (...args) => {
      moment(`before ${name}`)
      const result = await call.apply(fs.promises, args)
      moment(`after ${name}`)
      return result
    }
    Object.assign(fs.promises, { [name]: heard })
  }
  const { renameSync } = fs
  fs.renameSync = (from, to) => {
    moment('before renameSync')
    renameSync(from, to)
    moment('after renameSync')
  }
  syncBuiltinESMExports()
  return () => {
    Object.assign(fs.promises, Object.fromEntries(real))
    fs.renameSync = renameSync
    syncBuiltinESMExports()
  }
}

// A disk that takes its time to say what is in a folder.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

/** A disk that does not say what is in a folder until it is let. */
export function slowFolder(folder: string): () => void {
  const real = fs.promises.readdir
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => {
    letGo = done
  })
  const gated = async (...args: unknown[]): Promise<unknown> => {
    if (args[0] === folder) await gate
    return Reflect.apply(real, fs.promises, args)
  }
  Object.assign(fs.promises, { readdir: gated })
  syncBuiltinESMExports()
  onTestFinished(() => {
    letGo()
    Object.assign(fs.promises, { readdir: real })
    syncBuiltinESMExports()
  })
  return letGo
}

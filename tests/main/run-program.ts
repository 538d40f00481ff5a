// Runs a program to its end, for tests of what is run and not imported.
import { execFile } from 'node:child_process'

export interface Ran {
  /** null when a signal ended it. */
  readonly code: number | null
  /** Standard output, then standard error. */
  readonly output: string
}

/** Never throws: a program that cannot be started has the code null and says nothing. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      program,
      args,
      { cwd, maxBuffer: 32 * 1024 * 1024 },
      (_error, stdout, stderr) => done({ code: child.exitCode, output: stdout + stderr }),
    )
  })
}

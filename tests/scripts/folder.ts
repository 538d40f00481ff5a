// Temporary checkouts for the tests of the scripts.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'

const made: string[] = []

// What the scripts tell a user is noise here.
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => {
  vi.restoreAllMocks()
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true })
})

/** A folder that is removed after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'parallax-scripts-'))
  made.push(path)
  return path
}

export function put(root: string, name: string, content = ''): string {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** A program, in Node's language. */
export function putProgram(root: string, name: string, body: string): string {
  const path = put(root, name, `#!${process.execPath}\n${body}`)
  chmodSync(path, 0o755)
  return path
}

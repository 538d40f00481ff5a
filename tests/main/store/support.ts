// Temporary folders, and other processes to share them with.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import type { AppError } from '../../../src/shared/errors.ts'
import type { Result } from '../../../src/shared/result.ts'

/** A folder that is removed after the test. */
export async function tempFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'parallax-test-'))
  onTestFinished(() => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))
  return path
}

/** A process number that no system gives. */
export const noProcess = 2 ** 22 + 1

/** What a process that was killed in the middle of a write left behind. */
export const tempOfTheDead = `.parallax-tmp-${noProcess}-0123456789ab`

/** The value of a result that must be there. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, message, path, detail } = result.error
  throw new Error([code, message, path, detail].filter(Boolean).join(' | '))
}

/** The error of a result that must have failed. */
export function errorOf(result: Result<unknown>): AppError {
  if (result.ok) throw new Error(`did not fail: ${JSON.stringify(result.value)}`)
  return result.error
}

/** Every file below a folder with its content, by relative path. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name)
    try {
      if ((await stat(path)).isFile()) found[name] = await readFile(path, 'latin1')
    } catch (thrown) {
      // What was being written under another name has its own by now, or is gone.
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    }
  }
  return found
}

export interface Child {
  readonly pid: number
  /** The next line it says; null when it has ended. */
  line(): Promise<string | null>
  /** SIGKILL: as a crash or a power cut ends it. Resolves when it is gone. */
  kill(): Promise<void>
  /** Says a line to it. */
  say(line: string): void
  readonly process: ChildProcess
}

/** A program of ours in a process of its own. It is killed after the test. */
export function startChild(program: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const gone = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  if (child.pid === undefined) throw new Error('the program did not start')
  return {
    pid: child.pid,
    line: async () => {
      const next = await lines.next()
      return next.done ? null : next.value
    },
    kill,
    say: (line) => void child.stdin.write(`${line}\n`),
    process: child,
  }
}

export interface Program {
  readonly path: string
  remove(): Promise<void>
}

/**
 * Bundles a program beside a test for plain Node. What it loads later stays apart, so that it starts
 * soon.
 * @param source relative to the test
 */
export async function bundle(source: string, test: string): Promise<Program> {
  // Of this run alone: another may bundle the same at the same time.
  const folder = await mkdtemp(join(tmpdir(), 'parallax-program-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(source, test)),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20.19',
      rolldownOptions: {
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  // SQLite's binaries lie beside a bundle, as the build puts them.
  const sqlite = createRequire(import.meta.url).resolve('@photostructure/sqlite/package.json')
  await symlink(join(dirname(sqlite), 'prebuilds'), join(folder, 'sqlite'), 'junction')
  const path = join(folder, `${source.split('/').at(-1)?.replace(/\.ts$/, '')}.mjs`)
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}

// Libraries for tests, and what the command line says of them: the same core, another way.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../drivers/app.ts'

const run = promisify(execFile)

export const sampleArticles = join(root, 'resources/sample')

/** The sample's articles by what the app calls them. */
export const herald = 'Council votes to close Quay Street bridge after engineers’ warning'
export const courier = 'Narrow Majority Closes Varnhem’s Quay Street Bridge'
export const gazette = 'Nobody asked us'
export const cutting = 'cutting-0417.txt'

/** Where the app keeps its copy of the sample library. */
export const sampleLibrary = (dataDir: string): string =>
  join(dataDir, 'sample', 'The Quay Street bridge')

/** Puts the sample's articles, without notes, into a folder. */
export const copySample = (folder: string): Promise<void> =>
  cp(sampleArticles, folder, { recursive: true })

export interface Said {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `parallax` and gives what it said, whatever its exit code. */
export async function parallax(...args: readonly string[]): Promise<Said> {
  const words = [join(root, 'out/main/cli.js'), ...args]
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 }
  try {
    return { code: 0, ...(await run(process.execPath, words, options)) }
  } catch (thrown) {
    const { code, stdout, stderr } = thrown as Said
    return { code, stdout, stderr }
  }
}

/** The JSON that a command gives; throws with its message when it fails. */
export async function parallaxJson<T>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await parallax(...args, '--json')
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

export interface ReadArticle {
  readonly title: string | null
  readonly text: string
  readonly blocks: readonly {
    start: number
    end: number
    kind: string
    furniture?: true
    role?: string
  }[]
}

export const readArticle = (file: string): Promise<ReadArticle> => parallaxJson('read', file)

/** SHA-256 of every file that is the user's own: all but what lies in `.parallax`. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || path.includes('.parallax')) continue
    found[path.slice(folder.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return found
}

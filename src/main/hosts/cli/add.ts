// `parallax add`: puts files and whole folders into a library, a few at a time, and says of each what
// became of it.
import { inTurns } from '../../../shared/in-turns.ts'
import type { AddedFile, Duplicate } from '../../../shared/model/reading.ts'
import { CommandFailed, demand, oneLine, print, printJson } from './output.ts'
import type { CommandLibrary } from './with-library.ts'

/** How many files are on their way at a time: enough that no worker waits for the disk. */
const atOnce = 6

/**
 * Adds files in the order they are named in. Ctrl+C ends it between two files.
 * @returns 1 when a file was refused or it was stopped, else 0
 */
export async function addFiles(
  { info, call }: CommandLibrary,
  words: readonly string[],
  json: boolean,
): Promise<number> {
  const { readOnly } = info
  if (readOnly) throw new CommandFailed(oneLine(readOnly))
  const found = await Promise.all(
    words.map(async (path) => demand(await call('files-find', { path }))),
  )
  const files = found.flatMap((each) => each.files)
  const problems = found.flatMap((each) => each.problems)
  let stopped = false
  const stop = (): void => {
    stopped = true
  }
  process.once('SIGINT', stop)
  const progress = createProgress(files.length)
  const added: AddedFile[] = []
  const add = async (file: (typeof files)[number], at: number): Promise<void> => {
    added[at] = demand(await call('file-add', file))
    progress.step()
  }
  try {
    await inTurns(files, atOnce, add, () => !stopped)
  } finally {
    process.off('SIGINT', stop)
    progress.end()
  }
  const done = added.filter((one) => one !== undefined)
  if (json)
    printJson(
      done.map(({ name, path, article, warnings, duplicates, error }) => ({
        name,
        path,
        id: article?.id ?? null,
        warnings,
        duplicates,
        error,
      })),
    )
  else {
    for (const one of done) for (const line of linesOf(one)) print(line)
    print(summaryOf(done))
  }
  for (const problem of problems) process.stderr.write(`parallax: ${oneLine(problem)}\n`)
  if (stopped)
    process.stderr.write(`parallax: stopped; ${files.length - done.length} files were not added.\n`)
  return stopped || problems.length > 0 || done.some(({ error }) => error) ? 1 : 0
}

function linesOf({ name, path, warnings, duplicates, error }: AddedFile): string[] {
  if (error) return [`refused\t${name}\t${oneLine(error)}`]
  return [
    `added\t${path ?? name}`,
    ...warnings.map(({ message }) => `\t${message}`),
    ...duplicates.map((duplicate) => `\t${inWords(duplicate)}`),
  ]
}

/** A duplicate in words, after the other one's name. */
export function inWords({ kind, path, share }: Duplicate): string {
  if (kind === 'same-file') return `the same file as “${path}”`
  if (kind === 'same-text') return `the same text as “${path}”`
  return `shares ${Math.round(share * 100)} % of the shorter text with “${path}”`
}

function summaryOf(files: readonly AddedFile[]): string {
  const read = files.filter(({ error }) => error === null)
  const mended = read.filter(({ warnings }) => warnings.some(({ code }) => code !== 'in-library'))
  return `Read ${read.length}, mended ${mended.length}, refused ${files.length - read.length}`
}

/** Counts on standard error, where somebody looks on. */
function createProgress(total: number): { step(): void; end(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { step: () => undefined, end: () => undefined }
  let done = 0
  return {
    step: () => void stderr.write(`\r${++done} of ${total}`),
    end: () => void stderr.write('\r\u001b[K'),
  }
}

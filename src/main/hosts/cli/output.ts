// How the command line speaks: one line a failure, no stack.
import type { Writable } from 'node:stream'
import type { AppError } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'

/** The words of the command are off: exit 2. */
export class WrongUsage extends Error {}

/** What was asked could not be done: exit 1. */
export class CommandFailed extends Error {}

/** The value, or the end of the command with what happened and what to do. */
export function demand<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CommandFailed(oneLine(result.error))
}

export const oneLine = ({ message, advice }: AppError): string => `${message} ${advice}`

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

export function printUsage(to: Writable): void {
  to.write(`parallax: read, annotate and compare articles, offline

  read FILE [--part N]            an article's text, blocks and what it says of itself
  anchor FILE SELECTORS.json      where quotes stand in an article's text
  compare FILE FILE…              what two to six articles share, and what only one tells
         [--explain]              and why each match was made
  compare --library LIBRARY       the same of articles of a library, with your verdicts and tags
         (A A… | --story S) [--explain]
  add LIBRARY FILE…               puts files, and what is in folders, into a library
  list LIBRARY                    the articles of a library
  export LIBRARY --format F       notes as markdown, html, csv or json
         [--article A | --story S] [--empty] [--out PATH] [--force]
  import LIBRARY FILE [--dry-run] annotations from an exported JSON
  check LIBRARY                   whether a library's store is sound, and which articles are the same
  serve [LIBRARY] [--port N]      the app in a browser of this machine

  --json     results as one JSON document
  LIBRARY    a folder of articles; FILE an article file
  A          an article's id or its path inside the library
  S          a story's name or id
  N          which of the articles in a file that holds several, from 1
             (in JSON parts are counted from 0)
  Offsets are UTF-16 code units, end exclusive.
`)
}

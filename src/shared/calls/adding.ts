// Files that come into a library, what is on the clipboard, and what came of reading them all.
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { AddedFile, ReadingReport } from '../model/reading.ts'
import { type CallTable, commandLine, everywhere } from './call-rule.ts'
import { Base64, nothing } from './fields.ts'

export const addingCalls = {
  /**
   * Puts a file into the library and reads it. `name` is its path as it was dropped, with `/`: folders
   * that were dropped stay folders. Never overwrites: a name that is taken gets a number. Files of one
   * `run` are one step of undo.
   */
  'library-add': {
    arg: z.strictObject({
      name: z.string().min(1).max(4_096),
      data: Base64,
      run: z.string().min(1).max(64).optional(),
    }),
    result: AddedFile,
    of: 'library',
    hosts: everywhere,
  },
  /** Makes an article of what is on the clipboard: `.html` where there is HTML, else `.txt`. */
  'library-paste': {
    arg: z.strictObject({
      html: z.string().max(40_000_000).nullable(),
      text: z.string().max(20_000_000),
    }),
    result: AddedFile,
    of: 'library',
    hosts: everywhere,
  },
  /** Stops reading new and changed files; what was not read stays listed, and is read when opened or at the next look. */
  'library-stop': { arg: nothing, result: nothing, of: 'library', hosts: everywhere },
  /** What came of reading the library's files. */
  'library-report': { arg: nothing, result: ReadingReport, of: 'library', hosts: everywhere },
  /** The files at a path that could be added: the file itself, or a folder's, named after their places in it. */
  'files-find': {
    arg: z.strictObject({ path: z.string() }),
    result: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), path: z.string() })),
      problems: z.array(AppError),
    }),
    of: 'app',
    hosts: commandLine,
  },
  /** Puts the file at a path into the library, as `library-add` does its bytes. */
  'file-add': {
    arg: z.strictObject({ name: z.string(), path: z.string() }),
    result: AddedFile,
    of: 'library',
    hosts: commandLine,
  },
} satisfies CallTable

// Why a library cannot be opened, nothing be changed in it, or a host not do what is asked of it.
import { basename } from 'node:path'
import type { AppError } from '../../shared/errors.ts'

export const notAFolder = (path: string): AppError => ({
  code: 'not-a-folder',
  message: `“${basename(path)}” is a file; a library is a folder of article files.`,
  advice: 'Open the folder it is in.',
  path,
})

export const lookingOn = (): AppError => ({
  code: 'locked',
  message: 'This library was opened for reading only.',
  advice: 'Open it in the app to change it.',
})

export const lockLost = (path: string): AppError => ({
  code: 'locked',
  message:
    'Another Parallax took over this library while this computer slept, so nothing more is saved here.',
  advice: 'Close the other window, then open the library again.',
  path,
})

/** What comes when a library is being closed is not taken any more. */
export const closedMeanwhile = (path: string): AppError => ({
  code: 'locked',
  message: 'The library was closed before this could be saved.',
  advice: 'Open it again, then do this once more.',
  path,
})

export const openingStopped = (path: string): AppError => ({
  code: 'stopped',
  message: `“${basename(path)}” was not opened, because Parallax is closing.`,
  advice: 'Open it again.',
  path,
})

/** The library's folder or its store is not there and cannot be made. */
export const storeUnreachable = (root: string, why: AppError): AppError => ({
  ...why,
  message: `The folder “${basename(root)}” of this library is not there any more, and could not be made again: ${why.message}`,
  advice:
    'See whether the library was moved, renamed or unplugged. Put it back and go on: what you made is kept in memory while this window is open.',
  path: root,
})

/** What was removed is there again. */
export const storeRemoved = (root: string): AppError => ({
  code: 'changed',
  message: `The folder “${basename(root)}”, in which your notes are kept, was removed while the library was open. Your notes were written into a new one.`,
  advice:
    'Nothing needs to be done. Earlier copies of them went with the old folder; if it lies in the trash, keep it.',
  path: root,
})

export const notWrittenAgain = (root: string, why: AppError): AppError => ({
  ...why,
  message: `The folder “${basename(root)}” was removed while the library was open, and your notes could not all be written again: ${why.message}`,
  advice: `${why.advice} They are tried again by themselves; do not close this window until they are saved.`,
})

/** @param what the host would have to do, after “cannot” */
export const unsupported = (what: string): AppError => ({
  code: 'unsupported',
  message: `Parallax cannot ${what} here.`,
  advice: 'Use the way the window offers instead.',
})

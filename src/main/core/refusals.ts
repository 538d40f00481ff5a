// Why a library cannot be opened, or nothing be changed in it.
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

export const openingStopped = (path: string): AppError => ({
  code: 'stopped',
  message: `“${basename(path)}” was not opened, because Parallax is closing.`,
  advice: 'Open it again.',
  path,
})

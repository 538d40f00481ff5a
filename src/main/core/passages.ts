// What is asked of a passage before anything is kept of it, whoever asks: a highlight, a correction, a
// verdict.
import type { AppError } from '../../shared/errors.ts'
import { isSpace } from '../../shared/text/fold.ts'

/** Whether a range (UTF-16 offsets, end exclusive) lies in the text and holds more than white space. */
export function hasWords(text: string, start: number, end: number): boolean {
  if (end > text.length) return false
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return true
  return false
}

export const badRange = (): AppError => ({
  code: 'bad-argument',
  message: 'There are no words in that selection.',
  advice: 'Select some text, then try again.',
})

export const textChanged = (path: string): AppError => ({
  code: 'changed',
  message: `“${path}” was changed by another program while it was open, so nothing was marked in it.`,
  advice: 'It is shown as it is now: select the passage again.',
  path,
})

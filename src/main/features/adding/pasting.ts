// Makes a file of what is on the clipboard.
import type { AppError } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { CleanHtml } from '../../reading/paste-html.ts'
import type { NewFile } from './read-first.ts'
import { safeName } from './safe-name.ts'

/** Words of the first line that a file is named after, and how long that may be in UTF-16 code units. */
const nameWords = 8
const longestName = 70

/**
 * `.html` where there is HTML with text in it, else `.txt`. Fails with `empty-file` when there is
 * nothing to read on the clipboard.
 * @param clean what the HTML on the clipboard holds; null without any
 * @param now for the file's name
 */
export function fileOfPaste(clean: CleanHtml | null, text: string, now: Date): Result<NewFile> {
  if (clean !== null && clean.text !== '') {
    const name = nameOf(clean.title ?? clean.text, now)
    return ok({ name: `${name}.html`, source: Buffer.from(clean.document) })
  }
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (!/[\p{L}\p{N}]/u.test(plain)) return fail(nothingToPaste())
  return ok({ name: `${nameOf(plain, now)}.txt`, source: Buffer.from(plain) })
}

function nameOf(text: string, now: Date): string {
  const [line = ''] = text.trim().slice(0, 400).split('\n')
  const words = line.trim().split(/\s+/).slice(0, nameWords).join(' ')
  const short =
    words.length <= longestName ? words : words.slice(0, longestName).replace(/\s\S*$/, '')
  const pad = (value: number): string => String(value).padStart(2, '0')
  const date = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
  // A dot in the words is no ending.
  return safeName(`${short.replaceAll(/[./\\]+/g, ' ')} ${date}`)
}

const nothingToPaste = (): AppError => ({
  code: 'empty-file',
  message: 'There is no text on the clipboard to make an article of.',
  advice: 'Select the article in the other program, copy it, then paste it here.',
})

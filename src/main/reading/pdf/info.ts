// What a PDF says of itself. Programs write a title and an author without asking anyone, so only
// what reads like one counts. The date of making is not the day of publishing, and is left alone.

import type { Draft } from '../draft.ts'
import { inOrder } from '../office/facts.ts'
import type { PdfDocument } from './engine.ts'

/** Title, author and language, where the file states sensible ones. Never fails. */
export async function infoOf(document: PdfDocument): Promise<Draft['meta']> {
  try {
    const { info } = await document.getMetadata()
    const facts = info as Readonly<Record<string, unknown>>
    return {
      title: titleFrom(facts['Title']),
      byline: authorFrom(facts['Author']),
      language: languageFrom(facts['Language']),
    }
  } catch {
    // Damaged metadata says nothing; the text is there all the same.
    return {}
  }
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\s\0]+/g, ' ').trim() : ''

const program =
  /^(?:microsoft (?:word|powerpoint|excel|office)|untitled|document\d*|slide \d|powerpoint|print|layout|template|unbenannt|sans titre)\b/i
const fileName =
  /\.(?:docx?|pdf|odt|rtf|indd|qxp|qxd|pptx?|xlsx?|tex|dvi|ps|txt|html?|pages|pmd|fm|p65)$/i

/** A title as programs write it into a file; null for what is a file's or a program's name. */
export function titleFrom(value: unknown): string | null {
  const title = plain(value)
  if (title.length < 3 || title.length > 300 || !/\p{L}{2}/u.test(title)) return null
  if (program.test(title) || fileName.test(title)) return null
  // A name of a file without its ending: no spaces in it, or words held by signs.
  if (!/\s/.test(title) && !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(title))
    return null
  return title
}

const noAuthor =
  /^(?:(?:the )?(?:user|admin|administrator|owner|author|root|unknown|anonymous|scanner|default)\d*|microsoft.*|.*\bpdf\b.*)$/i

/** An author as programs write one into a file; null for an account's name. */
export function authorFrom(value: unknown): string | null {
  const author = plain(value)
  if (author.length < 3 || author.length > 200 || !/\p{L}{2}/u.test(author)) return null
  // A person's or an office's name; the account on a computer has no spaces.
  return noAuthor.test(author) || !/\s/.test(author) ? null : inOrder(author)
}

const languageFrom = (value: unknown): string | null => {
  const tag = plain(value)
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null
}

// A quote with its reference, as it is copied: in plain text, and in HTML for where that is taken.
import type { ArticleMeta } from '../model/article.ts'
import { dateWords } from '../text/date-words.ts'
import { type PassagePart, passageText } from '../text/passage.ts'
import { escapeHtml } from './note-html.ts'
import { passageHtml } from './passage-html.ts'
import type { Quotation } from './quotation.ts'

export interface CopiedQuote {
  readonly text: string
  readonly html: string
}

/** What of an article a reference names; `name` is its title, or its file's name. */
export interface Referred extends Pick<ArticleMeta, 'byline' | 'source' | 'published'> {
  readonly name: string
}

/** @param language of the date, a BCP 47 tag; the reader's own if not given */
export function copiedQuote(
  { made, remark }: Quotation,
  article: Referred,
  language?: string,
): CopiedQuote {
  const { byline, source, published, name } = article
  const facts = (title: string): string[] =>
    [byline, title, source, published && dateWords(published, language)].flatMap(
      (fact) => fact || [],
    )
  const title = onOneLine(name)
  const reference = facts(`“${title}”`).map(onOneLine).join(', ')
  const marked = facts('\0').map((fact) =>
    fact === '\0' ? `<cite>${escapeHtml(title)}</cite>` : escapeHtml(onOneLine(fact)),
  )
  const quote = inMarks(made)
  const text = [
    `${quote}${quote.includes('\n') ? '\n' : ' '}(${reference})`,
    ...(remark ? [[remark.words, ...(remark.now ? [inMarks(remark.now)] : [])].join('\n')] : []),
  ]
  const html = [
    `<blockquote>${passageHtml(made)}</blockquote><p>(${marked.join(', ')})</p>`,
    ...(remark ? [`<p>${escapeHtml(remark.words)}</p>`] : []),
    ...(remark?.now ? [`<blockquote>${passageHtml(remark.now)}</blockquote>`] : []),
  ]
  return { text: text.join('\n'), html: html.join('') }
}

const inMarks = (parts: readonly PassagePart[]): string => `“${passageText(parts)}”`

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()

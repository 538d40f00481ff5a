// What a headline looks like, by its own words alone.
import type { Line } from './lines.ts'

/** A dateline on a line of its own: "EASTMERE, CALEDONIA". */
const isPlace = /^\p{Lu}[\p{Lu}\p{M} .'’-]{2,24}, \p{Lu}[\p{Lu}\p{M} .'’-]{1,24}$/u
/** More than one sentence, the first of them closed. */
const hasSentence = /\p{Ll}{5}\. \p{Lu}.*[\p{Ll}\d]$/u
/** Ends like a sentence. */
export const closed = /\p{L}{2}.*[.。]["”’)]*$/u
/** Marks of a page that a text quotes. */
const markup = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/i
const abbreviation = /(?:\b\p{Lu}\.|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|No|vs|etc))\.?$/u

/** A headline without the references of its notes: "The Weir[1]". */
export const withoutReferences = (text: string): string =>
  text.replace(/\s*\[(?:\d{1,3}|\*{1,3})\]/g, '').trim()

/** Whether a line could be a headline by its look alone. */
export function isTitleLike({ text: raw, weight, words, block }: Line): boolean {
  const text = withoutReferences(raw)
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false
  if (weight > 200 || words > 24 || text.includes('\n')) return false
  if (words > 10 && /!["”’]?$/.test(text)) return false
  if (/[,:;]$|[.。]["”’)]*$/u.test(text) && !abbreviation.test(text)) return false
  if (markup.test(text)) return false
  if (isPlace.test(text) || hasSentence.test(text) || /(?:^|\s)#\p{L}|\bwww\.|:\/\//u.test(text))
    return false
  if (
    /^(?:[&+]|and |(?:last |originally |first )?(?:updated|posted|published|created)\b.*\d{4})/i.test(
      text,
    )
  )
    return false
  if (/^(?:https?:|www\.)|^(?:tags?|topics?|filed under|categor(?:y|ies))\s*:/i.test(text))
    return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters >= 4 && letters * 2 >= text.length && (words >= 2 || weight >= 5)
}

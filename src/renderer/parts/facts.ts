// The facts of an article as a header or a row shows them.

const wordsPerMinute = 238 // Brysbaert 2019, silent reading of English non-fiction

/** "3 March 2026", "March 2026", in the reader's language; the text itself when it is no date. */
export function dateWords(published: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published)
  if (!match) return published
  const [, year, month, day] = match
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  return date.toLocaleDateString(undefined, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  })
}

export const readingTime = (words: number): string =>
  words === 0 ? '' : `${Math.max(1, Math.round(words / wordsPerMinute))} min`

// A date as a person writes it.

/**
 * "3 March 2026", "March 2026", in the reader's language and country; the text itself when it is no date.
 * Of a moment the day is given that it was where it was published.
 * @param language a BCP 47 tag; the reader's own if not given
 */
export function dateWords(published: string, language?: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published)
  if (!match) return published
  const [, year, month, day] = match
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  return date.toLocaleDateString(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  })
}

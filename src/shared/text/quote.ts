// Quotes carry the line feeds of the text they were taken from. Lists and titles show them on a line.

/** A quote's words for showing: white space collapsed to single spaces, none at the ends. */
export function displayQuote(exact: string): string {
  return exact.replace(/\s+/gu, ' ').trim()
}

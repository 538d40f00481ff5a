// The facts of an article as a header or a row shows them.

const wordsPerMinute = 238 // Brysbaert 2019, silent reading of English non-fiction

export const readingTime = (words: number): string =>
  words === 0 ? '' : `${Math.max(1, Math.round(words / wordsPerMinute))} min`

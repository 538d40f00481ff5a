// A text in which each line says by its first sign whose it is, so that text and expectation are read
// together: `~` the page's own, `?` arguable, anything else the article's. The sign is not of the text.

export interface MarkedCase {
  readonly name: string
  readonly title: string | null
  readonly byline?: string
  readonly source?: string
  readonly published?: string
  /** Windows line ends and code page. */
  readonly windows?: true
  readonly page: string
}

/** The text without its marks. */
export const textOf = ({ page, windows }: MarkedCase): string => {
  const text = page.replace(/^\n/, '').replace(/^[~?]/gm, '')
  return windows === true ? text.replaceAll('\n', '\r\n') : text
}

/** Lines with this mark, trimmed. */
export const linesMarked = ({ page }: MarkedCase, mark: string): string[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(1).trim())
    .filter((line) => line !== '')

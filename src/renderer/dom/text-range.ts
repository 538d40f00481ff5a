// A stretch of an article's text and a place in its DOM, which everything that draws is told in.

/** Offsets are UTF-16 code units into the article's text, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A place in the DOM, as ranges have it. */
export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

// The panes' texts as things that can be asked and told: where the caret is, what is in view. React
// does not own them, so they are reached through here.

export interface Reader {
  readonly article: string
  /** Puts the keyboard into the text. */
  focus(): void
  /** The same, with what was selected or where the caret stood, if the selection is elsewhere by now. */
  resume(): void
  /** Brings a passage into view, if it is not, and shows the caret there when it is on. */
  reveal(start: number, end: number): void
  /** Selected or caret's range; the caret's is empty. Null when there is neither. */
  range(): { readonly start: number; readonly end: number } | null
  /** The run of furniture whose mark has the keyboard; null when none has. */
  marked(): { readonly start: number; readonly end: number } | null
  clearSelection(): void
  select(start: number, end: number): void
  /** Shows passages under a name that the style sheet draws, until told otherwise. */
  mark(
    name: 'found' | 'found-current' | 'sought' | 'sought-current',
    passages: readonly { readonly start: number; readonly end: number }[],
  ): void
  toggleCaret(): boolean
  caretOn(): boolean
  /** Scrolls so that the line of an offset stands at a height of the window, as far as it can. */
  standAt(offset: number, y: number): void
  /** Offset of the first character in view. */
  top(): number
  /** Scrolls to where the reader was, after the pane was moved in the page. */
  hold(): void
  /** Client rectangles of a passage. */
  rects(start: number, end: number): readonly DOMRect[]
  /** Shows a passage for a moment: here is what you were brought to. */
  flash(start: number, end: number): void
  /** What scrolls the text. */
  readonly scroller: HTMLElement
  /** Pixels from the top of the text to an offset's line, wherever it is scrolled to. */
  lineTop(offset: number): number
  /** The offset at the line so many pixels below the scroller's top; null where no text is. */
  offsetAtLine(below: number): number | null
  /** Moves the keyboard focus to an annotation's mark. */
  focusMark(id: string): void
}

const readers = new Map<string, Reader>()

/** Gives the function that takes it out again. */
export function registerReader(pane: string, reader: Reader): () => void {
  readers.set(pane, reader)
  return () => {
    if (readers.get(pane) === reader) readers.delete(pane)
  }
}

/** The pane whose text is in this scroller. */
export function paneOf(scroller: EventTarget | null): string | null {
  for (const [pane, reader] of readers) if (reader.scroller === scroller) return pane
  return null
}

export const readerOf = (pane: string | null | undefined): Reader | undefined =>
  pane ? readers.get(pane) : undefined

// What of a note that is longer than a card can carry is shown at once, and in which pieces the rest
// is laid out.

/** Code units of a note that a card shows before it is asked for more: two screens of a card. */
export const shownLength = 3_000
const shownLines = 60

/** The beginning that a card shows, to the end of a line or word; the whole of a short note. */
export function beginningOf(note: string): string {
  const head = note.slice(0, shownLength + 1)
  const lines = head.split('\n', shownLines)
  const byLines = lines.join('\n').length
  const length = byLines < Math.min(head.length, shownLength) ? byLines : lengthOfHead(note, head)
  // White space at the end is nothing to ask for.
  return note.slice(length).trim() === '' ? note : note.slice(0, length)
}

/** A line's end in the second half, else a word's, else wherever no character is cut in two. */
function lengthOfHead(note: string, head: string): number {
  if (note.length <= shownLength) return note.length
  const line = head.lastIndexOf('\n')
  if (line > shownLength / 2) return line
  const word = head.lastIndexOf(' ')
  if (word > shownLength / 2) return word
  return isHighSurrogate(note, shownLength - 1) ? shownLength - 1 : shownLength
}

/** Code units in a piece. */
const pieceLength = 5_000

/**
 * A text in pieces that can be laid out one at a time, so that what is not in view costs nothing. Cut at
 * the ends of lines or words where there are any; the line end between two pieces is left out.
 */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  while (text.length - start > pieceLength) {
    const head = text.slice(start, start + pieceLength)
    const line = head.lastIndexOf('\n')
    const word = line > 0 ? line : head.lastIndexOf(' ')
    const whole = isHighSurrogate(head, pieceLength - 1) ? pieceLength - 1 : pieceLength
    const length = word > 0 ? word : whole
    pieces.push(head.slice(0, length))
    start += word > 0 ? length + 1 : length
  }
  return [...pieces, text.slice(start)]
}

const isHighSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}

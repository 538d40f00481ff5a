// Plain text. The canonical text is the file as people see it, so offsets hold against the file;
// only the blocks are found here.
import type { Draft, DraftBlock } from './draft.ts'
import {
  kindOfRun,
  linesOf,
  numberedLines,
  type TextLine,
  wrapsInto,
  wrapWidth,
} from './text-lines.ts'

/** Reads decoded plain text. CRLF and lone CR become LF; nothing else changes. */
export function loadText(decoded: string): Draft {
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  return { text, blocks: blocksOfText(text), spans: [], meta: {}, warnings: [] }
}

/**
 * Blocks that tile a text whose line ends are line feeds; none for a text without any. Kinds are by
 * the look of lines alone. Linear in its length.
 */
export function blocksOfText(text: string): DraftBlock[] {
  const runs = linesOf(text)
  const width = wrapWidth(runs)
  const numbered = numberedLines(runs)
  const blocks: DraftBlock[] = []
  for (const run of runs) {
    const whole = kindOfRun(run)
    let before: TextLine | null = null
    for (const line of run) {
      const last = blocks.at(-1)
      const joins =
        before !== null &&
        last !== undefined &&
        (whole === 'preformatted' || wrapsInto(before, line, width, numbered))
      if (!joins) blocks.push(blockOf(line, whole, numbered))
      before = line
    }
  }
  return tile(blocks, text.length)
}

function blockOf(
  line: TextLine,
  whole: 'preformatted' | null,
  numbered: ReadonlySet<number>,
): DraftBlock {
  const { start, end } = line
  if (whole !== null) return { kind: whole, start, end }
  if (line.quoted) return { kind: 'quote', start, end }
  if (line.bullet || numbered.has(start))
    return { kind: 'list-item', start, end, level: line.indent >= 2 ? 2 : 1 }
  return { kind: 'paragraph', start, end }
}

/** Lets every block reach to the next, the first back to 0 and the last to the end. */
function tile(blocks: DraftBlock[], length: number): DraftBlock[] {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) continue
    if (i === 0) block.start = 0
    block.end = blocks[i + 1]?.start ?? length
  }
  return blocks
}

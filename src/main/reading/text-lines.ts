// What a line of plain text is: part of a hard-wrapped paragraph, an item of a list, a quotation, a
// row of a table. A text editor's habits, read back.

export interface TextLine {
  /** Offsets of the line without its line feed, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Without white space at its ends; cut at 200 characters, which tells enough. */
  readonly head: string
  /** Characters without white space at the ends. */
  readonly length: number
  /** Columns of white space before the text; a tab counts as four. */
  readonly indent: number
  readonly bullet: boolean
  readonly quoted: boolean
  /** Number of an item such as "3." or "3)"; null without one. */
  readonly number: number | null
  /** Places inside that look like the border of a column. */
  readonly columns: number
}

const bullet = /^[•‣◦▪●○∙·⁃*+-]\s+\S/
const numbering = /^(\d{1,3})[.)]\s+\S/
const columnBorder = /\t|\S {3,}\S|\S\s*\|\s*\S/g

/** The lines that have text, in runs parted by blank lines. */
export function linesOf(text: string): TextLine[][] {
  const runs: TextLine[][] = []
  let run: TextLine[] = []
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    const line = lineOf(text, start, end)
    if (line !== null) run.push(line)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
    start = end + 1
  }
  if (run.length > 0) runs.push(run)
  return runs
}

function lineOf(text: string, start: number, end: number): TextLine | null {
  const raw = text.slice(start, end)
  const trimmed = raw.trim()
  if (trimmed === '') return null
  const head = trimmed.slice(0, 200)
  const before = raw.slice(0, raw.length - raw.trimStart().length)
  const number = numbering.exec(head)?.[1]
  return {
    start,
    end,
    head,
    length: trimmed.length,
    indent: before.length + 3 * (before.split('\t').length - 1),
    bullet: bullet.test(head),
    quoted: head.startsWith('>'),
    number: number === undefined ? null : Number(number),
    columns: head.match(columnBorder)?.length ?? 0,
  }
}

/** A field of a news database: its code, then columns of space. */
const databaseField = /^(?:HD|BY|PD|SN|WC|LP|TD)(?:\s{2,}|\t)/

/** 'preformatted' for a run that is code or a table: deep indent or columns in every line. */
export function kindOfRun(run: readonly TextLine[]): 'preformatted' | null {
  if (run.length < 2 || run.some(({ head }) => databaseField.test(head))) return null
  const listed = run.some((line) => line.bullet || line.number !== null)
  if (!listed && run.every((line) => line.indent >= 4 && line.length < 200)) {
    // Verse and whole indented files are prose; code has signs that prose has not.
    const coded = run.filter((line) => /[{};=<>]|\(\)|^[$#]\s/.test(line.head)).length
    if (coded * 2 >= run.length) return 'preformatted'
  }
  return run.length >= 3 && run.every((line) => line.columns >= 1 && line.length < 200)
    ? 'preformatted'
    : null
}

/** No editor wraps prose to lines shorter than this. */
const narrowest = 40

/**
 * The width at which the file was wrapped by hand or by an editor; null if its lines are whole
 * paragraphs. A wrapped file has hardly a line beyond 105 characters, and many that end mid-sentence.
 */
export function wrapWidth(runs: readonly (readonly TextLine[])[]): number | null {
  const lengths: number[] = []
  let lines = 0
  let midSentence = 0
  let goesOn = 0
  for (const run of runs)
    for (const [i, line] of run.entries()) {
      lines++
      if (line.length > 105) continue
      lengths.push(line.length + line.indent)
      const next = run[i + 1]
      if (next === undefined || line.length < 45 || /[.!?:;”"’')\]]$/.test(line.head)) continue
      midSentence++
      if (!/^\p{Lu}/u.test(next.head)) goesOn++
    }
  // Headlines under headlines break off without a full stop, too: but each begins with a capital.
  if (midSentence < 3 || goesOn * 3 < midSentence || lengths.length < lines * 0.9) return null
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  // Where most lines are shorter, they are a menu's or a poem's.
  return width >= narrowest ? width : null
}

/** Whether a line goes on in the next, because the next one's first word had no room in it. */
export function wrapsInto(
  line: TextLine,
  next: TextLine,
  width: number | null,
  numbered: ReadonlySet<number>,
): boolean {
  if (width === null || next.bullet || next.quoted !== line.quoted || numbered.has(next.start))
    return false
  if (line.length > 105) return false
  const isItem = line.bullet || numbered.has(line.start)
  if (next.indent >= line.indent + 2 && !isItem) return false
  const word = /^\S+/.exec(next.head)?.[0].length ?? 0
  return line.length + line.indent + 1 + word > Math.min(width, 100) - 6
}

/** Starts of the lines that are items of a numbered list: their number follows or precedes another. */
export function numberedLines(runs: readonly (readonly TextLine[])[]): ReadonlySet<number> {
  const lines = runs.flat().filter((line) => line.number !== null)
  const starts = new Set<number>()
  for (const [i, line] of lines.entries()) {
    const number = line.number ?? 0
    const next = lines[i + 1]?.number
    const before = lines[i - 1]?.number
    if (next === number + 1 || before === number - 1) starts.add(line.start)
  }
  return starts
}

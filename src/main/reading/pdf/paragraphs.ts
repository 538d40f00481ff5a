// Lines of a column into paragraphs, by what a typesetter does: a wider gap, an indent, a last line
// that does not fill its measure, another size of type.
import type { Region } from './columns.ts'
import type { PdfLine } from './lines.ts'

export interface Paragraph {
  readonly lines: PdfLine[]
  /** Of its type: that of its first line. */
  readonly size: number
  readonly font: string
  /** Whether its last line fills the measure and ends no sentence, so that it may go on elsewhere. */
  goesOn: boolean
  /** Whether its first line is indented, or follows a gap: it begins here. */
  readonly begins: boolean
}

const bullet = /^(?:[•‣◦▪▫●○■□➢➤✓✔–—*·-]|\uf0b7|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+\S/u

/** Whether a line begins with what marks an item of a list. */
export const isItem = (text: string): boolean => bullet.test(text)

const counter = /^(?:document )?\d{1,4} of \d{1,4}(?: documents?)?$/i
const rule = /^[_=*–—-]{5,}$/
const inCapitals = /^\p{Lu}{2,}[\p{Lu} -]{0,20}: \S/u
const labelled = /^\p{Lu}[\p{L}-]*(?:[ -]\p{L}+){0,2}: \S/u

/** Whether a line is no part of a passage: a counter, a drawn rule, a label in capitals with its words. */
const standsAlone = (text: string): boolean =>
  counter.test(text) || rule.test(text) || inCapitals.test(text)

const endsSentence = (text: string): boolean => /[.!?:;。！？…]["”’»)\]]*$/u.test(text)

/** The paragraphs of a region. */
export function paragraphsOf(region: Region): Paragraph[] {
  if (region.length === 0) return []
  const left = usual(region.map((line) => line.left))
  const right = usual(
    region.map((line) => line.right),
    true,
  )
  const leading = usualLeading(region)
  const paragraphs: Paragraph[] = []
  let before: PdfLine | null = null
  let open: Paragraph | null = null
  for (const line of region) {
    const fills = line.right > right - 0.12 * (right - left)
    if (open === null || before === null || breaks(before, line)) {
      const begins = before === null ? line.left > left + 0.8 * line.size : true
      open = { lines: [], size: line.size, font: line.font, goesOn: false, begins }
      paragraphs.push(open)
    }
    open.lines.push(line)
    open.goesOn = fills && !endsSentence(line.text)
    before = line
  }
  return paragraphs

  function breaks(above: PdfLine, line: PdfLine): boolean {
    const gap = line.y - above.y
    const size = Math.min(above.size, line.size)
    if (gap > 1.3 * (leading.get(Math.round(line.size)) ?? 1.2 * line.size) + 0.5) return true
    const short = above.right < right - 0.15 * (right - left)
    const apart = Math.abs(line.size - above.size) / size
    // Type read off a scan varies from line to line.
    const runsOn = !short && /^\p{Ll}/u.test(line.text) && !endsSentence(above.text)
    if (apart > (runsOn ? 0.2 : 0.08)) return true
    if (standsAlone(line.text) || counter.test(above.text) || rule.test(above.text)) return true
    if (short && labelled.test(line.text)) return true
    if (isItem(line.text) && (short || endsSentence(above.text) || isItem(above.text))) return true
    const indent = line.left - above.left
    if (indent > 0.8 * size && indent < 5 * size && line.left > left + 0.8 * size) {
      // Under the text of an item, not under its mark.
      return !(isItem(above.text) && indent < 3 * size)
    }
    if (line.font !== above.font && isWhole(above, line, short)) return true
    return (
      short &&
      (endsSentence(above.text) ||
        (/^\p{Lu}/u.test(line.text) && above.right < right - 0.45 * (right - left)))
    )
  }

  function isWhole(above: PdfLine, line: PdfLine, short: boolean): boolean {
    return short && !/^\p{Ll}/u.test(line.text) && above.cells.length === 1
  }
}

/** The value that most have, within a point or two. */
function usual(values: readonly number[], isRight = false): number {
  const counts = new Map<number, number>()
  let best = values[0] ?? 0
  let most = 0
  for (const value of values) {
    const key = Math.round(value / 2)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > most) {
      most = count
      best = value
    }
  }
  // Ragged lines have no usual end; then the longest has it.
  return isRight && most < values.length / 4
    ? values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    : best
}

/** The usual distance of baselines, by size of type. */
function usualLeading(region: Region): ReadonlyMap<number, number> {
  const gaps = new Map<number, number[]>()
  for (let i = 1; i < region.length; i++) {
    const above = region[i - 1]
    const line = region[i]
    if (above === undefined || line === undefined) continue
    const gap = line.y - above.y
    if (gap < 0.5 * line.size || gap > 2.5 * line.size) continue
    const size = Math.round(line.size)
    const same = gaps.get(size) ?? []
    gaps.set(size, same)
    same.push(gap)
  }
  return new Map(
    [...gaps].map(([size, all]) => {
      all.sort((a, b) => a - b)
      return [size, all[Math.floor(all.length * 0.4)] ?? size * 1.2]
    }),
  )
}

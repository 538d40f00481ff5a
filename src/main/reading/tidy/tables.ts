// Tables whose cells stand one under another, as scrapers without a parser leave them: told by the order
// of words and numbers that comes again in every row. A table is a story's; a menu has no such order.
import { ruleFor } from './furniture.ts'
import { signOf } from './interface-words.ts'
import type { Line } from './lines.ts'

/** Rows that make a table, and the widest row. */
const leastRows = 4
const mostColumns = 12
/** So many passages is a table worth, at most, where the story is looked for. */
const mostWorth = 12

const known = new WeakMap<readonly Line[], ReadonlyMap<Line, number>>()

/** The cells of a text's tables, each with its part of what the table is worth. Linear. */
export function cellsIn(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const before = known.get(lines)
  if (before !== undefined) return before
  const cells = new Map<Line, number>()
  for (const run of runsOfCells(lines)) {
    addTables(run, cells)
    addUneven(run, cells)
  }
  known.set(lines, cells)
  return cells
}

/** Stretches of lines short enough for cells, none of them a button. */
function runsOfCells(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  let run: Line[] = []
  for (const line of lines) {
    const couldBe =
      !line.prose && line.weight <= 60 && line.words <= 6 && line.block.kind !== 'preformatted'
    if (couldBe && ruleFor(line) === null && signOf(line) === null) run.push(line)
    else {
      runs.push(run)
      run = []
    }
  }
  return [...runs, run].filter(({ length }) => length >= leastRows * 2)
}

/** Adds the tables in a run of cells: from each place on, the narrowest rows that go on long enough. */
function addTables(run: readonly Line[], cells: Map<Line, number>): void {
  const isNumber = run.map(({ text }) => number.test(text))
  for (let at = 0; at < run.length; ) {
    const found = tableAt(run, isNumber, at)
    if (found === null) {
      at++
      continue
    }
    const { columns, until } = found
    const head = run.slice(Math.max(0, at - columns), at)
    const hasHead = head.length === columns && head.every(({ words }) => words <= 3)
    const table = run.slice(hasHead ? at - columns : at, until)
    const worth = Math.min(mostWorth, (until - at) / columns) / table.length
    for (const line of table) cells.set(line, worth)
    at = until
  }
}

/** "5040", "71.6", "+0.5%", "2:1", "12 400", "412 m", "60 kcal", "–": what a cell counts. */
const number =
  /^[-+−–~≈(]?(?:[$€£¥]\s?)?\d(?:[\d.,:’'/–-]|[ \u00a0\u202f]\d{3})*\)?\s?(?:[%°][CF]?|\p{L}{1,10}\.?|[$€£¥])?$|^[-–—]$/u

function tableAt(
  run: readonly Line[],
  isNumber: readonly boolean[],
  at: number,
): { readonly columns: number; readonly until: number } | null {
  for (let columns = 2; columns <= mostColumns; columns++) {
    const row = isNumber.slice(at, at + columns)
    if (!row.includes(true) || !row.includes(false)) continue
    let until = at + columns
    while (until < run.length && isNumber[until] === isNumber[until - columns]) until++
    const rows = Math.floor((until - at) / columns)
    if (rows < leastRows) continue
    return columns === 2 && isRanked(run.slice(at, until))
      ? null
      : { columns, until: at + rows * columns }
  }
  return null
}

/** Numbers that make a table whose rows are not alike, and labels between two of them at most. */
const leastNumbers = 5
const mostLabels = 4

/** Adds tables with empty cells, which leave no line: numbers close together, and the labels between. */
function addUneven(run: readonly Line[], cells: Map<Line, number>): void {
  const numbers = run.flatMap(({ text }, i) => (number.test(text) ? [i] : []))
  let first = 0
  for (let i = 1; i <= numbers.length; i++) {
    const gap = (numbers[i] ?? Number.POSITIVE_INFINITY) - (numbers[i - 1] ?? 0)
    if (gap <= mostLabels + 1) continue
    const some = numbers.slice(first, i)
    first = i
    const table = run.slice(Math.max(0, (some[0] ?? 0) - 1), (some.at(-1) ?? 0) + 1)
    if (some.length < leastNumbers || some.length * 4 < table.length || isRanked(table)) continue
    for (const line of table) if (!cells.has(line)) cells.set(line, 0)
  }
}

/** "1, a headline, 2, a headline": what a page's readers read most; or the days or years of an archive. */
const isRanked = (table: readonly Line[]): boolean => {
  const ranks = table.map(({ text }) => Number(text)).filter((rank) => !Number.isNaN(rank))
  const step = (ranks[1] ?? 0) - (ranks[0] ?? 0)
  return (
    ranks.length > 1 &&
    Math.abs(step) === 1 &&
    ranks.every((rank, i) => i === 0 || rank === (ranks[i - 1] ?? 0) + step)
  )
}

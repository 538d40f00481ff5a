// How every benchmark measures and what it prints: medians of approaches that take turns, and the
// ratio between them, because milliseconds of a shared machine mean little.

export { median, takeTurns } from './turns.mjs'

const shown = (value) =>
  typeof value !== 'number'
    ? String(value)
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2)

/** Prints rows of cells under a head, numbers to the right. */
export function printTable(head, rows) {
  const lines = [head, ...rows.map((row) => row.map(shown))]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  for (const [at, line] of lines.entries()) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    )
    console.log(cells.join('  ').trimEnd())
    if (at === 0) console.log(widths.map((width) => '─'.repeat(width)).join('  '))
  }
}

/** `1.32 (goal ≤ 1.5: ok)` */
export const judged = (value, goal, unit = '') =>
  `${shown(value)}${unit} (goal ≤ ${goal}${unit}: ${value <= goal ? 'ok' : 'OVER'})`

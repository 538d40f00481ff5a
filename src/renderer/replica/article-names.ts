// What articles are called where they stand beside each other and there is little room: by their outlets.
import type { ArticleSummary } from '../../shared/model/library.ts'
import { knownNameOf } from './library.ts'

type Named = Pick<ArticleSummary, 'title' | 'path' | 'state' | 'source'>

/**
 * Each by its outlet; those of one outlet with their headlines, too, and those that are called the same
 * even so by their places. In the order of the rows.
 * @param unknown what to call those that are not known
 * @param room characters that a name may have; longer ones are cut between words
 */
export function namesBeside(
  rows: readonly (Named | null | undefined)[],
  unknown: string,
  room = Number.POSITIVE_INFINITY,
): readonly string[] {
  const names = rows.map((row) => {
    if (!row) return unknown
    const alone = rows.filter((other) => other?.source === row.source).length === 1
    return cut((row.source !== null && alone ? row.source : longName(row)) ?? unknown, room)
  })
  const told = new Map<string, number>()
  for (const name of names) told.set(name, (told.get(name) ?? 0) + 1)
  return names.map((name, index) => ((told.get(name) ?? 0) > 1 ? `${name} (${index + 1})` : name))
}

/** With outlet and headline; null while neither is known. */
export function longName(row: Named): string | null {
  const name = knownNameOf(row)
  if (row.source === null) return name
  return name === null ? row.source : `${row.source}: ${name}`
}

/** Between words, where there are any. */
const cut = (name: string, room: number): string =>
  name.length <= room ? name : `${name.slice(0, room).replace(/\s+\S*$/, '')}…`

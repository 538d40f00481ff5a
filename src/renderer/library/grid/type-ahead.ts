// Going to a row by the first letters of its name.
import type { Identified, RowSource } from './row-source.ts'

/** Milliseconds after which letters begin a new word. */
const rest = 1_000

const collator = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base' })

export interface TypeAhead {
  /** Whether a word is being typed, of which a space would be a part. */
  isTyping(): boolean
  /** Takes one more letter. Gives what is typed by now. */
  type(letter: string): string
}

export function createTypeAhead(now: () => number = () => performance.now()): TypeAhead {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  const goesOn = (): boolean => typed !== '' && now() - last < rest
  return {
    isTyping: goesOn,
    type(letter) {
      typed = goesOn() ? typed + letter : letter
      last = now()
      return typed
    },
  }
}

/** The first row whose name begins so, from one on and then from the top, of a source whose rows are all here. */
export function findHere<Row extends Identified>(
  rows: RowSource<Row>,
  typed: string,
  from: number,
  nameOf: (row: Row) => string,
): number | null {
  const { total } = rows
  for (let step = 0; step < total; step++) {
    const index = (Math.max(0, from) + step) % total
    const row = rows.rowAt(index)
    if (row && collator.compare(nameOf(row).slice(0, typed.length), typed) === 0) return index
  }
  return null
}

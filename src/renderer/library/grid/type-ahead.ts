// Going to a row by the first letters of its name. Of rows that are not here nothing is known, and
// they are passed by.
import type { Identified, RowSource } from './row-source.ts'

/** Milliseconds after which letters begin a new word. */
const rest = 1_000

const collator = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base' })

export interface TypeAhead {
  /** Whether a word is being typed, of which a space would be a part. */
  isTyping(): boolean
  /** Gives the index of the row to go to, the current one included; null where none fits. */
  type<Row extends Identified>(
    letter: string,
    rows: RowSource<Row>,
    from: number,
    nameOf: (row: Row) => string,
  ): number | null
}

export function createTypeAhead(now: () => number = () => performance.now()): TypeAhead {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  const goesOn = (): boolean => typed !== '' && now() - last < rest
  return {
    isTyping: goesOn,
    type(letter, rows, from, nameOf) {
      typed = goesOn() ? typed + letter : letter
      last = now()
      const { total } = rows
      for (let step = 0; step < total; step++) {
        const index = (Math.max(0, from) + step) % total
        const row = rows.rowAt(index)
        if (row && collator.compare(nameOf(row).slice(0, typed.length), typed) === 0) return index
      }
      return null
    },
  }
}

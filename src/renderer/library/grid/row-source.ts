// Where the rows of a long list come from. The list knows how many there are and asks for those that
// it draws; the rest need not be in the window at all.

export interface Identified {
  readonly id: string
}

/** Another object when anything in it changed; rows that did not are the same objects. */
export interface RowSource<Row extends Identified> {
  /** How many there are, here or not. */
  readonly total: number
  /** Null while it is not here. Indices count from 0. */
  rowAt(index: number): Row | null
  /** Where a row stands; null when it is not known, or there is none of this id. */
  placeOf(id: string): number | null
  /** The ids from one index to another, both among them, in whatever order these are given. */
  idsBetween(one: number, other: number): Promise<readonly string[]>
}

/** A source of rows that are all here. */
export function rowsOf<Row extends Identified>(rows: readonly Row[]): RowSource<Row> {
  return {
    total: rows.length,
    rowAt: (index) => rows[index] ?? null,
    placeOf: (id) => {
      const at = rows.findIndex((row) => row.id === id)
      return at < 0 ? null : at
    },
    idsBetween: async (one, other) =>
      rows.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ id }) => id),
  }
}

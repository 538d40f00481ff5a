// Where the rows of a long list come from. The list knows how many there are and asks for those that
// it draws; the rest need not be in the window at all.

export interface Identified {
  readonly id: string
}

/** A line over the rows that belong together. */
export interface Heading {
  /** Another than that of any row. */
  readonly id: string
  readonly name: string
  /** Rows beneath it. */
  readonly count: number
  /** Its rows are put away. */
  readonly folded: boolean
}

/** Another object when anything in it changed; rows that did not are the same objects. */
export interface RowSource<Row extends Identified> {
  /** How many lines there are, here or not: rows, and headings over them. */
  readonly total: number
  /** Null while it is not here, and where a heading stands. Indices count from 0. */
  rowAt(index: number): Row | null
  /** Null where a row stands; left out where there are no headings. */
  headingAt?(index: number): Heading | null
  /** The heading that a line stands under; null where there is none over it. */
  headingOver?(index: number): Heading | null
  /** What tells a line from every other; left out where the ids of the rows do. */
  keyAt?(index: number): string | number
  /**
   * Where a row or a heading stands; null when it is not known, or there is none of this id.
   * @param near of a row that stands in several places the nearest to this one; the first if not given
   */
  placeOf(id: string, near?: number): number | null
  /** The same of a row that may not be here; left out where all are. */
  findPlace?(id: string): Promise<number | null>
  /** The first row, from one on and then from the top, whose name begins so; left out where all rows are here. */
  findNamed?(typed: string, from: number): Promise<number | null>
  /** The ids of rows from one index to another, both among them, in whatever order these are given. */
  idsBetween(one: number, other: number): Promise<readonly string[]>
}

/** The id of the row or the heading at an index; null while it is not here. */
export const idAt = <Row extends Identified>(rows: RowSource<Row>, index: number): string | null =>
  rows.headingAt?.(index)?.id ?? rows.rowAt(index)?.id ?? null

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

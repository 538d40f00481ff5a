// The files of records as the index remembers them, and which states of them its own rows are of.
import type { SheetFacts } from './facts.ts'
import { unpackText } from './packed-text.ts'
import { jsonIn, type Statements, textIn, textOrNull } from './statements.ts'

export const sheetsIn = (statements: Statements): SheetFacts[] =>
  statements('SELECT name, mark, head, counts FROM sheet')
    .all()
    .map((row) => ({
      name: textIn(row, 'name'),
      mark: textIn(row, 'mark'),
      head: textOrNull(row, 'head'),
      counts: jsonIn<Record<string, number>>(row, 'counts'),
    }))

/** The text of a sheet's file in the state of a mark; null when that is not known. */
export function sheetTextIn(statements: Statements, name: string, mark: string): string | null {
  const text = `SELECT text FROM sheet_text WHERE sheet =
    (SELECT row FROM sheet WHERE name = ? AND mark = ?)`
  const found = statements(text).get(name, mark)?.['text']
  return found instanceof Uint8Array ? unpackText(found) : null
}

/** The marks of the sheets that the rows of articles' records were made of, by article. */
export const mirroredIn = (statements: Statements): Map<string, string> =>
  new Map(
    statements('SELECT article, mark FROM mirrored')
      .all()
      .map((row) => [textIn(row, 'article'), textIn(row, 'mark')]),
  )

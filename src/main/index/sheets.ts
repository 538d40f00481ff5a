// The files of records as the index remembers them, and which states of them its own rows are of. They are
// believed only as they were told: what is shown of them is written into the files again, and a damaged
// index must not get there.
import { createHash } from 'node:crypto'
import type { SheetFacts } from './facts.ts'
import { packText, unpackText } from './packed-text.ts'
import { type Statements, textIn, textOrNull } from './statements.ts'

/** Those that are as they were told. */
export const sheetsIn = (statements: Statements): SheetFacts[] =>
  statements('SELECT name, mark, head, counts, sum FROM sheet')
    .all()
    .flatMap((row) => {
      const [name, mark, counts] = [textIn(row, 'name'), textIn(row, 'mark'), textIn(row, 'counts')]
      const head = textOrNull(row, 'head')
      if (textIn(row, 'sum') !== sumOf(name, mark, counts, head ?? '')) return []
      return { name, mark, head, counts: JSON.parse(counts) as SheetFacts['counts'] }
    })

/** The text of a sheet's file in the state of a mark; null when that is not known. */
export function sheetTextIn(statements: Statements, name: string, mark: string): string | null {
  const found = statements(`SELECT sheet_text.text, sheet_text.sum FROM sheet_text
    JOIN sheet ON sheet.row = sheet_text.sheet WHERE name = ? AND mark = ?`).get(name, mark)
  const packed = found?.['text']
  const text = packed instanceof Uint8Array ? textOf(packed) : null
  return text !== null && textIn(found, 'sum') === sumOf(name, mark, text) ? text : null
}

export function putSheet(statements: Statements, sheet: SheetFacts, text: string): void {
  const { name, mark, head } = sheet
  const counts = JSON.stringify(sheet.counts)
  removeSheet(statements, name)
  statements('INSERT INTO sheet (name, mark, head, counts, sum) VALUES (?, ?, ?, ?, ?)').run(
    name,
    mark,
    head,
    counts,
    sumOf(name, mark, counts, head ?? ''),
  )
  statements('INSERT OR REPLACE INTO sheet_text SELECT row, ?, ? FROM sheet WHERE name = ?').run(
    packText(text),
    sumOf(name, mark, text),
    name,
  )
}

export function removeSheet(statements: Statements, name: string): void {
  statements('DELETE FROM sheet_text WHERE sheet IN (SELECT row FROM sheet WHERE name = ?)').run(
    name,
  )
  statements('DELETE FROM sheet WHERE name = ?').run(name)
}

/** In which state the rows of articles' records are, by article. */
export const mirroredIn = (statements: Statements): Map<string, string> =>
  new Map(
    statements('SELECT article, mark FROM mirrored')
      .all()
      .map((row) => [textIn(row, 'article'), textIn(row, 'mark')]),
  )

/** Null for bytes that no text was packed into. */
function textOf(packed: Uint8Array): string | null {
  try {
    return unpackText(packed)
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    return null
  }
}

function sumOf(...parts: readonly string[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${part.length} `).update(part)
  return sum.digest('base64url').slice(0, 22)
}

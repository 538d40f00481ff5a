// What is remembered of the files of records from one opening to the next: so that an opening reads those
// alone that are others now, and parses those alone that somebody asks for. It is in the index; where there
// is none, all are read.
import type { IndexChange, SheetFacts } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import type { ArticleRecord } from '../../store/sheet.ts'

/** A sheet whose text nobody has asked for yet. */
export interface RememberedSheet {
  readonly mark: string
  readonly head: ArticleRecord | null
  /** How many records it has of each kind, by the kind's name. */
  readonly counts: Readonly<Record<string, number>>
}

export interface SheetToRemember extends RememberedSheet {
  readonly name: string
  readonly text: string
}

export interface SheetMemory {
  /** @param mark of its file as it is now, as `markOf` gives it; null when that state is not known */
  recall(name: string, mark: string): RememberedSheet | null
  has(name: string, mark: string): boolean
  /** The text of its file in the state of a mark; null when it is not there any more. */
  text(name: string, mark: string): string | null
  /** The sheets that are remembered, in whatever state. */
  names(): readonly string[]
  /** What cannot be remembered costs the next opening time, nothing else. */
  keep(sheets: readonly SheetToRemember[], gone: readonly string[]): Promise<void>
  /** The index was lost and goes on empty. */
  lost(): void
}

/** @param index null where there is none */
export function createSheetMemory(index: Index | null): SheetMemory {
  const known = new Map<string, SheetFacts>()
  for (const sheet of index && !index.isNew ? index.sheets() : []) known.set(sheet.name, sheet)
  const at = (name: string, mark: string): SheetFacts | null => {
    const found = known.get(name)
    return found && mark !== '' && found.mark === mark ? found : null
  }
  return {
    recall(name, mark) {
      const found = at(name, mark)
      if (!found) return null
      const { head, counts } = found
      return { mark, head: head === null ? null : (JSON.parse(head) as ArticleRecord), counts }
    },
    has: (name, mark) => at(name, mark) !== null,
    text(name, mark) {
      const found = index?.sheetText(name, mark) ?? null
      // What is damaged is told anew.
      if (found === null && at(name, mark)) known.delete(name)
      return found
    },
    names: () => [...known.keys()],
    async keep(sheets, gone) {
      if (!index || sheets.length + gone.length === 0) return
      const told = sheets.map(({ text, head, name, mark, counts }) => ({
        text,
        sheet: { name, mark, counts, head: head && JSON.stringify(head) } satisfies SheetFacts,
      }))
      const changes: IndexChange[] = told.map((each) => ({ kind: 'sheet', ...each }))
      for (const name of gone) changes.push({ kind: 'sheet-gone', name })
      if (!(await index.put(changes))) return
      for (const { sheet } of told) known.set(sheet.name, sheet)
      for (const name of gone) known.delete(name)
    },
    lost: () => known.clear(),
  }
}

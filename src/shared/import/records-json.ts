// Which records of an exchange file can be brought in, for every kind that travels in the general shape.
// Knows none of them by name. Pure.
import type { RecordLists } from '../export/json-schema.ts'
import type { LiveEntry } from '../kinds/entry.ts'
import { isLive } from '../kinds/entry.ts'
import type { Kind } from '../kinds/kind.ts'
import { parseLine, recordOf } from '../kinds/line.ts'
import type { KnownFile } from '../model/known-file.ts'

/** A record as it was made elsewhere, under the ids that articles have here. */
export interface BroughtRecord {
  readonly kind: Kind
  /** Whose it is; null for one of the whole library. */
  readonly article: string | null
  readonly key: string
  readonly record: object
  readonly made: LiveEntry
}

export interface RecordPlan {
  readonly records: readonly BroughtRecord[]
  /** What cannot be brought in, a sentence each. */
  readonly lost: readonly string[]
}

/**
 * @param article whose lists they are; null: the library's
 * @param articleHere an article that a record names, as it is here; null where it is not
 */
export function planRecords(
  lists: RecordLists | undefined,
  kinds: readonly Kind[],
  article: string | null,
  articleHere: (named: KnownFile) => KnownFile | null,
): RecordPlan {
  const plans = kinds.map((kind) => planKind(kind, lists?.[kind.list] ?? [], article, articleHere))
  return {
    records: plans.flatMap(({ records }) => records),
    lost: plans.flatMap(({ lost }) => lost),
  }
}

/** The articles that the records of some lists name. */
export const namedInLists = (
  lists: RecordLists | undefined,
  kinds: readonly Kind[],
): readonly KnownFile[] =>
  kinds.flatMap((kind) =>
    (kind.names ? (lists?.[kind.list] ?? []) : []).flatMap((line) => {
      const parsed = parseLine(kind, line)
      const record = parsed.ok ? recordOf(kind, parsed.value.entry) : null
      return (record && kind.names?.(record)) ?? []
    }),
  )

function planKind(
  kind: Kind,
  lines: readonly unknown[],
  article: string | null,
  articleHere: (named: KnownFile) => KnownFile | null,
): RecordPlan {
  const records: BroughtRecord[] = []
  let unreadable = 0
  let strange = 0
  let cut = 0
  for (const line of lines) {
    const parsed = parseLine(kind, line)
    const entry = parsed.ok ? parsed.value.entry : undefined
    const told = recordOf(kind, entry)
    if (!isLive(entry) || !told) {
      unreadable++
      continue
    }
    const named = kind.names?.(told) ?? []
    const renamed = new Map(
      named.flatMap((file) => {
        const here = articleHere(file)
        return here ? idsHere(file, here) : []
      }),
    )
    if (named.length > 0 && renamed.size === 0) {
      strange++
      continue
    }
    const moved = kind.renamed?.(told, withoutSame(renamed)) ?? told
    const record = kind.within?.(moved) ?? moved
    if (record !== moved) cut++
    const made = record === told ? entry : { ...entry, data: dataOf(record) }
    records.push({ kind, article, key: kind.keyOf(record), record, made })
  }
  const lost = [
    ...said(unreadable, kind, 'that cannot be read left out.'),
    ...said(strange, kind, 'on articles that are not in this library left out.'),
    ...said(cut, kind, 'cut: longer than can be made here.'),
  ]
  return { records, lost }
}

/** The ids by which an article is named, and which they are here: its own, and that of its file. */
const idsHere = (named: KnownFile, here: KnownFile): readonly (readonly [string, string])[] => [
  [named.id, here.id],
  ...(named.part && here.part ? [[named.part.file, here.part.file] as const] : []),
]

const withoutSame = (ids: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...ids].filter(([before, after]) => before !== after))

function dataOf(record: object): LiveEntry['data'] {
  const { modified: _, versions: __, ...data } = record as Record<string, unknown>
  return data
}

const said = (count: number, { nouns: [one, many] }: Kind, what: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${what}`]

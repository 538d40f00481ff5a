// A file of records: those of one article, or those of one or more kinds of the whole library. One
// record a line, keys sorted, so that git merges it. What it holds of kinds that this Parallax does
// not know is kept as it is.
import { z } from 'zod'
import { type Entry, isLive, joinEntries } from '../../shared/kinds/entry.ts'
import type { Kind } from '../../shared/kinds/kind.ts'
import { liveLine, type Parsed, parseLine, recordOf, wrong } from '../../shared/kinds/line.ts'
import { ArticleMeta } from '../../shared/model/article.ts'
import { ArticleId } from '../../shared/model/library.ts'
import { type Entries, joinLists, noEntries } from './entries.ts'
import { compare, line } from './json-lines.ts'

/** Which article the records are of, and how to know its file again. */
export const ArticleRecord = ArticleMeta.extend({
  id: ArticleId,
  /** Relative to the library, with `/`, when last saved. */
  path: z.string(),
  /** Of the file when last saved. */
  sha256: z.string(),
  textHash: z.string(),
  /** Of one of several articles in a file: which file, and which of them, from 0, when last saved. */
  part: z.strictObject({ file: ArticleId, index: z.number().int().nonnegative() }).optional(),
  /** Version of the loaders that gave the text. */
  loader: z.number().int().optional(),
})
export type ArticleRecord = Readonly<z.infer<typeof ArticleRecord>>

export interface Sheet {
  /** The article; null in a sheet of the library, and where there is no file yet. */
  readonly head: ArticleRecord | null
  /** By the kind's name, then by key. */
  readonly lists: Readonly<Record<string, Entries>>
  /** Lists of kinds that are not known here, as they were read. */
  readonly foreign: Readonly<Record<string, readonly unknown[]>>
  /** The version it was written in, if that is an older one. */
  readonly migratedFrom: number | null
  /** It held two lines of one record, which were joined: it should be written. */
  readonly mended: boolean
}

export const emptySheet: Sheet = {
  head: null,
  lists: {},
  foreign: {},
  migratedFrom: null,
  mended: false,
}

export const isEmptySheet = ({ lists }: Sheet): boolean =>
  Object.values(lists).every(({ size }) => size === 0)

export const entriesOf = (sheet: Sheet, kind: Kind): Entries => sheet.lists[kind.name] ?? noEntries

/**
 * What a file of these kinds holds. Two lines of one record, as git leaves them when it joins two
 * files, become one.
 */
export function parseSheet(raw: unknown, kinds: readonly Kind[], article: boolean): Parsed<Sheet> {
  const shape = z.record(z.string(), z.unknown()).safeParse(raw)
  if (!shape.success) return wrong(shape.error)
  const { article: rawHead, migratedFrom = null, ...rest } = shape.data
  const head = article ? ArticleRecord.safeParse(rawHead) : null
  if (head && !head.success) return wrong(head.error)
  const lists: Record<string, Entries> = {}
  let mended = false
  for (const kind of kinds) {
    const lines = rest[kind.list] ?? []
    if (!Array.isArray(lines)) return { ok: false, path: kind.list, message: 'not a list' }
    const entries = new Map<string, Entry>()
    for (const [index, each] of lines.entries()) {
      const parsed = parseLine(kind, each)
      if (!parsed.ok) return { ...parsed, path: `${kind.list}.${index}.${parsed.path}` }
      const { key, entry } = parsed.value
      const twin = entries.get(key)
      mended ||= twin !== undefined
      entries.set(key, twin ? joinEntries(twin, entry) : entry)
    }
    lists[kind.name] = entries
  }
  const own = new Set(kinds.map(({ list }) => list))
  const foreign = Object.entries(rest).flatMap(([name, lines]) =>
    !own.has(name) && Array.isArray(lines) ? [[name, lines] as const] : [],
  )
  return {
    ok: true,
    value: {
      head: head?.data ?? null,
      lists,
      foreign: Object.fromEntries(foreign),
      migratedFrom: typeof migratedFrom === 'number' ? migratedFrom : null,
      mended,
    },
  }
}

/** Two states of one sheet; the article's facts are of `mine`. */
export function joinSheets(theirs: Sheet, mine: Sheet): Sheet {
  const lists: Record<string, Entries> = {}
  for (const name of new Set([...Object.keys(theirs.lists), ...Object.keys(mine.lists)]))
    lists[name] = joinLists(theirs.lists[name] ?? noEntries, mine.lists[name] ?? noEntries)
  const foreign: Record<string, readonly unknown[]> = {}
  for (const name of new Set([...Object.keys(theirs.foreign), ...Object.keys(mine.foreign)]))
    foreign[name] = joinLines(theirs.foreign[name] ?? [], mine.foreign[name] ?? [])
  return { ...mine, head: mine.head ?? theirs.head, lists, foreign, mended: false }
}

/** Of what cannot be read each line stays that either has. */
function joinLines(theirs: readonly unknown[], mine: readonly unknown[]): readonly unknown[] {
  const lines = new Map<string, unknown>()
  for (const each of [...theirs, ...mine]) lines.set(JSON.stringify(each), each)
  return [...lines.values()]
}

/** The sheet with some entries taken in. */
export function withEntries(
  sheet: Sheet,
  added: Readonly<Record<string, Entries>>,
  head: ArticleRecord | null,
): Sheet {
  const lists = { ...sheet.lists }
  for (const [name, entries] of Object.entries(added))
    lists[name] = joinLists(entries, lists[name] ?? noEntries)
  return { ...sheet, head: head ?? sheet.head, lists }
}

interface Line {
  readonly order: string
  readonly text: string
}

const written = new WeakMap<Entry, Line>()

function lineOf(kind: Kind, key: string, entry: Entry): Line {
  const known = written.get(entry)
  if (known) return known
  const record = recordOf(kind, entry)
  const made = isLive(entry)
    ? {
        order: (record && kind.orderOf?.(record)) ?? key,
        text: line(liveLine(entry)),
      }
    : { order: `~${key}`, text: line({ key, deleted: entry.deleted }) }
  written.set(entry, made)
  return made
}

/** The lists of a sheet as they stand in its file. Deleted records stand last. */
export function sheetText(
  name: string,
  version: number,
  sheet: Sheet,
  kinds: readonly Kind[],
): string {
  const lists = kinds.map((kind) => {
    const lines = [...entriesOf(sheet, kind)].map(([key, entry]) => lineOf(kind, key, entry))
    lines.sort((a, b) => compare(a.order, b.order))
    return [kind.list, lines.map(({ text }) => text)] as const
  })
  const foreign = Object.entries(sheet.foreign)
    .sort(([a], [b]) => compare(a, b))
    .map(([list, lines]) => [list, lines.map((each) => JSON.stringify(each))] as const)
  const head = sheet.head ? [`"article":${line(sheet.head)}`] : []
  const body = [...lists, ...foreign].map(([list, lines]) =>
    lines.length === 0
      ? `${JSON.stringify(list)}:[]`
      : `${JSON.stringify(list)}:[\n${lines.join(',\n')}\n]`,
  )
  return `{"format":${JSON.stringify(name)},"version":${version},\n${[...head, ...body].join(',\n')}\n}\n`
}

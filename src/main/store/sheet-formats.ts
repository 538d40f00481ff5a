// The files of records that there are: `annotations/<article>.json`, and one for the kinds that are
// kept for the whole library. Says how each older version is read.
import { z } from 'zod'
import type { Kind } from '../../shared/kinds/kind.ts'
import { articleKinds, libraryKinds } from '../../shared/kinds/kinds-by-home.ts'
import { stampOfTime } from '../../shared/kinds/stamp.ts'
import { parseSheet, type Sheet, sheetText } from './sheet.ts'
import type { Format } from './versioned.ts'

type Raw = Record<string, unknown>

function sheetFormat(
  name: string,
  version: number,
  kinds: readonly Kind[],
  article: boolean,
  migrations: Format<Sheet>['migrations'],
): Format<Sheet> {
  return {
    name,
    version,
    migrations,
    schema: z.unknown().transform((raw, context) => {
      const parsed = parseSheet(raw, kinds, article)
      if (parsed.ok) return parsed.value
      const { message, path } = parsed
      context.issues.push({ code: 'custom', message, path: path.split('.'), input: raw })
      return z.NEVER
    }),
    serialize: (sheet) => sheetText(name, version, sheet, kinds),
  }
}

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rows = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.filter(isRaw) : [])

/** The stamp of a record that only says when it was modified; of none that can be read, an unsound one. */
const stampFrom = (time: unknown): string =>
  typeof time === 'string' && !Number.isNaN(Date.parse(time)) ? stampOfTime(time) : 'none'

const stamped = ({ modified, ...data }: Raw): Raw => ({
  ...data,
  set: { '*': stampFrom(modified) },
})

/** A list that is not one stays what it is, so that the file is told as damaged. */
const each = (value: unknown, change: (row: Raw) => Raw): unknown =>
  Array.isArray(value) && value.every(isRaw) ? value.map(change) : value

const gone = (key: unknown, time: unknown): Raw => ({ key, deleted: stampFrom(time) })

/** Version 2 had one time a record, and deleted annotations in a list of their own. */
function stampArticle({ annotations, deleted, corrections, ...rest }: Raw): Raw {
  const live = each(annotations, stamped)
  return {
    ...rest,
    migratedFrom: 2,
    annotations: Array.isArray(live)
      ? [...live, ...rows(deleted).map(({ id, deleted: time }) => gone(id, time))]
      : live,
    corrections: each(corrections, stamped),
  }
}

export const articleFormat: Format<Sheet> = sheetFormat(
  'parallax/annotations',
  3,
  articleKinds,
  true,
  {
    // Version 1 knew no corrections.
    1: (data) => ({ ...data, corrections: [] }),
    2: stampArticle,
  },
)

/** Version 1 had all records of the file in one list. */
function stampLibrary(file: string, raw: Raw): Raw {
  if (file !== 'stories') return { ...raw, migratedFrom: 1, [file]: each(raw[file], stamped) }
  const old = raw.stories
  if (!Array.isArray(old) || !old.every(isRaw)) return raw
  const withoutKind = ({ kind: _, ...rest }: Raw): Raw => stamped(rest)
  const of = (kind: string) => old.filter((row) => row.kind === kind)
  return {
    migratedFrom: 1,
    stories: [
      ...of('story').map(withoutKind),
      ...of('deleted').map(({ id, modified }) => gone(id, modified)),
    ],
    arrangements: of('arrangement').map(withoutKind),
  }
}

/** By the file's name without its ending. */
export const libraryFormats: ReadonlyMap<string, Format<Sheet>> = new Map(
  [...libraryKinds].map(([file, kinds]) => [
    file,
    sheetFormat(`parallax/${file}`, 2, kinds, false, { 1: (raw) => stampLibrary(file, raw) }),
  ]),
)

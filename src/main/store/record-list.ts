// A file of the store that is one list of records: one a line, so that git merges it, and of each
// record the later word. What another machine writes to it is joined with what is known here.
import { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { compare, lines } from './json-lines.ts'
import { backUp, setAside } from './safekeeping.ts'
import { openStoreFile, type StoreFile } from './store-file.ts'
import type { Format } from './versioned.ts'

export interface RecordKind<T extends object> {
  /** `parallax/splits` */
  readonly name: string
  readonly version: number
  /** What the list is called in the file. */
  readonly field: string
  readonly record: z.ZodType<T>
  readonly migrations: Format<readonly T[]>['migrations']
  /** What a record is about: of two with the same key the later one holds. */
  readonly keyOf: (record: T) => string
  /** When it was written, ISO 8601. */
  readonly timeOf: (record: T) => string
  /** For messages: "list of split files". */
  readonly called: string
}

export interface RecordPlaces {
  readonly file: string
  readonly backup: string
  /** The folder for what cannot be read. */
  readonly damaged: string
}

export interface RecordList<T> {
  all(): readonly T[]
  get(key: string): T | null
  /** What is wrong with the file. */
  problems(): readonly AppError[]
  /** Takes in what another program has put on disk. Gives the records that are others now. */
  look(): Promise<readonly T[]>
  /**
   * Writes records in the place of those with the same keys. Fails with `store-newer` or what the disk
   * says, and then nothing changed; a damaged file is set aside first.
   */
  write(changed: readonly T[]): Promise<Result<void>>
}

/** How such a list looks as a file. */
export function listFormat<T extends object>(kind: RecordKind<T>): Format<readonly T[]> {
  const { name, version, field, migrations, keyOf } = kind
  return {
    ...{ name, version, migrations },
    schema: z
      .strictObject({ [field]: z.array(kind.record) })
      .transform((data) => data[field] ?? []),
    serialize: (records) => {
      const sorted = [...records].sort((a, b) => compare(keyOf(a), keyOf(b)))
      return `{"format":"${name}","version":${version},\n"${field}":${lines(sorted)}\n}\n`
    },
  }
}

/**
 * Opens such a list. One that is damaged or newer is left as it is and told; the copy from before the
 * last session stands in for it.
 */
export async function openRecordList<T extends object>(
  places: RecordPlaces,
  kind: RecordKind<T>,
): Promise<RecordList<T>> {
  const format = listFormat(kind)
  let file: StoreFile<readonly T[]> | null = null
  let problem: AppError | null = null
  let records: ReadonlyMap<string, T> = new Map()
  let copied = false

  const take = (more: readonly T[]): T[] => {
    const next = new Map(records)
    const changed: T[] = []
    for (const record of more) {
      const key = kind.keyOf(record)
      const known = next.get(key)
      if (known && !isLater(kind, record, known)) continue
      next.set(key, record)
      changed.push(record)
    }
    records = next
    return changed
  }

  const look = async (): Promise<readonly T[]> => {
    if (file && !file.hasChanged()) return []
    const opened = await openStoreFile<readonly T[]>(places.file, format, [])
    problem = opened.ok ? null : withAdvice(opened.error)
    file = opened.ok ? opened.value : null
    if (opened.ok) return take(opened.value.data)
    if (records.size > 0) return []
    const copy = await openStoreFile<readonly T[]>(places.backup, format, [])
    return copy.ok ? take(copy.value.data) : []
  }
  await look()

  /** The file to write to, with what is damaged out of the way. */
  const writable = async (): Promise<Result<StoreFile<readonly T[]>>> => {
    await look()
    if (problem?.code === 'store-damaged') {
      const aside = await setAside(places.file, places.damaged, new Date())
      if (!aside.ok) return aside
      await look()
    }
    return file ? ok(file) : fail(problem ?? damagedAgain(kind.called, places.file))
  }

  return {
    all: () => [...records.values()],
    get: (key) => records.get(key) ?? null,
    problems: () => (problem ? [problem] : []),
    look,
    async write(changed) {
      const to = await writable()
      if (!to.ok) return to
      if (!copied && records.size > 0) {
        const kept = await backUp(places.backup, format, [...records.values()])
        if (!kept.ok) return kept
      }
      copied = true
      const next = new Map(records)
      // What the reader does now holds, also against a clock that is ahead of this one.
      for (const record of changed) next.set(kind.keyOf(record), record)
      const written = await to.value.write([...next.values()])
      if (!written.ok) return written
      records = next
      return ok(undefined)
    },
  }
}

/** By time; of two of one moment, always the same one. */
function isLater<T extends object>({ timeOf }: RecordKind<T>, a: T, b: T): boolean {
  const order = compare(timeOf(a), timeOf(b))
  return order > 0 || (order === 0 && lines([a]) > lines([b]))
}

const withAdvice = (error: AppError): AppError =>
  error.code === 'store-damaged'
    ? {
        ...error,
        advice:
          'It was not changed; the copy from before stands in for it. It is set aside, not deleted, when the next change is saved.',
      }
    : error

const damagedAgain = (called: string, path: string): AppError => ({
  code: 'store-damaged',
  message: `The ${called} cannot be read.`,
  advice: 'Look for new and changed files with F5, then try again.',
  path,
})

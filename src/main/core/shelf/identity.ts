// Which article a file is. Known by content first, so a moved file keeps its annotations; by path
// second, so a changed file does.
import { createHash } from 'node:crypto'

export interface KnownArticle {
  readonly id: string
  readonly path: string
  readonly sha256: string
}

export interface HashedFile {
  readonly path: string
  readonly sha256: string
}

/**
 * Gives every file an id, no two the same. In this order: the record of the same path and content;
 * a record of the same content whose own file is gone or changed (moved); a record of the same path
 * (changed); else a new id from the content, and for a second copy of one content from its path too.
 * @param isTaken ids of files that are not among these
 */
export function assignIds(
  files: readonly HashedFile[],
  known: readonly KnownArticle[],
  isTaken: (id: string) => boolean = () => false,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const free = new Map(known.map((record) => [record.id, record]))
  const take = (
    matches: (file: HashedFile, record: KnownArticle) => boolean,
    key: 'path' | 'sha256',
  ) => {
    const byKey = groupBy(free.values(), (record) => record[key])
    for (const file of files) {
      if (ids.has(file.path)) continue
      const record = byKey.get(file[key])?.find((r) => free.has(r.id) && matches(file, r))
      if (record === undefined) continue
      ids.set(file.path, record.id)
      free.delete(record.id)
    }
  }
  take((file, record) => file.sha256 === record.sha256, 'path')
  take(() => true, 'sha256')
  take(() => true, 'path')
  const taken = new Set([...ids.values(), ...known.map(({ id }) => id)])
  for (const file of files) {
    if (ids.has(file.path)) continue
    let id = file.sha256.slice(0, 16)
    for (let n = 0; taken.has(id) || isTaken(id); n++)
      id = shortHash(`${file.sha256}\0${file.path}\0${n}`)
    taken.add(id)
    ids.set(file.path, id)
  }
  return ids
}

/**
 * The id of one file more, by the same rules as `assignIds`, without a look at all the others: that of
 * an article whose file was gone and came back, else a new one.
 */
export function newId(
  file: HashedFile,
  shelf: {
    readonly entries: ReadonlyMap<string, unknown>
    readonly missing: ReadonlyMap<string, KnownArticle>
  },
): string {
  const gone = [...shelf.missing.values()]
  const back =
    gone.find(({ sha256 }) => sha256 === file.sha256) ?? gone.find(({ path }) => path === file.path)
  if (back) return back.id
  const taken = (id: string): boolean => shelf.entries.has(id) || shelf.missing.has(id)
  let id = file.sha256.slice(0, 16)
  for (let n = 0; taken(id); n++) id = shortHash(`${file.sha256}\0${file.path}\0${n}`)
  return id
}

/** Sixteen hex digits of the SHA-256 of a string. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16)

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

// The kinds of record by where they lie, and those that travel in the general shape.
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'

/** Those that lie beside the other records of their article. */
export const articleKinds: readonly Kind[] = kinds.filter(({ home }) => home.per === 'article')

/** Those that lie in a file of the library, by its name without its ending. */
export const libraryKinds: ReadonlyMap<string, readonly Kind[]> = grouped()

function grouped(): ReadonlyMap<string, readonly Kind[]> {
  const files = new Map<string, Kind[]>()
  for (const kind of kinds) {
    if (kind.home.per !== 'library') continue
    const known = files.get(kind.home.file)
    if (known) known.push(kind)
    else files.set(kind.home.file, [kind])
  }
  return files
}

/** Those that windows show, and those that the index has, by their names. */
export const shownKinds: ReadonlyMap<string, Kind> = named(kinds.filter(({ shown }) => shown))
export const indexedKinds: ReadonlyMap<string, Kind> = named(kinds.filter(({ indexed }) => indexed))

function named(some: readonly Kind[]): ReadonlyMap<string, Kind> {
  return new Map(some.map((kind) => [kind.name, kind]))
}

/** Those that an exchange file has under their `list`: of each article, and of the library. */
export const listedInArticles: readonly Kind[] = articleKinds.filter(({ exchange }) => !exchange)
export const listedInLibrary: readonly Kind[] = [...libraryKinds.values()]
  .flat()
  .filter(({ exchange }) => !exchange)

// Every kind of record there is. Another one is a file beside this and a line here.
import { annotationKind } from './annotation.ts'
import { arrangementKind } from './arrangement.ts'
import { correctionKind } from './correction.ts'
import type { Kind } from './kind.ts'
import { splitKind } from './split.ts'
import { storyKind } from './story.ts'
import { verdictKind } from './verdict.ts'

const kinds: readonly Kind[] = [
  annotationKind,
  correctionKind,
  splitKind,
  storyKind,
  arrangementKind,
  verdictKind,
]

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

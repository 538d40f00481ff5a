// Every kind of record there is. Another one is a file beside this and a line here.
import { annotationKind } from './annotation.ts'
import { arrangementKind } from './arrangement.ts'
import { correctionKind } from './correction.ts'
import { encodingKind } from './encoding.ts'
import { keptSearchKind } from './kept-search.ts'
import type { Kind } from './kind.ts'
import { readingKind } from './reading.ts'
import { splitKind } from './split.ts'
import { storyKind } from './story.ts'
import { tagKind } from './tag.ts'
import { verdictKind } from './verdict.ts'

export const kinds: readonly Kind[] = [
  annotationKind,
  correctionKind,
  splitKind,
  encodingKind,
  storyKind,
  arrangementKind,
  verdictKind,
  readingKind,
  keptSearchKind,
  tagKind,
]

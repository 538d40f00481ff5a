// The comparisons that the core knows: of which articles they are and what was said of them. What was
// found itself stays in the thread that compared; the core keeps what it takes to have it made again.
import type { ArticleInput } from '../../../compare/article.ts'
import type { SentenceVerdict } from '../../../compare/settle.ts'
import type { Sentence } from '../../../shared/model/comparison.ts'
import type { SentenceColumns } from '../../work/comparer.ts'
import type { JudgedText } from './judged-place.ts'

export interface HeldComparison {
  readonly id: string
  readonly inputs: readonly ArticleInput[]
  readonly texts: readonly JudgedText[]
  readonly sentences: readonly (readonly Sentence[])[]
  /** As the thread was told them last. */
  verdicts: readonly SentenceVerdict[]
  /** Grows by one with each patch. */
  revision: number
}

export interface HeldComparisons {
  /** Null for one that is not known any more. */
  get(id: string): HeldComparison | null
  all(): readonly HeldComparison[]
  put(held: HeldComparison): void
  clear(): void
}

/** How many are known, and how many UTF-16 code units of text they may have together. */
const mostHeld = 8
const mostText = 24_000_000

/** @param isWanted those that somebody wants go last */
export function createHeldComparisons(isWanted: (id: string) => boolean): HeldComparisons {
  /** What was asked for last is last. */
  const held = new Map<string, HeldComparison>()

  const makeRoom = (): void => {
    let text = [...held.values()].reduce((sum, each) => sum + textIn(each), 0)
    const oldest = [...held.values()].slice(0, -1)
    const unwanted = oldest.filter(({ id }) => !isWanted(id))
    for (const each of [...unwanted, ...oldest.filter(({ id }) => isWanted(id))]) {
      if (held.size <= mostHeld && text <= mostText) return
      held.delete(each.id)
      text -= textIn(each)
    }
  }
  return {
    get(id) {
      const known = held.get(id)
      if (!known) return null
      held.delete(id)
      held.set(id, known)
      return known
    },
    all: () => [...held.values()],
    put(each) {
      held.delete(each.id)
      held.set(each.id, each)
      makeRoom()
    },
    clear: () => held.clear(),
  }
}

const textIn = ({ texts }: HeldComparison): number =>
  texts.reduce((sum, { text }) => sum + text.length, 0)

export const sentencesOf = ({ starts, ends, kinds }: SentenceColumns): Sentence[] =>
  Array.from(starts, (start, at): Sentence => {
    const kind = kinds[at] ?? 0
    return {
      start,
      end: ends[at] ?? start,
      ...((kind & 1) > 0 && { furniture: true as const }),
      ...((kind & 2) > 0 && { title: true as const }),
    }
  })

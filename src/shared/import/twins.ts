// The same highlights under new ids: another tool, or a copy of the library that was made by hand, gave
// them others. By their ids they would all come in a second time.
import type { Anchor, Annotation, ResolvedAnnotation } from '../model/annotation.ts'

/** What is done with highlights that are here under other ids. */
export const duplicateChoices = ['skip', 'keep', 'replace'] as const
export type DuplicateChoice = (typeof duplicateChoices)[number]

/** An annotation that comes in, and the one here that stands on the same passage. */
export interface Twin {
  readonly theirs: Annotation
  readonly ours: Annotation
  /** They have the same note, tags and colour. */
  readonly same: boolean
}

/**
 * Pairs what comes in with what is here on the same passage of one article: each at most once, those that
 * say the same first. Highlights of one passage that both sides have several of are several pairs.
 */
export function findTwins(
  text: string,
  incoming: readonly ResolvedAnnotation[],
  here: readonly ResolvedAnnotation[],
): readonly Twin[] {
  const byPlace = new Map<string, ResolvedAnnotation[]>()
  const byWords = new Map<string, ResolvedAnnotation[]>()
  for (const each of here) {
    const place = placeOf(text, each.anchor)
    if (place !== null) put(byPlace, place, each)
    put(byWords, wordsOf(each.annotation), each)
  }
  const candidates = ({ annotation, anchor }: ResolvedAnnotation): ResolvedAnnotation[] => {
    const place = placeOf(text, anchor)
    const alike = byWords.get(wordsOf(annotation)) ?? []
    if (place === null) return alike
    return [...(byPlace.get(place) ?? []), ...alike.filter((each) => isLost(each.anchor))]
  }
  const taken = new Set<string>()
  const twins = new Map<string, Twin>()
  for (const isPair of [saysTheSame, () => true])
    for (const each of incoming) {
      const { annotation: theirs } = each
      if (twins.has(theirs.id)) continue
      const found = candidates(each)
        .map(({ annotation }) => annotation)
        .find((ours) => !taken.has(ours.id) && isPair(theirs, ours))
      if (!found) continue
      taken.add(found.id)
      twins.set(theirs.id, { theirs, ours: found, same: saysTheSame(theirs, found) })
    }
  return [...twins.values()]
}

const put = <T>(lists: Map<string, T[]>, key: string, value: T): void => {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const isLost = ({ state }: Anchor): boolean => state === 'orphaned'

/** The place where it was found, without white space at its ends; null where it was not. */
function placeOf(text: string, anchor: Anchor): string | null {
  if (anchor.state === 'orphaned') return null
  const found = text.slice(anchor.start, anchor.end)
  const start = anchor.start + found.length - found.trimStart().length
  return `${start} ${start + found.trim().length}`
}

/** All that an annotation is looked for by. */
const wordsOf = ({ target: { exact, prefix, suffix } }: Annotation): string =>
  JSON.stringify([exact, prefix, suffix].map((words) => words.trim()))

const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  a.color === b.color && a.note === b.note && sorted(a.tags) === sorted(b.tags)

const sorted = (tags: readonly string[]): string => JSON.stringify([...tags].sort())

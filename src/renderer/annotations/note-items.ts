// What the list of notes shows, in its order: the cards that match the filter, then those whose
// passage is not found any more, under a head of their own. Pure of the page.
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'

export type NoteItem =
  | { readonly kind: 'card'; readonly resolved: ResolvedAnnotation }
  | { readonly kind: 'orphans' }

export interface NoteItems {
  readonly items: readonly NoteItem[]
  /** How many of them, from the first on, are cards whose passage is found. */
  readonly found: number
  /** How many, from the last on, are cards whose passage is not. */
  readonly orphans: number
  /** Where each card stands in `items`, by the annotation's id. */
  readonly places: ReadonlyMap<string, number>
}

/**
 * @param ordered in the order of the text; orphans last
 * @param only those that were found again and are not confirmed
 * @param written id of the one that is being written, which stays whatever the filter says
 */
export function noteItems(
  ordered: readonly ResolvedAnnotation[],
  filter: string,
  only: boolean,
  written: string | null,
): NoteItems {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const shown =
    words.length === 0 && !only
      ? ordered
      : ordered.filter(
          (one) =>
            one.annotation.id === written ||
            ((!only || one.anchor.state === 'moved') && matches(one, words)),
        )
  const items: NoteItem[] = []
  const places = new Map<string, number>()
  let orphans = 0
  for (const resolved of shown) {
    if (resolved.anchor.state === 'orphaned' && orphans++ === 0) items.push({ kind: 'orphans' })
    places.set(resolved.annotation.id, items.length)
    items.push({ kind: 'card', resolved })
  }
  return { items, found: shown.length - orphans, orphans, places }
}

/** What is looked through, in lower case; made once for each annotation as it stands. */
const texts = new WeakMap<ResolvedAnnotation, string>()

function matches(resolved: ResolvedAnnotation, words: readonly string[]): boolean {
  let text = texts.get(resolved)
  if (text === undefined) {
    const { target, note, color, tags } = resolved.annotation
    text = [target.exact, note, color, ...tags].join('\n').toLowerCase()
    texts.set(resolved, text)
  }
  const all = text
  return words.every((word) => all.includes(word))
}

/** Characters on a line of a card, and its parts in pixels: until it is drawn, its height is a guess. */
const onLine = 36
const line = 20
const edges = 44

/** Pixels that an item will be high, about. */
export function guessHeight(item: NoteItem | undefined): number {
  if (item?.kind !== 'card') return 90
  const { target, note, tags } = item.resolved.annotation
  const quote = Math.min(4, Math.ceil(target.exact.length / onLine))
  const again = item.resolved.anchor.state === 'moved' ? 3 * line : 0
  const noted = note === '' ? 0 : Math.min(20, Math.ceil(note.length / onLine)) * line + 6
  return edges + quote * line + again + noted + (tags.length > 0 ? 28 : 0)
}

// Which article each part of a file is. Known by its text first, so that an unchanged file's parts stay
// themselves, then by number and title; by title alone where articles were added or taken out. A number
// alone says nothing of a file that has changed.
import { keyOf } from '../../reading/tidy/lines.ts'
import { shortHash } from './identity.ts'

export interface KnownPart {
  readonly id: string
  readonly index: number
  readonly title: string | null
  /** Of the text that it had; absent where that is not known. */
  readonly textHash?: string
  /** Whether the file is the very one in which it had this number; absent where that is not known. */
  readonly isSameFile?: boolean
}

/** Words in common, of the words of both, from which two titles are the same one edited. */
const alike = 0.5
/** Pairs of titles that are compared at most; a file where more are new is another file. */
const mostPairs = 250_000

/**
 * Gives every part of a file an id, no two the same. In this order: the known part of the same text; of
 * the same number and title; of the same number in the same file; one of the same title; the one whose
 * title is most alike; else a new id, from the file's and the number.
 * @param titles of the parts, in order
 * @param known parts that the file had, the more trusted ones first
 * @param texts hashes of the parts' texts, in order; those that are not known are left out
 */
export function assignPartIds(
  file: string,
  titles: readonly (string | null)[],
  known: readonly KnownPart[],
  texts: readonly string[] = [],
): string[] {
  const free = new Map<string, KnownPart & { readonly key: string }>()
  for (const part of known)
    if (!free.has(part.id)) free.set(part.id, { ...part, key: titleKey(part.title) })
  const taken = new Set(free.keys())
  const ids = new Map<number, string>()
  const keys = titles.map(titleKey)
  const byKey = new Map<string, string[]>()
  // Without a title a number says which it is in the same file alone.
  for (const { id, key, isSameFile } of free.values())
    if (key !== '' || isSameFile === undefined) byKey.set(key, [...(byKey.get(key) ?? []), id])

  const take = (index: number, id: string | undefined): void => {
    if (id === undefined) return
    ids.set(index, id)
    free.delete(id)
  }
  const byText = groupedByText(free.values())
  for (const isThere of [(id: string, i: number) => free.get(id)?.index === i, () => true])
    for (const [i, text] of texts.entries())
      if (!ids.has(i))
        take(
          i,
          byText.get(text)?.find((id) => free.has(id) && isThere(id, i)),
        )
  for (const [i, key] of keys.entries())
    if (!ids.has(i))
      take(
        i,
        byKey.get(key)?.find((id) => free.get(id)?.index === i),
      )
  for (const { id, index, isSameFile } of [...free.values()])
    if (isSameFile && index < titles.length && !ids.has(index)) take(index, id)
  for (const [i, key] of keys.entries())
    if (!ids.has(i) && key !== '')
      take(
        i,
        byKey.get(key)?.find((id) => free.has(id)),
      )
  if (free.size * titles.length <= mostPairs)
    for (const [i, key] of keys.entries()) if (!ids.has(i)) take(i, mostAlike(key, free.values()))

  return titles.map((_, i) => {
    const mine = ids.get(i)
    if (mine !== undefined) return mine
    let id = shortHash(`${file}\0part\0${i}`)
    for (let n = 0; taken.has(id); n++) id = shortHash(`${file}\0part\0${i}\0${n}`)
    taken.add(id)
    return id
  })
}

function groupedByText(parts: Iterable<KnownPart>): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, textHash } of parts) {
    if (textHash === undefined) continue
    const same = ids.get(textHash)
    if (same) same.push(id)
    else ids.set(textHash, [id])
  }
  return ids
}

const titleKey = (title: string | null): string => (title === null ? '' : keyOf(title))

function mostAlike(
  key: string,
  parts: Iterable<{ readonly id: string; readonly key: string }>,
): string | undefined {
  if (key === '') return undefined
  const words = new Set(key.split(' '))
  let best: string | undefined
  let most = alike
  for (const part of parts) {
    if (part.key === '') continue
    const others = new Set(part.key.split(' '))
    const common = [...words].filter((word) => others.has(word)).length
    const share = common / (words.size + others.size - common)
    if (share < most || (share === most && best !== undefined)) continue
    best = part.id
    most = share
  }
  return best
}

// What has been acknowledged and must still be there. Every note and tag that is written has words of
// its own, so that none can stand for another.
import type { Library } from '../../../src/main/library.ts'

/** A field of a highlight, by the highlight's id. */
export type Place = string
export const placeOf = (id: string, field: 'note' | 'tags'): Place => `${id} ${field}`

export interface Due {
  readonly words: string
  /** Where it was acknowledged. */
  readonly machine: string
}

interface Group {
  readonly size: number
  readonly machine: string
}

export interface Promises {
  /** Nobody has replaced these, having seen them. */
  readonly due: Map<Place, Due[]>
  /** What is being changed: it may be as before or as after. */
  readonly pending: Set<Place>
  /**
   * Highlights that are made together, by their common words: all of them are there, or none, where they
   * were made. A program that syncs file by file may bring some before the others.
   */
  readonly groups: Map<string, Group>
  /** Names of stories, with where they were acknowledged. */
  readonly stories: Map<string, string>
  /** Something that touches anything, such as undo, is under way. */
  anything: boolean
}

export const noPromises = (): Promises => ({
  due: new Map(),
  pending: new Set(),
  groups: new Map(),
  stories: new Map(),
  anything: false,
})

/** As they are this moment. */
export const copyOf = ({ due, pending, groups, stories, anything }: Promises): Promises => ({
  due: new Map([...due].map(([place, all]) => [place, [...all]])),
  pending: new Set(pending),
  groups: new Map(groups),
  stories: new Map(stories),
  anything,
})

export function wrote({ due }: Promises, place: Place, now: Due, before: string): void {
  const rest = (due.get(place) ?? []).filter(({ words }) => words !== before)
  due.set(place, now.words === '' ? rest : [...rest, now])
}

export function deleted({ due }: Promises, id: string): void {
  due.delete(placeOf(id, 'note'))
  due.delete(placeOf(id, 'tags'))
}

/** What a library says in each field of each highlight: what holds, and the versions beside it. */
export function said(library: Library): Map<Place, readonly string[]> {
  const all = new Map<Place, readonly string[]>()
  for (const { id } of library.articles())
    for (const each of library.annotations(id)) {
      const versions = (field: string): string[] =>
        (each.versions ?? []).flatMap((one) => (one.field === field ? String(one.value) : []))
      all.set(placeOf(each.id, 'note'), [each.note, ...versions('note')])
      all.set(placeOf(each.id, 'tags'), [String(each.tags), ...versions('tags')])
    }
  return all
}

/**
 * What is not as it was promised, a line each.
 * @param machine only what was acknowledged there; null: all of it
 */
export function broken(promises: Promises, library: Library, machine: string | null): string[] {
  const here = said(library)
  const lines: string[] = library.info().problems.map(({ message }) => message)
  const counts = new Map<string, number>()
  for (const [place, words] of here) {
    const [note = ''] = words
    if (place.endsWith(' note') && note.startsWith('group'))
      counts.set(note, (counts.get(note) ?? 0) + 1)
  }
  for (const [group, { size, machine: origin }] of promises.groups) {
    if (machine !== null && machine !== origin) continue
    const count = counts.get(group) ?? 0
    if (count !== 0 && count !== size) lines.push(`${count} of ${size} of ${group}`)
  }
  if (promises.anything) return lines
  for (const [place, all] of promises.due)
    for (const { words, machine: origin } of all) {
      if (promises.pending.has(place) || (machine !== null && machine !== origin)) continue
      if (!here.get(place)?.includes(words)) lines.push(`“${words}” of ${place}, made ${origin}`)
    }
  const names = new Set(library.stories().map(({ name }) => name))
  for (const [name, origin] of promises.stories)
    if ((machine === null || machine === origin) && !names.has(name)) lines.push(`story ${name}`)
  return lines
}

// What the reader says of a tag: its colour, what it stands for, and, once it was renamed, its new name.
// Annotations go on naming their tags; a tag of which nothing is said has no record.
import { z } from 'zod'
import { colors } from '../model/color.ts'
import { limits } from '../model/limits.ts'
import { isBeneath } from '../text/beneath.ts'
import type { Kind } from './kind.ts'

export const TagRecord = z.strictObject({
  /** As annotations write it. */
  name: z.string(),
  color: z.enum(colors).nullable(),
  description: z.string(),
  /** Null: it is still called so. */
  renamedTo: z.string().nullable(),
  modified: z.iso.datetime(),
})
export type TagRecord = Readonly<z.infer<typeof TagRecord>>

export const tagKind: Kind<TagRecord> = {
  name: 'tag',
  nouns: ['tag', 'tags'],
  home: { per: 'library', file: 'tags' },
  list: 'tags',
  schema: TagRecord,
  keyOf: ({ name }) => name,
  fields: ['color', 'description', 'renamedTo'],
  goesWith: ({ name, renamedTo }, { tags }) =>
    [...tags].some((tag) => isBeneath(tag, name) || tag === renamedTo),
  // It would rename tags here, of which the reader said nothing.
  refuses: ({ name, renamedTo }, tags) =>
    renamedTo !== null && [...tags].some((tag) => isBeneath(tag, name))
      ? `“${name}” was renamed to “${renamedTo}” there; here it is still called so, and stays.`
      : null,
  within(tag) {
    const description = tag.description.slice(0, limits.tagDescriptionLength)
    return description === tag.description ? tag : { ...tag, description }
  },
  shown: true,
}

/** What a tag is called when one above it, or it itself, is renamed; the same for any other. */
export const renamedTag = (tag: string, from: string, to: string): string =>
  isBeneath(tag, from) ? `${to}${tag.slice(from.length)}` : tag

/**
 * What a tag is called now, after every renaming of it and of those above it. Where they go in a circle,
 * as when two machines renamed tags into each other, or end beneath a name that was given up, the tag
 * stays as it is: the current name of what this gives is itself, always.
 * @param newName what a tag was renamed to; null: it was not
 */
export function currentTag(tag: string, newName: (tag: string) => string | null): string {
  const used = new Set<string>()
  let name = tag
  for (;;) {
    const from = aboveOf(name).find((above) => newName(above) !== null)
    const to = from === undefined ? null : newName(from)
    if (from === undefined || to === null) return name
    if (used.has(from)) return tag
    used.add(from)
    name = renamedTag(name, from, to)
  }
}

/** A tag and those above it, the nearest first. */
function aboveOf(tag: string): readonly string[] {
  const names = [tag]
  for (let at = tag.lastIndexOf('/'); at > 0; at = tag.lastIndexOf('/', at - 1))
    names.push(tag.slice(0, at))
  return names
}

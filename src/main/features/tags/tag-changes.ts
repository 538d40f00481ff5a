// The changes of what is said of tags: made of each record as it is when the change is written, so that
// what is said of a tag while another is under way stays.
import type { Change } from '../../../shared/kinds/kind.ts'
import { type TagRecord, tagKind } from '../../../shared/kinds/tag.ts'
import type { Ledger } from '../../core/records/ledger.ts'

/** What the reader has to say of a tag. */
export type Said = Partial<Pick<TagRecord, 'color' | 'description'>>

/** Of a tag without a record. */
export const nothingSaid = { color: null, description: '', renamedTo: null }

export interface TagChanges {
  /** @param set what is said anew, of the record as it is by then */
  change(name: string, set: (there: TagRecord | null) => Partial<TagRecord>): Change<TagRecord>
  /**
   * A tag is called otherwise. The new name's record takes over what is said of the old one, where
   * nothing is said of it.
   */
  moved(from: string, to: string, set?: Said): readonly Change[]
}

export function tagChanges(ledger: Pick<Ledger, 'get'>, now: () => Date): TagChanges {
  const recordAt = (name: string): TagRecord | null => ledger.get(tagKind, null, name)

  const change: TagChanges['change'] = (name, set) => {
    const edit = (there: TagRecord | null): TagRecord => ({
      name,
      ...nothingSaid,
      ...there,
      ...set(there),
      modified: now().toISOString(),
    })
    const before = recordAt(name)
    return { kind: tagKind, article: null, key: name, before, after: edit(before), edit }
  }

  return {
    change,
    moved: (from, to, set = {}) => [
      change(from, () => ({ renamedTo: to })),
      change(to, (there) => {
        const old = recordAt(from)
        return {
          color: there?.color ?? old?.color ?? null,
          description: there?.description || old?.description || '',
          ...set,
          renamedTo: null,
        }
      }),
      // What is called so again is not called otherwise any more.
      ...above(to)
        .filter((name) => name !== from && recordAt(name)?.renamedTo)
        .map((name) => change(name, () => ({ renamedTo: null }))),
    ],
  }
}

/** The names above a tag. */
const above = (tag: string): readonly string[] =>
  [...tag.matchAll(/\//g)].map(({ index }) => tag.slice(0, index))

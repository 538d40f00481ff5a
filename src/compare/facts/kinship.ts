// Different words that may tell the same: forms that begin alike, abbreviations, words of like
// meaning.
import { stemmerFor } from '../prepare/stem.ts'
import { abbreviations, related } from './related-words.ts'

/** For each stem, which others may stand for it and how well, 0 to 1. */
export type Kinship = readonly (readonly (readonly [id: number, strength: number])[])[]

const strengths = { alike: 0.7, abbreviation: 0.9, related: 0.6 }

/** Stems with a beginning that very many share are not looked at. */
const largestFamily = 64

let groups: ReadonlyMap<string, readonly (readonly [group: number, strength: number])[]> | undefined

/** @param english whether the table of English words applies */
export function kinshipOf(stems: readonly string[], english: boolean): Kinship {
  const kin: Map<number, number>[] = stems.map(() => new Map())
  const join = (a: number, b: number, strength: number): void => {
    if (a === b) return
    kin[a]?.set(b, Math.max(strength, kin[a]?.get(b) ?? 0))
    kin[b]?.set(a, Math.max(strength, kin[b]?.get(a) ?? 0))
  }
  for (const family of families(stems, (stem) => (stem.length < 5 ? null : stem.slice(0, 5))))
    for (const a of family)
      for (const b of family)
        if (a < b && alike(stems[a] ?? '', stems[b] ?? '')) join(a, b, strengths.alike)
  if (english) {
    groups ??= readGroups()
    const members = new Map<number, { id: number; strength: number }[]>()
    for (const [id, stem] of stems.entries())
      for (const [group, strength] of groups.get(stem) ?? []) {
        const list = members.get(group) ?? []
        members.set(group, list)
        for (const other of list) join(id, other.id, strength)
        list.push({ id, strength })
      }
  }
  return kin.map((each) => [...each].sort(([a], [b]) => a - b))
}

function families(stems: readonly string[], keyOf: (stem: string) => string | null): number[][] {
  const found = new Map<string, number[]>()
  for (const [id, stem] of stems.entries()) {
    const key = keyOf(stem)
    if (key === null) continue
    const family = found.get(key)
    if (family) family.push(id)
    else found.set(key, [id])
  }
  return [...found.values()].filter(({ length }) => length > 1 && length <= largestFamily)
}

/** Whether most of the longer of two stems is the beginning of both: "legislat", "legislatur". */
function alike(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same >= Math.max(5, 0.62 * Math.max(a.length, b.length))
}

function readGroups(): Map<string, (readonly [number, number])[]> {
  const stem = stemmerFor('en')
  const read = new Map<string, (readonly [number, number])[]>()
  let group = 0
  for (const [table, strength] of [
    [abbreviations, strengths.abbreviation],
    [related, strengths.related],
  ] as const)
    for (const line of table.trim().split('\n')) {
      group++
      for (const each of new Set(line.split(' ').map(stem))) {
        const list = read.get(each)
        if (list) list.push([group, strength])
        else read.set(each, [[group, strength]])
      }
    }
  return read
}

// Where the notes of a trial (`look-alikes.ts`) come to stand, and whether that is where they belong.
import { describe as describeRange } from '../../../src/shared/anchoring/describe.ts'
import { createResolver } from '../../../src/shared/anchoring/resolve.ts'
import type { Anchor } from '../../../src/shared/model/annotation.ts'
import type { Random, Trial } from './look-alikes.ts'

export interface JudgedTrial {
  /** In words, what stands where it does not belong. */
  readonly wrong: readonly string[]
  readonly there: number
  readonly found: number
}

/**
 * Every passage is marked; where the old text is at hand (`hasOld`) a part of each, too. Without it nobody can
 * tell whose the words are that several have in common.
 */
export function judgeTrial(trial: Trial, hasOld: boolean, random: Random): JudgedTrial {
  const resolver = createResolver(trial.text, () => (hasOld ? trial.old : null))
  const wrong: string[] = []
  let [there, found] = [0, 0]
  for (const passage of trial.passages) {
    const whole = [0, passage.words.length] as const
    for (const [from, to] of hasOld ? [whole, partOf(random, passage.words)] : [whole]) {
      const target = describeRange(trial.old, 'old', passage.start + from, passage.start + to)
      const anchor = resolver.resolve('new', target)
      if (passage.at !== null) there++
      if (anchor.state === 'orphaned') continue
      found++
      const what = judge(trial, passage, target.exact, anchor, hasOld)
      const stands = trial.text.slice(anchor.start, anchor.end)
      if (what !== null)
        wrong.push(
          `${what}: “${target.exact}” on “${stands}”, now “${passage.now}”\n${trial.old}\n---\n${trial.text}`,
        )
    }
  }
  return { wrong, there, found }
}

type Found = Exclude<Anchor, { state: 'orphaned' }>

function judge(
  { text }: Trial,
  { now, at, edited }: Trial['passages'][number],
  exact: string,
  anchor: Found,
  hasOld: boolean,
): string | null {
  const isOwn = at !== null && now !== null && anchor.start >= at && anchor.end <= at + now.length
  if (!isOwn) return 'another passage'
  if (text.slice(anchor.start, anchor.end) === exact) return null
  if (!edited) return 'cut'
  const isTold = anchor.state === 'moved' && (anchor.changes?.length ?? 0) > 0
  if (!isTold) return 'not told'
  return hasOld ? null : 'other words'
}

/** Three words or more, from the beginning of one to the end of another. */
function partOf(random: Random, words: string): readonly [from: number, to: number] {
  const all = [...words.matchAll(/\S+/g)].map(({ 0: { length }, index }) => [index, index + length])
  const first = Math.floor(random() * (all.length - 3))
  const last = first + 2 + Math.floor(random() * (all.length - first - 2))
  return [all[first]?.[0] ?? 0, all[last]?.[1] ?? words.length]
}

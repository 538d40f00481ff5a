// The matches of sentences, as far as they were asked for: of the comparison that is shown, and as the
// reader's verdicts are now.
import { create } from 'zustand'
import { type Counterpart, counterpartsIn, keyOf } from '../../shared/comparison/look-up.ts'
import type { ComparisonPatch } from '../../shared/comparison/patch.ts'
import type { Match } from '../../shared/comparison/sections.ts'
import { patchMatches } from '../../shared/comparison/view.ts'
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { useCompare } from './compare.ts'

/** All matches of a sentence, those that the reader rejected, too; the surest first in each article. */
export type Matches = readonly Counterpart<Match>[]

interface Entry {
  readonly ref: SentenceRef
  readonly matches: Matches
}

interface MatchesState {
  /** Id of the comparison that they are of. */
  readonly comparison: string | null
  readonly lists: ReadonlyMap<string, Entry>
}

export const useMatchLists = create<MatchesState>()(() => ({
  comparison: null,
  lists: new Map(),
}))

/** How many sentences' matches are kept. */
const mostLists = 500

/** Null where they have not been asked for yet. */
export function knownMatches(ref: SentenceRef): Matches | null {
  const { comparison, lists } = useMatchLists.getState()
  if (comparison === null || comparison !== useCompare.getState().comparison?.id) return null
  return lists.get(keyOf(ref))?.matches ?? null
}

/** @param comparison id of the one that they are of; of another than is shown they are dropped */
export function keepMatches(comparison: string, ref: SentenceRef, found: readonly Match[]): void {
  if (comparison !== useCompare.getState().comparison?.id) return
  const before = useMatchLists.getState()
  const lists = new Map(before.comparison === comparison ? before.lists : [])
  lists.delete(keyOf(ref))
  lists.set(keyOf(ref), { ref, matches: counterpartsIn(found, ref) })
  for (const key of lists.keys()) {
    if (lists.size <= mostLists) break
    lists.delete(key)
  }
  useMatchLists.setState({ comparison, lists })
}

/** Takes in what a verdict changed. */
export function changeMatches(comparison: string, patch: ComparisonPatch): void {
  const before = useMatchLists.getState()
  if (before.comparison !== comparison) return
  const lists = new Map<string, Entry>()
  for (const [key, entry] of before.lists) {
    const links = entry.matches.map(({ link }) => link)
    const after = patchMatches(links, entry.ref, patch)
    lists.set(
      key,
      after === links ? entry : { ref: entry.ref, matches: counterpartsIn(after, entry.ref) },
    )
  }
  useMatchLists.setState({ lists })
}

/** Those that count; what the reader rejected is left out. @param possible whether *possible* ones do */
export const held = (matches: Matches, possible: boolean): Matches =>
  matches.filter(({ link }) => link.verdict !== 'no' && (possible || link.tier !== 'possible'))

export const rejected = (matches: Matches): Matches =>
  matches.filter(({ link }) => link.verdict === 'no')

// The matches of a sentence, asked of the core once for each sentence of a comparison.
import { useEffect } from 'react'
import { keyOf } from '../../shared/comparison/look-up.ts'
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { useCompare } from '../state/compare.ts'
import { keepMatches, knownMatches, type Matches, useMatchLists } from '../state/matches.ts'
import { askSection } from './ask-section.ts'

/** What is being asked for, by comparison and sentence. */
const asked = new Map<string, Promise<Matches | null>>()

/** Null where they cannot be had: nothing is compared, or the core does not know the comparison any more. */
export function matchesOf(ref: SentenceRef): Promise<Matches | null> {
  const known = knownMatches(ref)
  const { comparison } = useCompare.getState()
  if (known || !comparison) return Promise.resolve(known)
  const key = `${comparison.id} ${keyOf(ref)}`
  const asking = asked.get(key) ?? ask(comparison.id, ref).finally(() => asked.delete(key))
  asked.set(key, asking)
  return asking
}

async function ask(id: string, of: SentenceRef): Promise<Matches | null> {
  const pages = await askSection(id, 'matches', (from) => ({ section: 'matches', of, from }))
  if (!pages) return null
  keepMatches(
    id,
    of,
    pages.flatMap(({ items }) => items),
  )
  return knownMatches(of)
}

/** The matches of a sentence; null until they are there. */
export function useMatches(ref: SentenceRef | null): Matches | null {
  const comparison = useCompare((state) => state.comparison?.id ?? null)
  const matches = useMatchLists((state) =>
    ref && state.comparison === comparison ? (state.lists.get(keyOf(ref))?.matches ?? null) : null,
  )
  const key = ref && keyOf(ref)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the sentence
  useEffect(() => {
    if (ref && comparison !== null && matches === null) void matchesOf(ref)
  }, [key, comparison, matches])
  return matches
}

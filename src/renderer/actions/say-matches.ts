// What a sentence's matches are, in words: said when a sentence is taken by key or caret.
import { sameRef } from '../../shared/comparison/look-up.ts'
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { namesBeside } from '../replica/article-names.ts'
import { rowOf } from '../replica/rows.ts'
import { announce } from '../state/announce.ts'
import { useCompare } from '../state/compare.ts'
import { held, type Matches } from '../state/matches.ts'
import { matchesOf } from './matches.ts'

const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const others = new Intl.ListFormat('en', { type: 'disjunction' })

/** What the compared articles are called, by index in the comparison. */
export const comparedNames = (): readonly string[] =>
  namesBeside(useCompare.getState().articles.map(rowOf), 'another article')

/** "Matched in Valley Courier (certain). Not found in East Bank Gazette." */
function matchWords(matches: Matches, ref: SentenceRef, possible: boolean): string {
  const found = held(matches, possible)
  const surest = comparedNames().flatMap((name, article) => {
    const match = found.find((each) => each.ref.article === article)
    return article === ref.article ? [] : [{ name, tier: match?.link.tier ?? null }]
  })
  const told = surest.filter(({ tier }) => tier !== null)
  const untold = surest.filter(({ tier }) => tier === null)
  const missing = others.format(untold.map(({ name }) => name))
  if (told.length === 0)
    return held(matches, true).length > 0
      ? 'No sure match. There is a possible one; show possible matches to see it.'
      : `Only here. No match found in ${missing}.`
  const matched = `Matched in ${lists.format(told.map(({ name, tier }) => `${name} (${tier})`))}.`
  return untold.length === 0 ? matched : `${matched} Not found in ${missing}.`
}

/** Says what a sentence that was just taken is matched with, unless another has been taken meanwhile. */
export async function sayMatches(ref: SentenceRef, before = ''): Promise<void> {
  const matches = await matchesOf(ref)
  const { hand, possible } = useCompare.getState()
  if (matches && sameRef(hand, ref)) announce(before + matchWords(matches, ref, possible))
}

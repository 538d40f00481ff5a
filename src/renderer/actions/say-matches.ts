// What a sentence's matches are, in words: said when a sentence is taken by key or caret.
import type { LookUp } from '../../shared/comparison/look-up.ts'
import type { SentenceRef, Tier } from '../../shared/model/comparison.ts'
import { nameOf, rowOf } from '../replica/library.ts'
import { announce } from '../state/announce.ts'
import { useCompare } from '../state/compare.ts'
import { lookUpOf } from '../state/compared.ts'

const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const others = new Intl.ListFormat('en', { type: 'disjunction' })

/** What to call an article beside others: its outlet, with its title where two are of one outlet. */
export function outletOf(article: string | undefined): string {
  const row = article === undefined ? undefined : rowOf(article)
  if (!row) return 'another article'
  const { articles } = useCompare.getState()
  const twice = articles.some((id) => id !== article && rowOf(id)?.source === row.source)
  if (row.source === null) return nameOf(row)
  return twice ? `${row.source}: ${nameOf(row)}` : row.source
}

/** The surest tier of a sentence's matches in each of the other articles; null where it has none. */
function matchesOf(
  look: LookUp,
  ref: SentenceRef,
  possible: boolean,
): { readonly article: number; readonly tier: Tier | null }[] {
  const found = look.counterparts(ref, possible)
  return look.comparison.articles.flatMap((_, article) =>
    article === ref.article
      ? []
      : [{ article, tier: found.find((each) => each.ref.article === article)?.link.tier ?? null }],
  )
}

/** "Matched in Valley Courier (certain). Not found in East Bank Gazette." */
function matchWords(look: LookUp, ref: SentenceRef, possible: boolean): string {
  const { articles } = useCompare.getState()
  const matches = matchesOf(look, ref, possible)
  const name = (article: number): string => outletOf(articles[article])
  const told = matches.filter(({ tier }) => tier !== null)
  const untold = matches.filter(({ tier }) => tier === null)
  const missing = others.format(untold.map(({ article }) => name(article)))
  if (told.length === 0)
    return look.tellers(ref, true) > 1
      ? 'No sure match. There is a possible one; show possible matches to see it.'
      : `Only here. No match found in ${missing}.`
  const matched = `Matched in ${lists.format(told.map(({ article, tier }) => `${name(article)} (${tier})`))}.`
  return untold.length === 0 ? matched : `${matched} Not found in ${missing}.`
}

/** Says what a sentence that was just taken is matched with. */
export function sayMatches(ref: SentenceRef, before = ''): void {
  const { comparison, possible } = useCompare.getState()
  if (comparison) announce(before + matchWords(lookUpOf(comparison), ref, possible))
}

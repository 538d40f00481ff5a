// Which articles of a library seem to tell one event: by their profiles and dates, without reading any.
import type { Story, StorySuggestion } from '../../../shared/model/story.ts'
import { groupsIn } from './event-groups.ts'
import { createEventIndex } from './event-index.ts'
import { factsOnce, isCopy, nearness, type Profiled } from './profiled.ts'
import { createRest } from './rest.ts'

export interface SuggestingDeps {
  /** The articles that can be read, as they are now. */
  readonly articles: () => readonly Profiled[]
  readonly stories: () => readonly Story[]
}

/**
 * From how like two articles are one event is suspected. Articles on one event have come to 0.31 and
 * more, different events with the same people and places to 0.21 (`tests/bench/suggest.bench.mjs`).
 */
const alike = 0.27
const mostOffered = 20
const mostGroups = 60
const mostWords = 8

export type Suggest = (asked: readonly string[]) => Promise<StorySuggestion[]>

/** @returns suggestions for articles that are given, one for each that seems to belong; of none, groups */
export function createSuggesting(deps: SuggestingDeps): Suggest {
  const index = createEventIndex()
  /** The text that each article was taken in with. */
  const taken = new Map<string, string>()

  const takeIn = async (articles: readonly Profiled[]): Promise<ReadonlyMap<string, Profiled>> => {
    const rest = createRest()
    const all = new Map(articles.map((article) => [article.id, factsOnce(article)]))
    for (const id of [...taken.keys()]) if (!all.has(id) && taken.delete(id)) index.remove(id)
    for (const { id, text, facts } of articles) {
      if (taken.get(id) === text) continue
      const found = facts()
      index.put(id, found?.profile ?? '')
      if (found) taken.set(id, text)
      if (rest.isDue()) await rest.now()
    }
    return all
  }

  const likeness = (a: Profiled, b: Profiled): number =>
    Math.min(1, index.score(a.id, b.id) * nearness(a.published, b.published))

  const wordsOf = (id: string, others: readonly string[]): string[] => {
    const all = index.shared(id, others, others.length)
    const words = all.length > 1 ? all : index.shared(id, others, Math.ceil(others.length / 2))
    return words.slice(0, mostWords)
  }

  const offersFor = (
    asked: readonly Profiled[],
    all: ReadonlyMap<string, Profiled>,
  ): StorySuggestion[] => {
    const ids = asked.map(({ id }) => id)
    const near = new Set(
      ids.flatMap((id) => index.near(id, mostOffered * 2).map((each) => each.id)),
    )
    return [...near]
      .flatMap((id) => {
        const article = all.get(id)
        if (!article || ids.includes(id) || asked.some((each) => isCopy(each, article))) return []
        const scores = asked.map((each) => likeness(each, article))
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
        // Of a story with many sides an article need not be like each.
        return Math.max(...scores) < alike || mean < alike * 0.8 ? [] : [{ article, score: mean }]
      })
      .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
      .slice(0, mostOffered)
      .map(({ article: { id }, score }) => ({
        articles: [...ids, id],
        score,
        because: wordsOf(id, ids),
      }))
  }

  const groups = async (all: ReadonlyMap<string, Profiled>): Promise<StorySuggestion[]> => {
    const found = await groupsIn(all, index, likeness)
    const stories = deps.stories().map(({ articles }) => new Set(articles))
    return found
      .filter(({ members }) => !stories.some((story) => members.every(({ id }) => story.has(id))))
      .sort((x, y) => y.score - x.score || y.members.length - x.members.length)
      .slice(0, mostGroups)
      .map(({ members, score }) => {
        const [first = '', ...others] = members.map(({ id }) => id)
        return { articles: [first, ...others], score, because: wordsOf(first, others) }
      })
  }

  // One after another; looking for groups, which takes long in a large library, holds up nobody.
  let taking: Promise<ReadonlyMap<string, Profiled>> = Promise.resolve(new Map())
  return async (asked) => {
    taking = taking.catch(() => null).then(() => takeIn(deps.articles()))
    const all = await taking
    if (asked.length === 0) return groups(all)
    const known = asked.flatMap((id) => all.get(id) ?? [])
    return known.length === 0 ? [] : offersFor(known, all)
  }
}

// Which articles of a library seem to tell one event: by their profiles and dates, without reading any.
import type { Sketch } from '../../../shared/model/article.ts'
import type { Story, StorySuggestion } from '../../../shared/model/story.ts'
import type { TextFacts } from '../../core/shelf/text-facts.ts'
import { shareOf } from '../../reading/sketch.ts'
import { createEventIndex, type EventIndex } from './event-index.ts'

/** An article as far as suggestions need it. */
interface Profiled {
  readonly id: string
  /** ISO 8601, in the precision found. */
  readonly published: string | null
  /** Names its text: two of one name are the same. */
  readonly text: string
  /** Asked for once of each text. Null where they are not to be had yet. */
  readonly facts: () => Pick<TextFacts, 'profile' | 'sketch'> | null
}

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
/** How like each two of a group must be. */
const alikeInGroup = 0.27
/** The share of the shorter text from which two articles are one, twice. */
const copyFrom = 0.75
const mostOffered = 20
const mostGroups = 60
const largestGroup = 24
const mostWords = 8
/** How many of the likest are looked at for each article. */
const neighbours = 12
/** Milliseconds of work after which others get their turn. */
const turn = 12

export type Suggest = (asked: readonly string[]) => Promise<StorySuggestion[]>

/** @returns suggestions for articles that are given, one for each that seems to belong; of none, groups */
export function createSuggesting(deps: SuggestingDeps): Suggest {
  const index = createEventIndex()
  const copies = createCopies(index)
  const { isCopy } = copies

  const takeIn = createTaking(index)

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
        ...{ articles: [...ids, id], score },
        because: wordsOf(id, ids),
      }))
  }

  const groups = async (all: ReadonlyMap<string, Profiled>): Promise<StorySuggestion[]> => {
    const rest = createRest()
    const pairs = new Map<string, Pair>()
    const copies = new Set<string>()
    for (const a of all.values()) {
      if (rest.isDue()) await rest.now()
      if (copies.has(a.id)) continue
      for (const { id, score } of index.near(a.id, neighbours)) {
        if (score < alikeInGroup / mostByDate) break
        const b = all.get(id)
        if (!b || copies.has(id)) continue
        if (isCopy(a, b)) copies.add(id)
        else {
          const like = likeness(a, b)
          const key = a.id < id ? `${a.id} ${id}` : `${id} ${a.id}`
          if (like >= alikeInGroup) pairs.set(key, { a, b, score: like })
        }
      }
    }
    const distinct = [...pairs.values()].filter(
      ({ a, b }) => !copies.has(a.id) && !copies.has(b.id),
    )
    const stories = deps.stories().map(({ articles }) => new Set(articles))
    return joined(distinct, likeness)
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
    // Needed for those alone that are near each other, and forgotten afterwards.
    copies.forget()
    if (asked.length === 0) return groups(all)
    const known = asked.flatMap((id) => all.get(id) ?? [])
    return known.length === 0 ? [] : offersFor(known, all)
  }
}

interface Pair {
  readonly a: Profiled
  readonly b: Profiled
  readonly score: number
}

interface Group {
  readonly members: readonly Profiled[]
  /** Of the two least alike. */
  readonly score: number
}

/** Joins pairs to groups in which each two are alike: the likest pairs first, so that no chains form. */
function joined(pairs: readonly Pair[], likeness: (a: Profiled, b: Profiled) => number): Group[] {
  const groups = new Map<string, Group>()
  const best = [...pairs].sort((x, y) => y.score - x.score || (x.a.id < y.a.id ? -1 : 1))
  for (const { a, b } of best) {
    const one = groups.get(a.id) ?? { members: [a], score: 1 }
    const other = groups.get(b.id) ?? { members: [b], score: 1 }
    if (one === other || one.members.length + other.members.length > largestGroup) continue
    let weakest = Math.min(one.score, other.score)
    for (const x of one.members)
      for (const y of other.members) {
        if (weakest < alikeInGroup) break
        weakest = Math.min(weakest, likeness(x, y))
      }
    if (weakest < alikeInGroup) continue
    const both = { members: [...one.members, ...other.members], score: weakest }
    for (const { id } of both.members) groups.set(id, both)
  }
  return [...new Set(groups.values())]
}

const day = 86_400_000
const mostByDate = 1.1

/** How much two dates speak for one event: 1 says nothing. */
function nearness(a: string | null, b: string | null): number {
  const [one, other] = [Date.parse(a ?? ''), Date.parse(b ?? '')]
  // A month or a year says too little.
  if (Number.isNaN(one) || Number.isNaN(other) || Math.min(a?.length ?? 0, b?.length ?? 0) < 10)
    return 1
  const days = Math.abs(one - other) / day
  return days <= 3 ? mostByDate : days <= 10 ? 1 : days <= 30 ? 0.85 : days <= 120 ? 0.65 : 0.45
}

/** Takes in articles that are new or have another text, and leaves out those that are gone. */
function createTaking(
  index: EventIndex,
): (articles: readonly Profiled[]) => Promise<ReadonlyMap<string, Profiled>> {
  /** The text that each article was taken in with. */
  const taken = new Map<string, string>()
  return async (articles: readonly Profiled[]): Promise<ReadonlyMap<string, Profiled>> => {
    const rest = createRest()
    const all = new Map(articles.map((article) => [article.id, article]))
    for (const id of [...taken.keys()]) {
      if (all.has(id)) continue
      index.remove(id)
      taken.delete(id)
    }
    for (const { id, text, facts } of articles) {
      if (taken.get(id) === text) continue
      const found = facts()
      index.put(id, found?.profile ?? '')
      if (found) taken.set(id, text)
      if (rest.isDue()) await rest.now()
    }
    return all
  }
}

interface Copies {
  /** Whether two articles are one and the same, or nearly: then they tell nothing about each other. */
  isCopy(a: Profiled, b: Profiled): boolean
  forget(): void
}

function createCopies(index: Pick<EventIndex, 'isSame'>): Copies {
  const sketches = new Map<string, Sketch | null>()
  const sketchOf = ({ text, facts }: Profiled): Sketch | null => {
    const known = sketches.get(text)
    if (known !== undefined) return known
    const sketch = facts()?.sketch ?? null
    sketches.set(text, sketch)
    return sketch
  }
  return {
    isCopy(a, b) {
      if (a.text === b.text || index.isSame(a.id, b.id)) return true
      const [mine, theirs] = [sketchOf(a), sketchOf(b)]
      if (!mine || !theirs) return false
      return mine.words === theirs.words || shareOf(mine, theirs) >= copyFrom
    },
    forget: () => sketches.clear(),
  }
}

/** Gives way to others when it has been at work for a while. */
function createRest(): { isDue(): boolean; now(): Promise<void> } {
  let began = performance.now()
  return {
    isDue: () => performance.now() - began > turn,
    async now() {
      await new Promise((done) => setImmediate(done))
      began = performance.now()
    },
  }
}

// Searching the library as one types, and going to what was found.

import type { FoundHit, SearchAnswer } from '../../shared/model/search.ts'
import { matcherOf, type TextMatcher } from '../../shared/search/match-text.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { api } from '../client/api.ts'
import { useStoryList } from '../replica/stories.ts'
import { openedArticle, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { articlesAtFirst, type HitPlace, useSearch } from '../state/search.ts'
import { tell } from '../state/ui.ts'
import { goToAnnotation, openArticle } from './open.ts'
import { untouched } from './reader-acts.ts'

/** Hits of one article that its list shows. */
export const hitsShown = 3

/** One call is under way at a time; what is typed meanwhile is asked for after it. */
let underWay = false
let isOutdated = false
let running: Promise<void> = Promise.resolve()

/** The place that was shown last. */
let shownPlace: (Place & { readonly article: string }) | null = null

/** Takes what was typed, and asks for it. */
export function searchFor(query: string, caret: number): void {
  useSearch.setState({ query, most: articlesAtFirst, at: null })
  searchAgain()
  void suggest(query, caret)
}

/** The same query once more: the library is another now, or more is wanted. */
export function searchAgain(): void {
  isOutdated = true
  if (!underWay) running = run()
}

async function run(): Promise<void> {
  underWay = true
  while (isOutdated) {
    isOutdated = false
    const { query, most } = useSearch.getState()
    const library = api.shownLibrary()
    const answer = await api.call('search-run', {
      query,
      limit: most,
      hits: hitsShown,
      typing: true,
    })
    // Of another library by now, or of what is not asked for any more and comes anew at once.
    if (library !== api.shownLibrary()) continue
    if (!answer.ok) useSearch.setState({ error: answer.error })
    else take(answer.value, query)
  }
  underWay = false
}

/** The reader stays at the article they are at, wherever it is among what is found now. */
function take(found: SearchAnswer, query: string): void {
  const { at, found: before } = useSearch.getState()
  const id = at && before?.articles[at.article]?.article.id
  const article = found.articles.findIndex((one) => one.article.id === id)
  useSearch.setState({
    found,
    foundFor: query,
    error: null,
    at: at && article >= 0 ? { article, hit: at.hit } : null,
  })
}

async function suggest(query: string, caret: number): Promise<void> {
  const answer = await api.call('search-suggest', { query, caret })
  if (answer.ok && useSearch.getState().query === query)
    useSearch.setState({ suggestions: answer.value })
}

/** Finds the words of a query in a text; null where it has none that could be marked. */
export function matcherFor(query: string): TextMatcher | null {
  const stories = useStoryList.getState().stories.map(({ name }) => name)
  const { search } = parseQuery(query, { typing: true, stories })
  return search && matcherOf(search, 'text')
}

/** Goes to the best hit of what was typed, once that is found, unless the reader goes on typing. */
export async function goToFirst(): Promise<void> {
  const isLast = untouched()
  await running
  if (isLast()) await goToHit({ article: 0, hit: 0 })
}

/** Counts the times that a place was gone to: only the last is shown. */
let goes = 0

/** Goes to a hit: opens its article and shows the place in it. */
export async function goToHit(place: HitPlace, isLast = untouched()): Promise<void> {
  const { found, foundFor } = useSearch.getState()
  const one = found?.articles[place.article]
  if (!one) return
  const turn = ++goes
  useSearch.setState({ at: place })
  leavePlace()
  const { id } = one.article
  const hit = one.hits[place.hit]
  if (hit?.annotation != null) await goToAnnotation(id, hit.annotation)
  else await openArticle(id)
  await whenDrawn()
  if (turn !== goes) return
  if (hit?.field === 'text') showPlace(id, placeOf(id, foundFor, hit), isLast())
  else if (isLast()) readerOf(usePanes.getState().focused)?.focus()
}

/** The pane is drawn by the next frame. */
const whenDrawn = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))

interface Place {
  readonly start: number
  readonly end: number
}

/** Where the hit is in the text as it is open: the file may be another than was searched. */
function placeOf(article: string, query: string, hit: FoundHit): Place | null {
  const places = placesIn(article, query)
  const distance = ({ start }: Place): number => Math.abs(start - hit.start)
  return places.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

const placesIn = (article: string, query: string): readonly Place[] => {
  const text = openedArticle(article)?.text
  return text === undefined ? [] : (matcherFor(query)?.(text) ?? [])
}

/** Only one place is at hand, whichever pane it was in. */
function leavePlace(): void {
  shownPlace = null
  for (const { key } of usePanes.getState().panes) readerOf(key)?.mark('sought-current', [])
}

/** @param takesKeyboard not where the reader has gone elsewhere meanwhile */
function showPlace(article: string, place: Place | null, takesKeyboard: boolean): void {
  const reader = readerOf(usePanes.getState().focused)
  if (!reader || reader.article !== article) return
  leavePlace()
  if (takesKeyboard) reader.focus()
  if (!place) return
  shownPlace = { ...place, article }
  reader.mark('sought-current', [place])
  reader.reveal(place.start, place.end)
}

/**
 * Goes to the next or previous place in the text at hand; from its last one to the next article. Places
 * that are not drawn, such as in page furniture that is folded, are passed over.
 */
export async function stepHit(by: 1 | -1): Promise<void> {
  const isLast = untouched()
  const turn = ++goes
  await running
  const { shown, found, at } = useSearch.getState()
  // Once the search is left, nothing would take the mark away again.
  if (!shown || !found || found.articles.length === 0) {
    tell('Search the library first.')
    return
  }
  const article = at && found.articles[at.article]?.article.id
  if (article && openedArticle(article)) {
    await openArticle(article)
    await whenDrawn()
    if (turn !== goes) return
    const next = nextPlace(article, by)
    if (next) {
      showPlace(article, next, isLast())
      return
    }
  }
  const count = found.articles.length
  const index = at ? (at.article + by + count) % count : by > 0 ? 0 : count - 1
  await goToArticleAt(index, by, isLast)
}

function nextPlace(article: string, by: 1 | -1): Place | undefined {
  const reader = readerOf(usePanes.getState().focused)
  const here = shownPlace?.article === article ? shownPlace : null
  const places = placesIn(article, useSearch.getState().foundFor)
  const isNext = ({ start, end }: Place): boolean =>
    (!here || (by > 0 ? start > here.start : start < here.start)) &&
    reader?.article === article &&
    reader.rects(start, end).length > 0
  return by > 0 ? places.find(isNext) : places.findLast(isNext)
}

async function goToArticleAt(index: number, by: 1 | -1, isLast: () => boolean): Promise<void> {
  const id = useSearch.getState().found?.articles[index]?.article.id
  if (!id) return
  const turn = ++goes
  useSearch.setState({ at: { article: index, hit: 0 } })
  leavePlace()
  await openArticle(id)
  await whenDrawn()
  if (turn !== goes) return
  const place = nextPlace(id, by)
  if (place) showPlace(id, place, isLast())
  else await goToHit({ article: index, hit: 0 }, isLast)
}

// Pages of a long list, asked for by query and range: those around what is shown are held, and asked for
// again when the list may be another. What was shown stays until the newer is there; nothing older ever
// comes in its place.
import type { AppError } from '../../shared/errors.ts'
import type { ListedRow, RowGroup, RowPage, RowQuery } from '../../shared/model/rows.ts'
import type { Result } from '../../shared/result.ts'
import {
  nearest,
  neededPages,
  type Places,
  pageOf,
  pageSize,
  pagesToHold,
  runsOf,
} from './page-numbers.ts'

/** A part of the list, as it was answered. */
export interface RowView {
  /** What the rows were asked by. */
  readonly query: RowQuery
  readonly total: number
  readonly groups: readonly RowGroup[]
  /** By their number, from 0. */
  readonly pages: ReadonlyMap<number, readonly ListedRow[]>
  /** The row that is followed, where it is in the list. */
  readonly followed: Followed | null
}

interface Followed {
  readonly id: string
  readonly place: number
}

export interface PagedRowsDeps {
  page(query: RowQuery, start: number, end: number): Promise<Result<RowPage>>
  place(query: RowQuery, article: string): Promise<Result<{ readonly place: number | null }>>
  /** Called whenever something else is to be shown. */
  shown(view: RowView): void
  /** It could not be asked for; it is asked again in a moment, then with the next change. Null: it could. */
  failed(error: AppError | null): void
}

export interface PagedRows {
  /** From now on the rows of this query are wanted, from the first on. */
  ask(query: RowQuery): void
  /** Which places are in view now. */
  want(views: readonly Places[]): void
  /** A row, such as the one that the keyboard is on, whose place is known whatever becomes of the list. */
  follow(row: Followed | null): void
  /** All that is held may be another now. */
  renew(): void
  /** Takes no answer that is on its way. */
  end(): void
}

/** Milliseconds until what could not be had is asked for once more. */
const retryAfter = 1_000

interface State {
  query: RowQuery | null
  /** Begins anew whenever the list may be another. */
  turn: number
  views: readonly Places[]
  followed: Followed | null
  shown: RowView | null
  /** The turn that each page was asked in, and the newest of them. */
  turns: ReadonlyMap<number, number>
  newest: number
  isAsking: boolean
  /** The turn in which something could not be had and is asked for once more by itself. */
  retried: number
  ended: boolean
}

export function createPagedRows(deps: PagedRowsDeps): PagedRows {
  const state: State = {
    query: null,
    turn: 0,
    views: [],
    followed: null,
    shown: null,
    turns: new Map(),
    newest: -1,
    isAsking: false,
    retried: -1,
    ended: false,
  }
  const go = () => void askAll(deps, state)
  return {
    ask(query) {
      if (JSON.stringify(state.query) === JSON.stringify(query)) return
      state.query = query
      state.turn++
      state.views = []
      go()
    },
    want(views) {
      // What is in view of the list before says nothing of the next.
      if (state.shown?.query !== state.query) return
      state.views = views
      go()
    },
    follow(row) {
      state.followed = row
    },
    renew() {
      state.turn++
      go()
    },
    end() {
      state.ended = true
    },
  }
}

/** One question at a time: what is wanted meanwhile is in the next. */
async function askAll(deps: PagedRowsDeps, state: State): Promise<void> {
  if (state.isAsking) return
  state.isAsking = true
  try {
    while (!state.ended && state.query) {
      const pages = missingPages(state)
      if (pages.length === 0 || !(await askFor(deps, state, state.query, pages))) return
    }
  } finally {
    state.isAsking = false
  }
}

/** Needed pages that were not asked for in this turn. */
function missingPages({ shown, query, views, followed, turns, turn }: State): readonly number[] {
  // Where things stand in a list that was not answered yet nobody knows.
  if (shown?.query !== query || !shown) return [0]
  const needed = neededPages(views, followed?.place ?? null, shown.total)
  return needed.filter((page) => turns.get(page) !== turn)
}

interface Answered extends Places {
  readonly page: RowPage
}

/** Gives whether there is anything to go on with. */
async function askFor(
  deps: PagedRowsDeps,
  state: State,
  query: RowQuery,
  pages: readonly number[],
): Promise<boolean> {
  const { turn } = state
  const isLate = (): boolean => state.ended || state.query !== query
  const anchor = anchorOf(state, query)
  const answers = await askPages(deps, state, query, pages)
  const [first] = answers ?? []
  if (isLate()) return true
  if (!answers || !first) return false
  const before = state.followed
  const followed = before && (await findRow(deps, state, query, answers, before))
  // In a list that ends before it, nothing is in view any more.
  const stays = anchor && anchor.place < first.page.total
  const now = stays ? await findRow(deps, state, query, answers, anchor) : null
  if (isLate()) return true
  // Unless another is followed by now.
  if (state.followed?.id === before?.id) state.followed = followed
  const by = anchor && now ? now.place - anchor.place : 0
  if (by !== 0) {
    state.views = state.views.map((view) => ({ first: view.first + by, last: view.last + by }))
    const more = await askPages(deps, state, query, unanswered(state, answers, first.page.total))
    if (isLate()) return true
    answers.push(...(more ?? []))
  }
  deps.failed(null)
  deps.shown(take(state, query, turn, answers, first.page))
  return true
}

/** Gives null, and it is told and tried once more, where they could not be had. */
async function askPages(
  deps: PagedRowsDeps,
  state: State,
  query: RowQuery,
  pages: readonly number[],
): Promise<Answered[] | null> {
  const answers: Answered[] = []
  for (const run of runsOf(pages)) {
    const answer = await deps.page(query, run.first * pageSize, (run.last + 1) * pageSize)
    // What comes too late is dropped by whoever asked.
    if (state.ended || state.query !== query) return null
    if (!answer.ok) {
      deps.failed(answer.error)
      retry(deps, state)
      return null
    }
    answers.push({ ...run, page: answer.value })
  }
  return answers
}

/** Needed pages that are not among those that were just answered. */
const unanswered = (
  { views, followed }: State,
  answers: readonly Answered[],
  total: number,
): readonly number[] =>
  neededPages(views, followed?.place ?? null, total).filter(
    (page) => !answers.some(({ first, last }) => page >= first && page <= last),
  )

/** The row in the middle of what is in view: the view stays with it when others come and go. */
function anchorOf({ shown, views: [view] }: State, query: RowQuery): Followed | null {
  if (!view || shown?.query !== query) return null
  const place = Math.floor((view.first + view.last) / 2)
  const row = rowInView(shown, place)
  return row && { id: row.id, place }
}

/** Once in each turn: what goes on failing waits for a change, or for the reader. */
function retry(deps: PagedRowsDeps, state: State): void {
  if (state.retried === state.turn) return
  state.retried = state.turn
  setTimeout(() => void askAll(deps, state), retryAfter)
}

/** Where a row whose place was known stands now; null when it is not in the list. */
async function findRow(
  { place }: PagedRowsDeps,
  { shown, newest, turn }: State,
  query: RowQuery,
  answers: readonly Answered[],
  followed: Followed,
): Promise<Followed | null> {
  const { id } = followed
  const isSame = shown?.query === query
  const here = answers.flatMap(({ first, page }) =>
    page.rows.flatMap((row, at) => (row.id === id ? first * pageSize + at : [])),
  )
  const page = pageOf(followed.place)
  const isAnswered = answers.some(({ first, last }) => page >= first && page <= last)
  if (isSame && newest === turn && !isAnswered) return followed
  // Under tags it stands in several places: that one goes on where it was.
  const at = nearest(here, isSame ? followed.place : 0)
  if (at !== null) return { id, place: at }
  if (isSame && newest === turn) return followed
  const found = await place(query, id)
  if (!found.ok) return followed
  return found.value.place === null ? null : { id, place: found.value.place }
}

/** Gives what is to be shown now. */
function take(
  state: State,
  query: RowQuery,
  turn: number,
  answers: readonly Answered[],
  { total, groups }: RowPage,
): RowView {
  const isOther = state.shown?.query !== query
  const pages = new Map(isOther ? [] : state.shown?.pages)
  const turns = new Map(isOther ? [] : state.turns)
  for (const { first, last, page } of answers)
    for (let number = first; number <= last; number++) {
      const start = (number - first) * pageSize
      pages.set(number, page.rows.slice(start, start + pageSize))
      turns.set(number, turn)
    }
  const fresh = [...turns.keys()].filter((page) => turns.get(page) === turn)
  const needed = neededPages(state.views, state.followed?.place ?? null, total)
  const held = pagesToHold(fresh, needed)
  // What is needed and not answered anew yet stays.
  const stay = [...held, ...needed.filter((page) => !held.includes(page) && pages.has(page))]
  state.turns = new Map(stay.map((page) => [page, turns.get(page) ?? -1]))
  state.newest = turn
  state.shown = {
    query,
    total,
    groups,
    pages: new Map(stay.map((page) => [page, pages.get(page) ?? []])),
    followed: state.followed,
  }
  return state.shown
}

/** The row at a place; null while it is not here. */
export const rowInView = ({ pages }: Pick<RowView, 'pages'>, place: number): ListedRow | null =>
  pages.get(pageOf(place))?.[place % pageSize] ?? null

// A query as a reader types it, read as a search. What is not well formed is read as it was most likely
// meant, and told; where that cannot be said nothing is searched for.
import { type SearchNode, searchLimits, sizeOf } from './ast.ts'
import {
  noSide,
  type QueryProblem,
  type Trouble,
  type TroubleKind,
  troubles,
} from './query-problems.ts'
import { type QueryToken, queryTokens, type Term } from './query-tokens.ts'
import { readTerm } from './read-term.ts'
import { type StoryNames, storyNames } from './story-names.ts'

interface QueryOptions {
  /** The query is being typed: its last word may go on, and its last operator may not be finished yet. */
  readonly typing: boolean
  /** The stories' names, so that `in:` takes one of several words; null: not known. */
  readonly stories: readonly string[] | null
}

export interface ParsedQuery {
  /** Null where nothing is asked for, and where a problem leaves open what was. */
  readonly search: SearchNode | null
  /** In the order of their places; of each kind the first. */
  readonly problems: readonly QueryProblem[]
}

/**
 * Reads a query: words and "phrases" that an article must all have; `-` or NOT before what it must not
 * have; OR between what may stand for each other, which binds more closely than what merely stands side by
 * side (`a b OR c` is `a (b OR c)`); parentheses; `word*`; operators (`operators.ts`). Never throws; takes
 * time that grows with the query's length alone.
 */
export function parseQuery(query: string, options: QueryOptions): ParsedQuery {
  if (query.length > searchLimits.length) {
    const place = { start: searchLimits.length, end: query.length }
    return { search: null, problems: [{ ...place, ...troubles.tooLong }] }
  }
  const state = newState(query, options)
  const search = readGroup(state, 0)
  const whole = { start: 0, end: query.length }
  if (search && !isRefused(state) && sizeOf(search).depth > searchLimits.depth)
    tell(state, 'tooDeep', whole, troubles.tooDeep)
  if (search && !isRefused(state) && sizeOf(search).nodes > searchLimits.nodes)
    tell(state, 'tooMany', whole, troubles.tooMany)
  if (!search && state.problems.size === 0 && state.tokens.length > 0)
    tell(state, 'nothing', whole, troubles.nothing)
  const problems = [...state.problems.values()].sort((a, b) => a.start - b.start)
  return { search: isRefused(state) ? null : search, problems }
}

interface State {
  readonly query: string
  readonly options: QueryOptions
  readonly tokens: readonly QueryToken[]
  /** Of the token that comes next. */
  next: number
  terms: number
  /** A limit is reached: what is left is not looked at. */
  stopped: boolean
  /** How many of what stands around the next token rule out. */
  ruledOut: number
  readonly problems: Map<string, QueryProblem>
  readonly stories: StoryNames | null
}

const newState = (query: string, options: QueryOptions): State => ({
  query,
  options,
  tokens: queryTokens(query),
  next: 0,
  terms: 0,
  stopped: false,
  ruledOut: 0,
  problems: new Map(),
  stories: options.stories && storyNames(options.stories),
})

type Place = Pick<QueryProblem, 'start' | 'end'>

function tell(state: State, kind: string, { start, end }: Place, trouble: Trouble) {
  if (!state.stopped && !state.problems.has(kind))
    state.problems.set(kind, { start, end, ...trouble })
}

const isRefused = ({ problems }: State): boolean =>
  [...problems.values()].some(({ refused }) => refused)

/** Nothing more is read. */
function stop(state: State, kind: TroubleKind, place: Place): null {
  tell(state, kind, place, troubles[kind])
  state.next = state.tokens.length
  state.stopped = true
  return null
}

const peek = ({ tokens, next }: State): QueryToken | undefined => tokens[next]

/** What stands side by side, up to the end of the query or, within parentheses, to theirs. */
function readGroup(state: State, depth: number): SearchNode | null {
  const nodes: SearchNode[] = []
  let and: QueryToken | null = null
  let hasOr = false
  for (let token = peek(state); token; token = peek(state)) {
    if (token.kind === 'close') {
      if (depth > 0) break
      tell(state, 'notOpened', token, troubles.notOpened)
      state.next++
    } else if (token.kind === 'and' || token.kind === 'or') {
      state.next++
      if (token.kind === 'and') and ??= token
      const next = peek(state)?.kind
      const missing = nodes.length === 0 || next === undefined || isJoinerOrClose(next)
      if (token.kind === 'or' || missing) tell(state, 'noSide', token, noSide(token.kind))
    } else {
      const read = readAlternatives(state, depth)
      if (read.several) hasOr = true
      if (read.node) nodes.push(read.node)
    }
  }
  if (and && hasOr) tell(state, 'mixed', and, troubles.mixed)
  return joined('and', nodes)
}

const isJoinerOrClose = (kind: QueryToken['kind']): boolean =>
  kind === 'and' || kind === 'or' || kind === 'close'

/** One part, or several with OR between them. */
function readAlternatives(
  state: State,
  depth: number,
): { readonly node: SearchNode | null; readonly several: boolean } {
  const nodes: SearchNode[] = []
  const first = readPart(state, depth)
  if (first) nodes.push(first)
  let several = false
  for (let token = peek(state); token?.kind === 'or'; token = peek(state)) {
    state.next++
    const next = peek(state)?.kind
    if (next === undefined || isJoinerOrClose(next)) {
      tell(state, 'noSide', token, noSide('or'))
      continue
    }
    several = true
    const node = readPart(state, depth)
    if (node) nodes.push(node)
  }
  return { node: joined('or', nodes), several }
}

/** A term or a group, with what rules it out. */
function readPart(state: State, depth: number): SearchNode | null {
  let minuses = 0
  let token = peek(state)
  const first = token
  for (; token?.kind === 'not'; token = peek(state)) {
    minuses++
    state.next++
  }
  if (minuses > searchLimits.depth && first) return stop(state, 'tooDeep', first)
  if (!token || isJoinerOrClose(token.kind)) {
    if (first) tell(state, 'noRuledOut', first, troubles.noRuledOut)
    return null
  }
  state.next++
  state.ruledOut += minuses
  let node = token.kind === 'term' ? read(state, token) : readParenthesis(state, token, depth + 1)
  state.ruledOut -= minuses
  for (; minuses > 0 && node; minuses--) node = { kind: 'not', node }
  return node
}

function readParenthesis(state: State, open: QueryToken, depth: number): SearchNode | null {
  if (depth > searchLimits.depth) return stop(state, 'tooDeep', open)
  const node = readGroup(state, depth)
  if (peek(state)?.kind === 'close') state.next++
  else tell(state, 'unclosed', open, troubles.unclosed)
  return node
}

function read(state: State, term: Term): SearchNode | null {
  const { query, options, ruledOut, stories } = state
  const {
    node,
    end,
    troubles: found,
  } = readTerm(query, term, {
    goesOn: options.typing && term.end === query.length && term.quoted !== 'closed',
    ruledOut: ruledOut > 0,
    stories,
  })
  if (node && ++state.terms > searchLimits.nodes) return stop(state, 'tooMany', term)
  // The name of a story may go on over words that come next.
  while ((peek(state)?.start ?? end) < end) state.next++
  for (const [kind, trouble] of found) tell(state, kind, { start: term.start, end }, trouble)
  return node
}

/** Several as one; what is of the same kind within them stands among them. */
function joined(kind: 'and' | 'or', nodes: readonly SearchNode[]): SearchNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : node))
  const [first] = flat
  return flat.length > 1 ? { kind, nodes: flat } : (first ?? null)
}

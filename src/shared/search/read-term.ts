// One term of a query as a part of the search: a word, a phrase, or an operator with its value.
import type { SearchField, SearchNode } from './ast.ts'
import type { Choice, NamedKind, Operator } from './operators.ts'
import { readQueryDate } from './query-date.ts'
import {
  noDate,
  noOperator,
  noStarThere,
  noSuchChoice,
  noSuchStory,
  noValue,
  type Trouble,
  troubles,
} from './query-problems.ts'
import { halfWidth, type Term } from './query-tokens.ts'
import type { StoryNames } from './story-names.ts'
import { indexedText } from './tokens.ts'

interface TermSituation {
  /** It is being typed at this moment. */
  readonly goesOn: boolean
  /** It stands behind a minus. */
  readonly ruledOut: boolean
  /** Null: not known. */
  readonly stories: StoryNames | null
}

/** By kind. */
type Troubles = readonly (readonly [kind: string, trouble: Trouble])[]

interface ReadTerm {
  /** Null: it asks for nothing. */
  readonly node: SearchNode | null
  /** Where it ends in the query, as a UTF-16 offset: behind the term if the name of a story goes on there. */
  readonly end: number
  readonly troubles: Troubles
}

/** Reads a term of a query. */
export function readTerm(query: string, term: Term, situation: TermSituation): ReadTerm {
  const { operator } = term
  const read = operator
    ? readOperator(query, term, operator, situation)
    : { ...only(term, wordsNode(term, null, situation)), troubles: wordTroubles(query, term) }
  if (term.quoted !== 'open') return read
  return { ...read, troubles: [['unclosedQuote', troubles.unclosedQuote], ...read.troubles] }
}

const only = ({ end }: Term, node: SearchNode | null): ReadTerm => ({ node, end, troubles: [] })

function readOperator(
  query: string,
  term: Term,
  operator: Operator,
  situation: TermSituation,
): ReadTerm {
  const { values } = operator
  const value = term.value.trim()
  if (isEmpty(operator, value)) return withTrouble(term, null, 'noValue', noValue(operator))
  if (values.kind === 'words')
    return {
      ...only(term, wordsNode(term, values.field, situation)),
      troubles: innerStar(term),
    }
  const read =
    values.kind === 'choice'
      ? readChoice(term, operator, values.nodes, situation)
      : values.kind === 'date'
        ? readDate(term, values.node, situation)
        : values.of === 'story'
          ? readStory(query, term, situation)
          : only(term, nameNodes[values.of](value))
  if (!term.star) return read
  return { ...read, troubles: [...read.troubles, ['noStarThere', noStarThere(operator)]] }
}

function withTrouble(
  { end }: Term,
  node: SearchNode | null,
  kind: string,
  trouble: Trouble,
): ReadTerm {
  return { node, end, troubles: [[kind, trouble]] }
}

/** What is not finished yet leaves the rest of the search as it is. */
const withoutValue = (term: Term, trouble: Trouble, { goesOn }: TermSituation): ReadTerm =>
  withTrouble(
    term,
    null,
    `value of ${term.operator?.name}`,
    goesOn ? { ...trouble, refused: false } : trouble,
  )

function readChoice(
  term: Term,
  operator: Operator,
  nodes: ReadonlyMap<string, Choice>,
  situation: TermSituation,
): ReadTerm {
  const value = term.value.trim()
  const node = nodes.get(halfWidth(value).toLowerCase())?.node
  return node ? only(term, node) : withoutValue(term, noSuchChoice(operator, value), situation)
}

function readDate(term: Term, kind: 'before' | 'after', situation: TermSituation): ReadTerm {
  const value = term.value.trim()
  const read = readQueryDate(halfWidth(value))
  return 'date' in read
    ? only(term, { kind, date: read.date })
    : withoutValue(term, noDate(value, read.trouble), situation)
}

/** The longest name of a story that stands there, also without quotation marks; else the one word. */
function readStory(query: string, term: Term, { stories, goesOn }: TermSituation): ReadTerm {
  const name = term.value.trim()
  const node = { kind: 'story', name } as const
  if (!stories) return only(term, node)
  if (term.quoted === 'no') {
    const end = stories.endIn(query, term.valueStart)
    if (end !== null)
      return { node: { kind: 'story', name: query.slice(term.valueStart, end) }, end, troubles: [] }
  } else if (stories.has(name)) return only(term, node)
  return goesOn ? only(term, node) : withTrouble(term, node, 'noSuchStory', noSuchStory(name))
}

function isEmpty({ values }: Operator, value: string): boolean {
  const needsWord =
    values.kind === 'words' ||
    (values.kind === 'names' && (values.of === 'outlet' || values.of === 'author'))
  return needsWord ? indexedText(value) === '' : value === ''
}

/**
 * The last word goes on while it is typed; but not behind a minus, where it would rule out whatever begins
 * as it does.
 */
function wordsNode(
  { value, star }: Term,
  field: SearchField | null,
  { goesOn, ruledOut }: TermSituation,
): SearchNode | null {
  const text = value.trim()
  if (indexedText(text) === '') return null
  return { kind: 'words', text, field, prefix: star || (goesOn && !ruledOut) }
}

const innerStar = ({ value, quoted }: Term): (readonly [string, Trouble])[] =>
  quoted === 'no' && /[*＊]/.test(value) ? [['star', troubles.star]] : []

function wordTroubles(query: string, term: Term): (readonly [string, Trouble])[] {
  const found = innerStar(term)
  const text = halfWidth(query.slice(term.start, term.end))
  const name = term.quoted === 'no' ? /^(\p{L}{2,}):(?!\/\/)./u.exec(text)?.[1] : undefined
  if (name !== undefined) found.push(['noOperator', noOperator(name)])
  return found
}

type NodeOf = (text: string) => SearchNode

const nameNodes: Readonly<Record<Exclude<NamedKind, 'story'>, NodeOf>> = {
  tag: (tag) => ({ kind: 'tag', tag }),
  outlet: (text) => ({ kind: 'outlet', text }),
  author: (text) => ({ kind: 'author', text }),
}

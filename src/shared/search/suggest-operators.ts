// What could come next in a query, where the caret stands: operators, then their values.
import { datesInWords, type NamedKind, type Operator, operators } from './operators.ts'
import { readQueryDate } from './query-date.ts'
import { halfWidth, queryTokens, type Term } from './query-tokens.ts'
import { valueText } from './to-text.ts'
import { foldedName } from './tokens.ts'

/** What is being typed at the caret. Offsets are UTF-16 code units into the query, ends exclusive. */
interface SuggestPlace {
  /** What a suggestion that is taken replaces. */
  readonly start: number
  readonly end: number
  /** Up to the caret, without the operator and its quotation mark. */
  readonly typed: string
  /** Whose value it is; null: a word, or an operator that is begun. */
  readonly operator: Operator | null
  /** The names to ask the library for, with `typed`; null: none are needed. */
  readonly names: NamedKind | null
  /** Taking a value puts a space behind it, unless one is there. */
  readonly spaceFollows: boolean
}

/** A name that the library knows. */
export interface SuggestedName {
  readonly name: string
  /** How many articles have it. */
  readonly articles: number
}

export interface QuerySuggestion {
  readonly kind: 'operator' | 'value'
  /** As it is shown: `tag:`, or a value. */
  readonly label: string
  /** In a few words. */
  readonly explanation: string
  /** Replaces the query from `start` to `end` by `text`; then the caret is at `caret`. */
  readonly edit: {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly caret: number
  }
}

interface QuerySuggestions {
  /** What may be written where there is nothing to choose from; null: nothing to say. */
  readonly hint: string | null
  readonly suggestions: readonly QuerySuggestion[]
}

/**
 * What is being typed at the caret; null within a phrase, where nothing is suggested.
 * @param caret UTF-16 offset into the query
 */
export function placeAt(query: string, caret: number): SuggestPlace | null {
  const term = queryTokens(query).find(
    (token) => token.kind === 'term' && token.start < caret && caret <= token.end,
  )
  // A finished phrase or value is followed by a space before anything else comes.
  if (term?.kind !== 'term') return isBeforeWord(query, caret) ? newPlace(query, caret) : null
  if (!term.operator) return term.quoted === 'no' ? placeIn(query, term, term.start, caret) : null
  if (term.quoted === 'closed' && caret === term.end) return null
  const colon = term.valueStart - (term.quoted === 'no' ? 0 : 1)
  if (caret >= colon) return placeIn(query, term, term.valueStart, caret)
  return { ...placeIn(query, term, term.start, caret), operator: null, names: null, end: colon }
}

/** Before a word nothing is suggested: it would run into it. */
const isBeforeWord = (query: string, caret: number): boolean =>
  /^(?:$|[\s)）])/.test(query.slice(caret, caret + 1))

const newPlace = (query: string, caret: number): SuggestPlace => ({
  start: caret,
  end: caret,
  typed: '',
  operator: null,
  names: null,
  spaceFollows: isSpaceAt(query, caret),
})

function placeIn(query: string, term: Term, from: number, caret: number): SuggestPlace {
  const { operator } = term
  // What comes behind an open quotation mark may be the rest of the search.
  const end = term.quoted === 'open' ? caret : term.end
  return {
    start: term.start,
    end,
    typed: query.slice(from, Math.max(from, caret)),
    operator,
    names: operator?.values.kind === 'names' ? operator.values.of : null,
    spaceFollows: isSpaceAt(query, end),
  }
}

const isSpaceAt = (query: string, at: number): boolean => /\s/.test(query.charAt(at))

/**
 * What could come at a place, the likeliest first.
 * @param names of the kind that the place asks for, in the order in which they are to be shown
 */
export function suggestionsAt(
  place: SuggestPlace,
  names: readonly SuggestedName[],
): QuerySuggestions {
  const { operator, typed } = place
  if (!operator) return { hint: null, suggestions: operatorsAt(place) }
  const { values } = operator
  switch (values.kind) {
    case 'words':
      return { hint: null, suggestions: [] }
    case 'date':
      return {
        hint: 'date' in readQueryDate(halfWidth(typed)) ? null : `A date: ${datesInWords}.`,
        suggestions: [],
      }
    case 'choice':
      return {
        hint: null,
        suggestions: [...values.nodes]
          .filter(([value, { finds }]) => finds !== null && begins(value, typed))
          .map(([value, { finds }]) => valueAt(place, operator, value, finds ?? '')),
      }
    case 'names':
      return {
        hint: null,
        suggestions: names.map(({ name, articles }) =>
          valueAt(place, operator, name, articles === 1 ? '1 article' : `${articles} articles`),
        ),
      }
  }
}

const begins = (value: string, typed: string): boolean =>
  foldedName(value).startsWith(foldedName(typed))

function operatorsAt(place: SuggestPlace): readonly QuerySuggestion[] {
  const typed = halfWidth(place.typed)
  return operators
    .filter(({ name, aliases }) => [name, ...aliases].some((each) => begins(each, typed)))
    .map(({ name, finds }) => {
      const text = `${name}:`
      const { start, end } = place
      const edit = { start, end, text, caret: start + text.length }
      return { kind: 'operator', label: text, explanation: finds, edit }
    })
}

function valueAt(
  place: SuggestPlace,
  { name }: Operator,
  value: string,
  explanation: string,
): QuerySuggestion {
  const { start, end, spaceFollows } = place
  const text = `${name}:${valueText(value)}${spaceFollows ? '' : ' '}`
  const caret = start + text.length + (spaceFollows ? 1 : 0)
  return { kind: 'value', label: value, explanation, edit: { start, end, text, caret } }
}

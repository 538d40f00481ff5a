// What may be wrong with a query, where, and what to do about it.
import { inFigures } from '../model/limits.ts'
import { searchLimits } from './ast.ts'
import { choicesOf, datesInWords, type Operator, operators } from './operators.ts'

export interface QueryProblem {
  /** UTF-16 offsets into the query, end exclusive. */
  readonly start: number
  readonly end: number
  /** One sentence: what is wrong. */
  readonly message: string
  /** One sentence: what to do, or how it was read all the same. */
  readonly advice: string
  /** Nothing is searched for until it is put right: what was meant cannot be told. */
  readonly refused: boolean
}

/** A problem without its place. */
export type Trouble = Omit<QueryProblem, 'start' | 'end'>

export type TroubleKind = keyof typeof troubles

const told = (message: string, advice: string): Trouble => ({ message, advice, refused: false })
const refused = (message: string, advice: string): Trouble => ({ message, advice, refused: true })

/** Those that need no word of the query. */
export const troubles = {
  tooLong: refused(
    `The search is longer than ${inFigures(searchLimits.length)} characters.`,
    'Search for less at once.',
  ),
  tooMany: refused(
    `The search has more than ${searchLimits.nodes} parts.`,
    'Leave out what stands from here on.',
  ),
  tooDeep: refused(
    `Parentheses and minuses stand more than ${searchLimits.depth} deep in each other.`,
    'Write the search with fewer of them.',
  ),
  nothing: told('There is no word to search for.', 'Type a word, or choose an operator.'),
  unclosedQuote: told(
    'The quotation mark is not closed.',
    'Close it where the phrase ends; it was read to the end of the search.',
  ),
  unclosed: told(
    'The parenthesis is not closed.',
    'Close it with ); it was read to the end of the search.',
  ),
  notOpened: told('The parenthesis was not opened.', 'Take it out; it was left out of the search.'),
  noRuledOut: told(
    'Nothing follows that could be ruled out.',
    'Write a word behind it, as in -word; it was left out of the search.',
  ),
  mixed: told(
    'AND and OR stand side by side without parentheses.',
    'OR was read first: a AND b OR c as a AND (b OR c). Put parentheses where another reading is meant.',
  ),
  star: told(
    'A * has a meaning only at the end of a word.',
    'Write it there, as in bridg*; the others were left out of the search.',
  ),
} as const

export const noSide = (joiner: 'or' | 'and'): Trouble =>
  told(
    `${joiner.toUpperCase()} needs a word on each side.`,
    'Write one, or put it in quotation marks if the word itself is meant; it was left out of the search.',
  )

export const noValue = ({ name, values }: Operator): Trouble =>
  told(
    `Nothing stands behind ${name}:`,
    `Write it directly behind the colon, as in ${name}:${valueLike(values)}; it was left out of the search.`,
  )

const valueLike = (values: Operator['values']): string => {
  if (values.kind === 'date') return '2026-03-04'
  if (values.kind === 'choice') return [...values.nodes.keys()][0] ?? ''
  return values.kind === 'names' ? '"a name"' : 'word'
}

export const noStarThere = ({ name }: Operator): Trouble =>
  told(
    `A * has no meaning behind ${name}:`,
    `Write the whole ${name === 'in' ? 'name' : name}; the * was left out of the search.`,
  )

export const noSuchChoice = (operator: Operator, value: string): Trouble =>
  refused(
    `“${shown(value)}” is nothing that can stand behind ${operator.name}:`,
    `Write one of ${choicesOf(operator).join(', ')}.`,
  )

export const noDate = (value: string, trouble: 'ambiguous' | 'no-day' | 'no-date'): Trouble =>
  refused(
    {
      ambiguous: `“${shown(value)}” can be read as two dates.`,
      'no-day': `There is no day “${shown(value)}”.`,
      'no-date': `“${shown(value)}” is no date.`,
    }[trouble],
    `Write the year first: ${datesInWords}.`,
  )

export const noOperator = (name: string): Trouble =>
  told(
    `“${shown(name)}:” is no operator.`,
    `It was searched for as words; operators are ${operators.map((each) => `${each.name}:`).join(', ')}.`,
  )

export const noSuchStory = (name: string): Trouble =>
  told(
    `There is no story “${shown(name)}”.`,
    'Choose one from the suggestions; put a name of several words in quotation marks.',
  )

const longestShown = 40

/** Short enough for a message, never cut within a character of two units. */
function shown(text: string): string {
  const characters = [...text.slice(0, longestShown * 2)]
  return characters.length <= longestShown && text.length <= longestShown * 2
    ? text
    : `${characters.slice(0, longestShown).join('')}…`
}

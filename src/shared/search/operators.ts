// The operators of a query, once for reading it, for suggesting them and for writing it.
import { type Color, colors } from '../model/color.ts'
import { type ReadingState, readingStates, type SearchField, type SearchNode } from './ast.ts'

/** What a library can name: the caller knows the names. */
export type NamedKind = 'tag' | 'outlet' | 'author' | 'story'

/** What may stand after an operator. */
type OperatorValues =
  | { readonly kind: 'words'; readonly field: SearchField }
  | { readonly kind: 'names'; readonly of: NamedKind }
  | { readonly kind: 'date'; readonly node: 'before' | 'after' }
  /** One of a few; what a value gives, by what may be typed, those first that are suggested. */
  | { readonly kind: 'choice'; readonly nodes: ReadonlyMap<string, Choice> }

export interface Choice {
  readonly node: SearchNode
  /** What it finds, in a few words; null for another spelling of a value, which is read and not suggested. */
  readonly finds: string | null
}

export interface Operator {
  /** In lower case, without the colon. */
  readonly name: string
  readonly aliases: readonly string[]
  /** What it finds, in a few words. */
  readonly finds: string
  readonly values: OperatorValues
}

const colourNode = (colour: Color): SearchNode => ({ kind: 'colour', colour })
const hasNode = (what: 'note' | 'annotation' | 'tag'): SearchNode => ({ kind: 'has', what })

const hasChoices: readonly (readonly [string, Choice])[] = [
  ['note', { node: hasNode('note'), finds: 'articles with a note' }],
  ['annotation', { node: hasNode('annotation'), finds: 'articles with a highlight' }],
  ['tag', { node: hasNode('tag'), finds: 'articles with a tag' }],
  ['notes', { node: hasNode('note'), finds: null }],
  ['annotations', { node: hasNode('annotation'), finds: null }],
  ['highlight', { node: hasNode('annotation'), finds: null }],
  ['highlights', { node: hasNode('annotation'), finds: null }],
  ['tags', { node: hasNode('tag'), finds: null }],
]

const colourChoices: readonly (readonly [string, Choice])[] = [
  ...colors.map(
    (colour) => [colour, { node: colourNode(colour), finds: `highlights in ${colour}` }] as const,
  ),
  ['gray', { node: colourNode('grey'), finds: null }],
]

const stateWords: Readonly<Record<ReadingState, string>> = {
  new: 'articles not opened yet',
  reading: 'articles begun',
  read: 'articles read to the end',
}

const stateChoices = readingStates.map(
  (state) => [state, { node: { kind: 'state', state }, finds: stateWords[state] }] as const,
)

const choice = (nodes: readonly (readonly [string, Choice])[]): OperatorValues => ({
  kind: 'choice',
  nodes: new Map(nodes),
})
const names = (of: NamedKind): OperatorValues => ({ kind: 'names', of })
const wordsOf = (field: SearchField): OperatorValues => ({ kind: 'words', field })

/** In the order in which they are suggested. */
export const operators: readonly Operator[] = [
  {
    name: 'tag',
    aliases: [],
    finds: 'articles with this tag, or one beneath it',
    values: names('tag'),
  },
  { name: 'outlet', aliases: [], finds: 'articles of this outlet', values: names('outlet') },
  { name: 'author', aliases: [], finds: 'articles by this author', values: names('author') },
  {
    name: 'before',
    aliases: [],
    finds: 'published before this day, month or year',
    values: { kind: 'date', node: 'before' },
  },
  {
    name: 'after',
    aliases: [],
    finds: 'published in this day, month or year, or later',
    values: { kind: 'date', node: 'after' },
  },
  {
    name: 'has',
    aliases: [],
    finds: 'articles with a note, a highlight or a tag',
    values: choice(hasChoices),
  },
  { name: 'in', aliases: ['story'], finds: 'articles of this story', values: names('story') },
  {
    name: 'colour',
    aliases: ['color'],
    finds: 'articles with a highlight of this colour',
    values: choice(colourChoices),
  },
  { name: 'is', aliases: [], finds: 'new articles, begun or read', values: choice(stateChoices) },
  { name: 'title', aliases: ['titles'], finds: 'words in titles', values: wordsOf('title') },
  { name: 'text', aliases: [], finds: 'words in the text of articles', values: wordsOf('text') },
  { name: 'notes', aliases: ['note'], finds: 'words in notes', values: wordsOf('notes') },
  {
    name: 'quotes',
    aliases: ['quote'],
    finds: 'words in highlighted passages',
    values: wordsOf('quotes'),
  },
  { name: 'tags', aliases: [], finds: 'words in the names of tags', values: wordsOf('tags') },
  {
    name: 'about',
    aliases: [],
    finds: 'words in outlet, author and standfirst',
    values: wordsOf('about'),
  },
]

const byName: ReadonlyMap<string, Operator> = new Map(
  operators.flatMap((operator) =>
    [operator.name, ...operator.aliases].map((name) => [name, operator] as const),
  ),
)

/** By its name or another spelling of it, in any case, without the colon. */
export const operatorNamed = (name: string): Operator | null =>
  byName.get(name.toLowerCase()) ?? null

/** The values that an operator with a choice suggests. */
export const choicesOf = ({ values }: Operator): readonly string[] =>
  values.kind === 'choice'
    ? [...values.nodes].flatMap(([value, { finds }]) => (finds === null ? [] : value))
    : []

/** What is written after an operator, for messages. */
export const datesInWords = '2026, 2026-03 or 2026-03-04'

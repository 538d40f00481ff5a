// A search as SQL: what is about words becomes one expression of full text, so that SQLite joins its
// lists of articles itself; the rest becomes conditions on the row.
import type { SearchNode, WordsNode } from '../../shared/search/ast.ts'
import { indexedText } from '../../shared/search/tokens.ts'
import { wantedWords } from '../../shared/search/wanted-words.ts'
import { tagKey } from './row-keys.ts'
import { taggedSql, taggedValues } from './rows.ts'
import { tellingWeights } from './schema.ts'
import type { Value } from './sqlite.ts'

export interface SearchPlan {
  /** For `full_text MATCH`; null when no word is asked for that all that is found has. */
  readonly match: string | null
  /** The same for `telling_text`; null also when a word is asked for in a field that it has not. */
  readonly telling: string | null
  /** A condition on `article`, and its values; null when there is none. */
  readonly where: string | null
  readonly values: readonly Value[]
}

/** Null for a search that asks for nothing: no word, no field. */
export function planOf(search: SearchNode): SearchPlan | null {
  const node = meaningful(search)
  if (!node) return null
  const parts = node.kind === 'and' ? node.nodes : [node]
  const wanted = parts.flatMap((part) => matchOf(part) ?? [])
  const telling = parts.filter((part) => matchOf(part) !== null).map(tellingMatchOf)
  const others = parts.filter((part) => matchOf(part) === null)
  // Words to leave out can go to full text only where there are words to take in.
  const without = (part: SearchNode): string | null =>
    wanted.length > 0 && part.kind === 'not' ? matchOf(part.node) : null
  const unwanted = others.flatMap((part) => without(part) ?? [])
  const conditions = others.filter((part) => without(part) === null).map(conditionOf)
  const match = [allOf(wanted), ...unwanted.map((part) => `(${part})`)].join(' NOT ')
  return {
    match: wanted.length > 0 ? match : null,
    telling: isComplete(telling) && telling.length > 0 ? allOf(telling) : null,
    where: conditions.length > 0 ? conditions.map(({ sql }) => `(${sql})`).join(' AND ') : null,
    values: conditions.flatMap(({ values }) => values),
  }
}

const isComplete = (matches: readonly (string | null)[]): matches is readonly string[] =>
  matches.every((match) => match !== null)

const allOf = (matches: readonly string[]): string =>
  matches.map((match) => `(${match})`).join(' AND ')

/** Without words that are only punctuation, and what is left empty by that; null when all is. */
function meaningful(node: SearchNode): SearchNode | null {
  switch (node.kind) {
    case 'words':
    case 'outlet':
    case 'author':
      return indexedText(node.text) === '' ? null : node
    case 'not': {
      const inner = meaningful(node.node)
      return inner && { kind: 'not', node: inner }
    }
    case 'and':
    case 'or': {
      const nodes = node.nodes.flatMap((each) => meaningful(each) ?? [])
      const [first] = nodes
      return nodes.length > 1 ? { kind: node.kind, nodes } : (first ?? null)
    }
    default:
      return node
  }
}

/** The expression of a search that is about words alone and leaves none out; null for others. */
const matchOf = (node: SearchNode): string | null =>
  // Quotes are in the text already, as long as their article is there.
  matchWith(node, (words) => `${words.field ?? '- quotes'} : ${phraseOf(words)}`)

const tellingMatchOf = (node: SearchNode): string | null =>
  matchWith(node, (words) => {
    if (words.field === null) return phraseOf(words)
    return words.field in tellingWeights ? `${words.field} : ${phraseOf(words)}` : null
  })

function matchWith(
  node: SearchNode,
  wordsMatch: (words: WordsNode) => string | null,
): string | null {
  if (node.kind === 'words') return wordsMatch(node)
  if (node.kind !== 'and' && node.kind !== 'or') return null
  const parts = node.nodes.map((each) => matchWith(each, wordsMatch))
  if (!isComplete(parts)) return null
  return parts.map((part) => `(${part})`).join(node.kind === 'and' ? ' AND ' : ' OR ')
}

function phraseOf(node: WordsNode): string {
  const { words, goesOn } = wantedWords(node)
  return `"${words.join(' ')}"${goesOn ? ' *' : ''}`
}

interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

function conditionOf(node: SearchNode): Condition {
  switch (node.kind) {
    case 'words':
    case 'and':
    case 'or': {
      const match = matchOf(node)
      if (match !== null)
        return {
          sql: 'row IN (SELECT rowid FROM full_text WHERE full_text MATCH ?)',
          values: [match],
        }
      const parts = node.kind === 'words' ? [] : node.nodes.map(conditionOf)
      return {
        sql: parts.map(({ sql }) => `(${sql})`).join(node.kind === 'and' ? ' AND ' : ' OR '),
        values: parts.flatMap(({ values }) => values),
      }
    }
    case 'not': {
      const { sql, values } = conditionOf(node.node)
      return { sql: `NOT coalesce((${sql}), 0)`, values }
    }
    default:
      return fieldCondition(node)
  }
}

type FieldNode = Exclude<SearchNode, { readonly kind: 'words' | 'and' | 'or' | 'not' }>

function fieldCondition(node: FieldNode): Condition {
  switch (node.kind) {
    case 'tag':
      return { sql: taggedSql, values: taggedValues(node.tag) }
    case 'outlet':
      return { sql: holdsWords('outlet_words'), values: [wordsPattern(node.text)] }
    case 'author':
      return { sql: holdsWords('author_words'), values: [wordsPattern(node.text)] }
    case 'before':
      return { sql: 'published < ?', values: [node.date] }
    case 'after':
      return { sql: 'published >= ?', values: [node.date] }
    case 'has':
      return { sql: hasSql[node.what], values: [] }
    case 'story':
      return {
        sql: `id IN (SELECT story_article.article FROM story JOIN story_article
          ON story_article.story = story.id WHERE story.name_key = ?)`,
        values: [tagKey(node.name)],
      }
    case 'colour':
      return {
        sql: 'id IN (SELECT article FROM annotation WHERE colour = ?)',
        values: [node.colour],
      }
    case 'state':
      return { sql: 'reading = ?', values: [node.state] }
  }
}

const hasSql = {
  note: 'notes > 0',
  annotation: 'annotations > 0',
  tag: 'id IN (SELECT article FROM tagged)',
} as const

/** Names are kept as words with a space before and after each. */
const holdsWords = (column: string): string => `instr(${column}, ?) > 0`
const wordsPattern = (text: string): string => ` ${indexedText(text)} `

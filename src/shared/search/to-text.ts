// A search written as a query: what is kept of it, and what an operator's suggestion puts in.
import type { SearchField, SearchNode, WordsNode } from './ast.ts'
import { halfWidth, isQuoteMark } from './query-tokens.ts'

/**
 * The query that is read as this search, whether it is being typed or not. Values of words only, and of
 * names that are not empty.
 */
export const toText = (search: SearchNode): string => written(search, true)

/** @param last whether it ends the query, where a word would be taken for the beginning of one */
function written(node: SearchNode, last: boolean): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes
        .map((each, at) => {
          const isLast = last && at === node.nodes.length - 1
          return isSeveral(each) ? `(${written(each, false)})` : written(each, isLast)
        })
        .join(node.kind === 'and' ? ' ' : ' OR ')
    case 'not': {
      const { node: inner } = node
      const isPlain = !isSeveral(inner) && inner.kind !== 'not'
      return isPlain ? `-${written(inner, false)}` : `-(${written(inner, false)})`
    }
    case 'words':
      return writtenWords(node, last)
    case 'tag':
      return `tag:${valueText(node.tag)}`
    case 'outlet':
    case 'author':
      return `${node.kind}:${valueText(node.text)}`
    case 'before':
    case 'after':
      return `${node.kind}:${valueText(node.date)}`
    case 'has':
      return `has:${node.what}`
    case 'story':
      // Always in quotation marks: the words behind it may go on with another story's name.
      return `in:${quoted(node.name)}`
    case 'colour':
      return `colour:${node.colour}`
    case 'state':
      return `is:${node.state}`
  }
}

const isSeveral = ({ kind }: SearchNode): boolean => kind === 'and' || kind === 'or'

const fieldOperators: Readonly<Record<SearchField, string>> = {
  title: 'title:',
  about: 'about:',
  tags: 'tags:',
  notes: 'notes:',
  quotes: 'quotes:',
  text: 'text:',
}

function writtenWords({ text, field, prefix }: WordsNode, last: boolean): string {
  const value = last && !prefix ? quoted(text) : valueText(text)
  return `${field === null ? '' : fieldOperators[field]}${value}${prefix ? '*' : ''}`
}

/** What cannot be taken for anything but a word, nor for its parts. */
const bare = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,/&+_-]*$/u
const joiner = /^(?:OR|AND|NOT)$/

/** A value in quotation marks if it needs them. */
export const valueText = (text: string): string =>
  bare.test(text) && !joiner.test(halfWidth(text)) ? text : quoted(text)

function quoted(text: string): string {
  const inner = Array.from(text, (char) => (isQuoteMark(halfWidth(char)) ? char + char : char))
  return `"${inner.join('')}"`
}

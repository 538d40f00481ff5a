// Text inside Markdown, escaped so that it is shown as it is, and nowhere else: a backslash that the
// reader need not see is a fault in their notes. What Markdown would make of a text is asked of the
// parser itself, and what it makes mark-up of is escaped where it begins, until there is none.
//
// Bare addresses are links in GitHub's Markdown, word for word as they are written, so they stay. In
// one a backslash escapes nothing; an address that would swallow an escape is broken by one at its sign.
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { mostSteps, parseMarkdown } from '../markdown/parse.ts'
import { parseCost } from '../markdown/parse-cost.ts'

/** Where a text is to stand. */
export interface MarkdownPlace {
  /** What comes before it on its line, such as the signs of a heading. */
  readonly before?: string
  /** Labels that the document defines somewhere, such as `sic` and `^1`. */
  readonly labels?: readonly string[]
}

/**
 * Escapes text so that Markdown shows it literally: with the fewest backslashes that do. Its line feeds
 * become hard breaks; its lines must not begin or end with white space, nor be empty.
 */
export function escapeMarkdown(text: string, place: MarkdownPlace = {}): string {
  if (!mayBeMarkup(text, place)) return written(text, new Set())
  const trial: Trial = { text, place, left: mostSteps }
  return least(trial, sought(trial) ?? every(text))
}

/** A text whose escapes are being looked for. */
interface Trial {
  readonly text: string
  readonly place: MarkdownPlace
  /** Steps that the parser may still take. */
  left: number
}

/** Whether anything in a text can be more than text; most texts need no parser. */
function mayBeMarkup(text: string, { before = '' }: MarkdownPlace): boolean {
  return (
    /[\\`*_~<&[]/.test(text) ||
    /(?:^|\n)(?:[#>+=|:-]|\d{1,9}[.)])/.test(text) ||
    (/^#+ /.test(before) && text.endsWith('#'))
  )
}

/** Offsets that are to be escaped. */
type Escapes = ReadonlySet<number>

function written(text: string, escapes: Escapes): string {
  let out = ''
  for (let at = 0; at < text.length; at++)
    out += text[at] === '\n' ? hardBreak : escapes.has(at) ? `\\${text[at]}` : text[at]
  return out
}

/** Two spaces: every reader of Markdown knows them, and they are no sign on the page. */
const hardBreak = '  \n'

/** Escapes what the parser makes more than text of, until nothing is left; null when that fails. */
function sought(trial: Trial): Set<number> | null {
  const { text, place } = trial
  const escapes = new Set<number>()
  /** What stands in an address, where an escape would be seen. */
  const kept = new Set<number>()
  for (let round = 0; round < mostRounds; round++) {
    const read = readAs(trial, escapes)
    if (read === null) return null
    if (read.isText) return escapes
    const inAddress = read.addresses.flatMap(({ start, end }) =>
      [...escapes].filter((at) => at >= start && at < end),
    )
    const wanted = inAddress.length > 0 ? [] : missing(text, read, escapes, place)
    for (const at of inAddress) {
      escapes.delete(at)
      kept.add(at)
    }
    const more = wanted.filter((at) => !escapes.has(at) && !kept.has(at))
    const breaks = wanted.filter((at) => kept.has(at)).flatMap((at) => addressSign(text, at))
    if (inAddress.length + more.length + breaks.length === 0) return null
    if (breaks.length > 0) kept.clear()
    for (const at of [...more, ...breaks]) escapes.add(at)
  }
  return null
}

/** Rounds after which everything is escaped. */
const mostRounds = 24

/** Where something begins that is no text; without any, what loses a character of the text. */
function missing(text: string, read: Read, escapes: Escapes, place: MarkdownPlace): number[] {
  if (read.markup.length > 0) return read.markup.map((at) => escapable(text, at))
  const lost = /\\(?=[!-/:-@[-`{-~\n]|$)|&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z\d]+;)/gi
  const found = [...text.matchAll(lost)].map(({ index }) => index)
  const closing = /^#+ /.test(place.before ?? '') ? /(?:^|\s)(#+)$/.exec(text)?.[1] : undefined
  if (closing) found.push(text.length - closing.length)
  return found.filter((at) => !escapes.has(at))
}

/** The sign that keeps what begins here from beginning: of a number in a list the one behind it. */
function escapable(text: string, start: number): number {
  const marker = /^\d{1,9}(?=[.)])/.exec(text.slice(start, start + 10))
  if (marker) return start + marker[0].length
  return text[start] === '!' ? start + 1 : start
}

/** The sign of the address that an offset stands in or behind. */
function addressSign(text: string, at: number): number[] {
  const from = text.slice(0, at).search(/\S+$/)
  if (from < 0) return []
  const start = /https?(?=:\/\/)|www(?=\.)|[\w.+-]+(?=@)/i.exec(text.slice(from, at))
  return start ? [from + start.index + start[0].length] : []
}

/** All that may be more than text, with the signs of addresses, which would swallow escapes. */
const every = (text: string): Set<number> =>
  new Set([...text.matchAll(everything)].map(({ index }) => index))

const everything =
  /[\\`*_~<&[\]]|(?<=https?):|(?<=www)\.|(?<=^|\n)[#>+=|:-]|(?<=(?:^|\n)\d{1,9})[.)]|#(?=#*(?:\n|$))/gi

/**
 * Without those that are not needed, looked at from the end: the first of a pair says more. Some are left
 * where looking at all of them would take long.
 */
function least(trial: Trial, escapes: Set<number>): string {
  const needed = new Set(escapes)
  const order = [...escapes].sort((a, b) => b - a)
  for (let spared = true; spared; ) {
    spared = false
    for (const at of order.filter((each) => needed.has(each))) {
      needed.delete(at)
      const read = readAs(trial, needed)
      if (read?.isText) spared = true
      else needed.add(at)
      if (read === null) return written(trial.text, needed)
    }
  }
  return written(trial.text, needed)
}

interface Range {
  readonly start: number
  readonly end: number
}

/** What the parser makes of a text, in offsets of the text. */
interface Read {
  /** It is shown letter by letter. */
  readonly isText: boolean
  /** Where something begins that is no text. */
  readonly markup: readonly number[]
  /** Links that are made of bare addresses. */
  readonly addresses: readonly Range[]
}

/** Null where that would take too long. */
function readAs(trial: Trial, escapes: Escapes): Read | null {
  const { text, place } = trial
  const { before = '', labels = [] } = place
  const source = `${before}${written(text, escapes)}`
  const definitions = labels.map((label) => `\n\n[${label}]: x`).join('')
  const { steps, searches } = parseCost(source)
  trial.left -= steps + searches / 8
  const root = trial.left > 0 ? parseMarkdown(`${source}${definitions}`, 'gfm') : null
  if (root === null) return null
  const found: Found = { words: '', markup: [], addresses: [] }
  for (const [index, block] of blocksOf(root, source.length).entries())
    if (index === 0 && isHolder(block, before)) walk(block.children, source, found)
    else found.markup.push(...beginsOf(block, source))
  const back = offsetsIn(text, escapes, before.length)
  return {
    isText: found.markup.length === 0 && found.words === plainOf(before) + shown(text),
    markup: found.markup.flatMap((at) => back(at) ?? []),
    addresses: found.addresses.map(({ start, end }) => ({
      start: back(start) ?? 0,
      end: back(end) ?? text.length,
    })),
  }
}

interface Found {
  words: string
  readonly markup: number[]
  readonly addresses: Range[]
}

const blocksOf = ({ children }: Root, length: number): Root['children'] =>
  children.filter(({ position }) => (position?.start.offset ?? 0) < length)

const isHolder = (
  block: Root['children'][number],
  before: string,
): block is Extract<Root['children'][number], { type: 'paragraph' | 'heading' }> =>
  block.type === 'paragraph' || (block.type === 'heading' && /^#+ /.test(before))

/** Where a block that is not wanted, and those in it, can be kept from being any. */
function beginsOf(top: Nodes, source: string): readonly number[] {
  const found: number[] = []
  const open: Nodes[] = [top]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('children' in node && node.type !== 'paragraph') open.push(...node.children)
    if (node === top || node.type === 'listItem' || node.type === 'blockquote')
      found.push(beginOf(node, source))
  }
  return found
}

function beginOf({ type, position }: Nodes, source: string): number {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? source.length
  // Underlined by a line of its own; a table is made by its second.
  const last = source.lastIndexOf('\n', end - 1) + 1
  if (type === 'heading' && source[start] !== '#' && last > start) return last
  return type === 'table' ? source.indexOf('\n', start) + 1 : start
}

function walk(nodes: readonly PhrasingContent[], source: string, found: Found): void {
  for (const node of nodes) {
    const start = node.position?.start.offset
    if (node.type === 'text') found.words += node.value
    else if (node.type === 'break' && source[start ?? 0] === ' ') found.words += '\n'
    else if (node.type === 'link' && isBare(node, source)) {
      const [only] = node.children
      found.words += only?.type === 'text' ? only.value : ''
      if (start !== undefined)
        found.addresses.push({ start, end: node.position?.end.offset ?? start })
    } else found.markup.push(start ?? 0)
  }
}

/** Whether a link is an address as it stands in the source. */
function isBare(node: Extract<PhrasingContent, { type: 'link' }>, source: string): boolean {
  const [only, ...more] = node.children
  if (only?.type !== 'text' || more.length > 0) return false
  if (!node.position) return true
  const { start, end } = node.position
  return source.slice(start.offset, end.offset) === only.value
}

const shown = (text: string): string => text.replaceAll('\0', '\ufffd')

/** The words of what comes before: a heading's signs are none. */
const plainOf = (before: string): string => before.replace(/^#+ /, '')

/** From offsets of the source to those of the text; an escape counts as what it escapes. */
function offsetsIn(
  text: string,
  escapes: Escapes,
  before: number,
): (source: number) => number | null {
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    const width = text[at] === '\n' ? hardBreak.length : escapes.has(at) ? 2 : 1
    for (let i = 0; i < width; i++) offsets.push(at)
  }
  return (source) => offsets[source - before] ?? null
}

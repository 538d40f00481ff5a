// Text inside Markdown: escaped so that it is shown as it is, and notes, which are Markdown
// themselves, kept from reaching into what follows them.
import type { Nodes, Root } from 'mdast'
import { parseMarkdown } from '../markdown/parse.ts'

// What GitHub's Markdown makes a link of by itself. Inside one a backslash escapes nothing, so one
// that holds a character to escape must not become a link.
const bareLink = /(https?|www)([:.])/gi
const toEscape = /[\\`*[\]<~_&]/g

/** Escapes one line of text so that Markdown shows it literally. */
export function escapeMarkdown(line: string): string {
  return escapeMarks(line).replace(/\S+/g, withoutBareLinks)
}

function withoutBareLinks(word: string): string {
  let last = -1
  for (const { index } of word.matchAll(toEscape)) last = index
  return last < 0 ? word : `${word.slice(0, last).replace(bareLink, '$1\\$2')}${word.slice(last)}`
}

function escapeMarks(line: string): string {
  return line
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(?=[#+=>|-]|:-)/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
    .replace(/#$/, '\\#')
}

const plainTag = /^[\p{L}\p{N}]+(?:[-_/.:][\p{L}\p{N}]+)*$/u

/** `#tone/alarm`, or `#[two words]` where a reader could not see the tag's end. */
export function markdownTag(name: string): string {
  return plainTag.test(name) ? `#${name}` : `#[${escapeMarkdown(name.replace(/\s+/gu, ' '))}]`
}

/** How often raw HTML may come to light below raw HTML before all is escaped. */
const mostRounds = 4

/**
 * A note as it is, except where it would swallow or forge what follows: a fence left open is closed,
 * and raw HTML (a comment left open, a script) is shown as text. One for which that does not suffice,
 * or which is beyond what is read as Markdown, is escaped as a whole. Never throws.
 */
export function containedNote(note: string): string {
  const text = withoutHtml(note.replace(/\r\n?/g, '\n').trimEnd().replace(/^\n+/, ''))
  if (text !== null && leavesAlone(text)) return text
  const closed = text === null ? null : withoutHtml(`${text}\n${openFence(text)}`)
  if (closed !== null && leavesAlone(closed)) return closed
  return literalNote(note)
}

/** White space at a line's start could make code or a list of it. */
const literalNote = (note: string): string =>
  note
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => escapeMarkdown(line.trim()))
    .join('\n')

/** The text with each tag and comment escaped; null where they cannot be told. */
function withoutHtml(markdown: string): string | null {
  let text = markdown
  for (let round = 0; round < mostRounds; round++) {
    const root = parseMarkdown(text, 'commonmark')
    if (root === null) return null
    const starts = htmlStarts(root, text)
    if (starts.length === 0) return text
    text = withEscapes(text, starts)
  }
  return null
}

function withEscapes(text: string, at: readonly number[]): string {
  const parts = at.map((start, index) => text.slice(at[index - 1] ?? 0, start))
  return [...parts, text.slice(at.at(-1) ?? 0)].join('\\')
}

const marker = 'parallax sentinel'

function leavesAlone(text: string): boolean {
  const last = parseMarkdown(`${text}\n\n${marker}`, 'commonmark')?.children.at(-1)
  if (last?.type !== 'paragraph') return false
  const [only] = last.children
  return last.children.length === 1 && only?.type === 'text' && only.value === marker
}

/** Offsets of every `<` that begins something inside raw HTML, in order. */
function htmlStarts(root: Root, text: string): number[] {
  const found: number[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
    if (node.type !== 'html') continue
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    for (let at = start; at < end; at++) {
      if (text[at] === '<' && text[at - 1] !== '\\') found.push(at)
    }
  }
  return found
}

// The fence that closes the last one opened.
function openFence(text: string): string {
  const fences = text.match(/^ {0,3}(`{3,}|~{3,})/gm) ?? []
  return fences.at(-1)?.trim() ?? '```'
}

// Tags inside Markdown, and notes, which are Markdown themselves, kept from reaching into what follows
// them.
import type { Nodes, Root } from 'mdast'
import { parseMarkdown } from '../markdown/parse.ts'
import { escapeMarkdown } from './escape-markdown.ts'

const plainTag = /^[\p{L}\p{N}]+(?:[-_/.:][\p{L}\p{N}]+)*$/u

/** `#tone/alarm`, or `#[two words]` where a reader could not see the tag's end. To be escaped. */
export function tagInWords(name: string): string {
  return plainTag.test(name) ? `#${name}` : `#[${name.replace(/\s+/gu, ' ')}]`
}

/** How often raw HTML may come to light below raw HTML before all is escaped. */
const mostRounds = 8

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
    .split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/)
    .map((paragraph) =>
      escapeMarkdown(
        paragraph
          .split(/\r\n?|\n/)
          .map((line) => line.trim())
          .join('\n'),
      ),
    )
    .join('\n\n')

/** The text with each tag and comment escaped where it begins; null where they cannot be told. */
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

/** Where each piece of raw HTML begins, in order. What was inside of one comes to light with the next look. */
function htmlStarts(root: Root, text: string): number[] {
  const found: number[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
    if (node.type !== 'html') continue
    const start = text.indexOf('<', node.position?.start.offset ?? 0)
    if (start >= 0) found.push(start)
  }
  return found
}

// The fence that closes the last one opened.
function openFence(text: string): string {
  const fences = text.match(/^ {0,3}(`{3,}|~{3,})/gm) ?? []
  return fences.at(-1)?.trim() ?? '```'
}

/**
 * The labels that references and footnotes have anywhere in a Markdown text: words in such brackets in
 * the same document would lead there.
 */
export function labelsIn(markdown: string): readonly string[] {
  const root = markdown.includes(']:') ? parseMarkdown(markdown, 'gfm') : null
  const labels: string[] = []
  const open: Nodes[] = root ? [root] : []
  for (let node = open.pop(); node; node = open.pop()) {
    if ('children' in node) open.push(...node.children)
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') continue
    const label = (node.label ?? node.identifier).replace(/[\\[\]]/g, '\\$&')
    labels.push(node.type === 'definition' ? label : `^${label}`)
  }
  return labels
}

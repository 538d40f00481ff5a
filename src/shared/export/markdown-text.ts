// Text inside Markdown: escaped so that it is shown as it is, and notes, which are Markdown
// themselves, kept from reaching into what follows them.
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

// What GitHub's Markdown makes a link of by itself. Inside one a backslash escapes nothing, so one
// that holds a character to escape must not become a link.
const bareLink = /(https?|www)([:.])(?=\S*[\\`*[\]<~_&])/gi

/** Escapes one line of text so that Markdown shows it literally. */
export function escapeMarkdown(line: string): string {
  return escapeMarks(line).replace(bareLink, '$1\\$2')
}

function escapeMarks(line: string): string {
  return line
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(?=[#+=>-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
    .replace(/#$/, '\\#')
}

const plainTag = /^[\p{L}\p{N}]+(?:[-_/.:][\p{L}\p{N}]+)*$/u

/** `#tone/alarm`, or `#[two words]` where a reader could not see the tag's end. */
export function markdownTag(name: string): string {
  return plainTag.test(name) ? `#${name}` : `#[${escapeMarkdown(name)}]`
}

/**
 * A note as it is, except where it would swallow or forge what follows: a fence left open is closed,
 * and raw HTML (a comment left open, a script) is shown as text.
 */
export function containedNote(note: string): string {
  let text = note.replace(/\r\n?/g, '\n').trimEnd().replace(/^\n+/, '')
  for (let round = 0; round < 20; round++) {
    const starts = rawHtml(fromMarkdown(text), text)
    if (starts.length === 0) break
    for (const start of starts.reverse()) text = `${text.slice(0, start)}\\${text.slice(start)}`
  }
  if (leavesAlone(text)) return text
  const closed = `${text}\n${openFence(text)}`
  if (rawHtml(fromMarkdown(closed), closed).length === 0 && leavesAlone(closed)) return closed
  return text.split('\n').map(escapeMarkdown).join('\n')
}

const marker = 'parallax sentinel'

function leavesAlone(text: string): boolean {
  const last = fromMarkdown(`${text}\n\n${marker}`).children.at(-1)
  if (last?.type !== 'paragraph') return false
  const [only] = last.children
  return last.children.length === 1 && only?.type === 'text' && only.value === marker
}

/** Offsets of every `<` that begins something inside raw HTML, in order. */
function rawHtml(node: Nodes, text: string): number[] {
  if (node.type === 'html') {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    const found: number[] = []
    for (let at = start; at < end; at++) {
      if (text[at] === '<' && text[at - 1] !== '\\') found.push(at)
    }
    return found
  }
  return 'children' in node ? node.children.flatMap((child) => rawHtml(child, text)) : []
}

// The fence that closes the last one opened.
function openFence(text: string): string {
  const fences = text.match(/^ {0,3}(`{3,}|~{3,})/gm) ?? []
  return fences.at(-1)?.trim() ?? '```'
}

// A note's Markdown as HTML, made so that nothing in a note can act: every character is escaped,
// raw HTML and images are shown as text, links go to the web and mail alone. No word is left out.
import type { Code, Link, Nodes, Parents, Table } from 'mdast'
import { noteTree } from '../markdown/note-tree.ts'
import { addressInWords, definitionInWords, imageInWords } from '../markdown/references.ts'

/**
 * Text for use in HTML, in an element or a quoted attribute. Control characters are dropped, half
 * surrogate pairs replaced.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/**
 * HTML of a note; empty for an empty note. One beyond what is read as Markdown stands there as it was
 * written. Never throws.
 */
export function noteHtml(note: string): string {
  const tree = noteTree(note)
  return tree.kind === 'plain' ? `<p class="plain">${escapeHtml(tree.text)}</p>` : render(tree.root)
}

const inside = (node: Parents): string => node.children.map(render).join('')
const wrap = (tag: string, content: string): string => `<${tag}>${content}</${tag}>`

function render(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return inside(node)
    case 'text':
    case 'html':
      return escapeHtml(node.value)
    case 'paragraph':
      return wrap('p', inside(node))
    // A note stands inside an article's section: its headings are no part of the outline.
    case 'heading':
      return wrap('p', wrap('strong', inside(node)))
    case 'emphasis':
      return wrap('em', inside(node))
    case 'strong':
      return wrap('strong', inside(node))
    case 'delete':
      return wrap('del', inside(node))
    case 'inlineCode':
      return wrap('code', escapeHtml(node.value))
    case 'code':
      return codeBlock(node)
    case 'blockquote':
      return wrap('blockquote', inside(node))
    case 'list': {
      const start = node.ordered && node.start !== 1 ? ` start="${Number(node.start ?? 1)}"` : ''
      return node.ordered ? `<ol${start}>${inside(node)}</ol>` : wrap('ul', inside(node))
    }
    case 'listItem':
      return wrap('li', `${checkbox(node.checked)}${inside(node)}`)
    case 'link':
      return link(node)
    case 'table':
      return table(node)
    case 'break':
      return '<br>'
    case 'thematicBreak':
      return '<hr>'
    case 'image':
    case 'imageReference':
      return escapeHtml(imageInWords(node))
    case 'linkReference':
      return inside(node)
    case 'footnoteReference':
      return escapeHtml(`[${node.label ?? node.identifier}]`)
    case 'footnoteDefinition':
      return wrap('div', `${escapeHtml(`[${node.label ?? node.identifier}]`)} ${inside(node)}`)
    case 'tableRow':
    case 'tableCell':
      return inside(node)
    case 'definition':
      return wrap('p', escapeHtml(definitionInWords(node)))
    case 'yaml':
      return wrap('p', escapeHtml(node.value))
  }
}

const checkbox = (checked: boolean | null | undefined): string =>
  checked === true ? '☑ ' : checked === false ? '☐ ' : ''

function codeBlock({ lang, meta, value }: Code): string {
  const info = [lang, meta].filter(Boolean).join(' ')
  const data = info === '' ? '' : ` data-info="${escapeHtml(info)}"`
  return `<pre${data}>${wrap('code', escapeHtml(value))}</pre>`
}

function link(node: Link): string {
  const words = inside(node)
  // Where it leads is not lost, but nothing leads there.
  if (!/^(?:https?:\/\/|mailto:)/i.test(node.url))
    return `${words} ${escapeHtml(`(${addressInWords(node)})`)}`
  const title = node.title ? ` title="${escapeHtml(node.title)}"` : ''
  return `<a href="${escapeHtml(node.url)}"${title} rel="noopener noreferrer">${words}</a>`
}

function table(node: Table): string {
  const rows = node.children.map((row, index) => {
    const cell = index === 0 ? 'th' : 'td'
    return wrap('tr', row.children.map((each) => wrap(cell, inside(each))).join(''))
  })
  return wrap('table', rows.join(''))
}

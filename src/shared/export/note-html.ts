// A note's Markdown as HTML, made so that nothing in a note can act: every character is escaped,
// raw HTML is shown as text, images become their description, links go to the web and mail alone.
import type { Nodes, Parents, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

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

/** HTML of a note; empty for an empty note. */
export function noteHtml(note: string): string {
  const tree = fromMarkdown(note, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return render(tree)
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
      return wrap('pre', wrap('code', escapeHtml(node.value)))
    case 'blockquote':
      return wrap('blockquote', inside(node))
    case 'list': {
      const start = node.ordered && node.start !== 1 ? ` start="${Number(node.start ?? 1)}"` : ''
      return node.ordered ? `<ol${start}>${inside(node)}</ol>` : wrap('ul', inside(node))
    }
    case 'listItem':
      return wrap('li', `${checkbox(node.checked)}${inside(node)}`)
    case 'link':
      return link(node.url, inside(node))
    case 'table':
      return table(node)
    case 'break':
      return '<br>'
    case 'thematicBreak':
      return '<hr>'
    case 'image':
    case 'imageReference':
      return escapeHtml(`[${node.alt || 'image'}]`)
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
    case 'yaml':
      return ''
  }
}

const checkbox = (checked: boolean | null | undefined): string =>
  checked === true ? '☑ ' : checked === false ? '☐ ' : ''

function link(url: string, content: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return content
  return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${content}</a>`
}

function table(node: Table): string {
  const rows = node.children.map((row, index) => {
    const cell = index === 0 ? 'th' : 'td'
    return wrap('tr', row.children.map((each) => wrap(cell, inside(each))).join(''))
  })
  return wrap('table', rows.join(''))
}

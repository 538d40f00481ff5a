// A note as it reads: Markdown to elements, never to markup, so a note cannot do anything.
import type { Nodes, Parent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { memo, type ReactNode } from 'react'
import { useUi } from '../state/ui.ts'

export const NoteText = memo(({ note }: { note: string }) => (
  <div className="note-text" dir="auto">
    {parse(note)}
  </div>
))

function parse(note: string): ReactNode {
  const tree = fromMarkdown(note, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return children(tree)
}

const children = (node: Parent): ReactNode =>
  node.children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a note is parsed anew as a whole
    <Part key={index} node={child} />
  ))

function Part({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'emphasis':
      return <em>{children(node)}</em>
    case 'strong':
      return <strong>{children(node)}</strong>
    case 'delete':
      return <del>{children(node)}</del>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <pre>{node.value}</pre>
    case 'heading':
      return <p className="note-heading">{children(node)}</p>
    case 'paragraph':
      return <p>{children(node)}</p>
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{children(node)}</ol>
      ) : (
        <ul>{children(node)}</ul>
      )
    case 'listItem':
      return (
        <li>
          {node.checked !== null && node.checked !== undefined && (node.checked ? '☑ ' : '☐ ')}
          {children(node)}
        </li>
      )
    case 'table':
      return (
        <table>
          <tbody>{children(node)}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr>{children(node)}</tr>
    case 'tableCell':
      return <td>{children(node)}</td>
    case 'footnoteReference':
      return <sup>[{node.label ?? node.identifier}]</sup>
    case 'footnoteDefinition':
      return (
        <div>
          [{node.label ?? node.identifier}] {children(node)}
        </div>
      )
    case 'linkReference':
    case 'imageReference':
      return 'children' in node ? children(node) : (node.alt ?? '')
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'link':
      return (
        <button
          type="button"
          className="note-link"
          title={node.url}
          onClick={() => useUi.setState({ link: node.url })}
        >
          {children(node)}
        </button>
      )
    case 'html':
      return node.value
    case 'image':
      return node.alt ?? ''
    default:
      return 'children' in node ? children(node) : null
  }
}

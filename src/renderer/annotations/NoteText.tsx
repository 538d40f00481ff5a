// A note as it reads: Markdown to elements, never to markup, so a note cannot do anything. A long one
// is shown by its beginning until the reader asks for all of it.
import type { Nodes, Parent } from 'mdast'
import { memo, type ReactNode, useId, useMemo, useState } from 'react'
import { noteTree } from '../../shared/markdown/note-tree.ts'
import { definitionInWords, imageInWords } from '../../shared/markdown/references.ts'
import { useUi } from '../state/ui.ts'
import { beginningOf, piecesOf } from './long-note.ts'

export const NoteText = memo(({ note }: { note: string }) => {
  const [whole, setWhole] = useState(false)
  const id = useId()
  const beginning = useMemo(() => beginningOf(note), [note])
  const long = beginning.length < note.length
  return (
    <>
      <NoteBody id={id} note={whole ? note : beginning} />
      {long && (
        <button
          type="button"
          className="text-button note-more"
          aria-expanded={whole}
          aria-controls={id}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : `Show the whole note (${note.length.toLocaleString()} characters)`}
        </button>
      )}
    </>
  )
})

/** The whole of it. */
export const NoteBody = memo(({ id, note }: { id?: string; note: string }) => {
  const tree = noteTree(note)
  return (
    <div className="note-text" id={id} dir="auto">
      {tree.kind === 'markdown'
        ? children(tree.root)
        : piecesOf(tree.text).map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a note is drawn anew as a whole
            <p key={index} className="note-plain">
              {piece}
            </p>
          ))}
    </div>
  )
})

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
      return children(node)
    case 'definition':
      return <p>{definitionInWords(node)}</p>
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
    case 'imageReference':
      return imageInWords(node)
    default:
      return 'children' in node ? children(node) : null
  }
}

// Writes one document of a book. Notes that the book marks as such become blocks of their own kind,
// at the end of their document.
import { parse } from 'parse5'
import { dataUriPicture } from '../data-uri.ts'
import { attribute, type Element, elementsOf, type Parent, textOf } from '../html/dom.ts'
import { imageReader } from '../html/images.ts'
import { walkHtml } from '../html/walk.ts'
import type { BlockShape, TextBuilder } from '../text-builder.ts'
import { fragmentOf } from './paths.ts'
import { htmlOf } from './xhtml.ts'

export interface ChapterOptions {
  /** The document's name in the book. */
  readonly name: string
  /** The bytes of a picture by its address in the document. */
  readonly picture: (src: string) => Uint8Array | null
  /** The document is the book's table of contents. */
  readonly isContents: boolean
}

/** Appends a document's text to the book's. */
export function writeChapter(xhtml: string, builder: TextBuilder, options: ChapterOptions): void {
  const tree = parse(htmlOf(xhtml))
  const elements = [...elementsOf(tree)]
  const body: Parent = elements.find(({ tagName }) => tagName === 'body') ?? tree
  const notes = options.isContents ? [] : notesIn(elements)
  detach(notes)
  const picture = imageReader((src) => dataUriPicture(src) ?? options.picture(src))
  // No script runs here that would show what a document hides until one does.
  const hiddenToo = elements.some(({ tagName }) => tagName === 'script')
  const shape: BlockShape = options.isContents
    ? { kind: 'paragraph', furniture: true, why: 'Table of contents' }
    : { kind: 'paragraph' }
  const document = options.name
  walkHtml(body, builder, {
    whyChrome: () => null,
    picture,
    hiddenToo,
    fallbacks: true,
    shape,
    document,
  })
  builder.endBlock()
  for (const { element, marker } of notes) {
    const id = attribute(element, 'id')
    if (id !== null) builder.anchor(`${document}#${id}`)
    const isSaid = marker === null || textOf(element, 40).startsWith(marker)
    walkHtml(element, builder, {
      whyChrome: () => null,
      picture,
      document,
      shape: isSaid ? { kind: 'footnote' } : { kind: 'footnote', marker },
    })
    builder.endBlock()
  }
}

interface Note {
  readonly element: Element
  /** The text of the reference in the chapter; null if nothing points at the note. */
  readonly marker: string | null
}

const words = (element: Element, name: string): readonly string[] =>
  (attribute(element, name) ?? '').toLowerCase().split(/\s+/)

const isNote = (element: Element): boolean =>
  words(element, 'epub:type').some((type) => /^(?:foot|end|rear)note$|^note$/.test(type)) ||
  words(element, 'role').some((role) => /^doc-(?:foot|end)note$/.test(role))

const isReference = (element: Element): boolean =>
  words(element, 'epub:type').includes('noteref') || words(element, 'role').includes('doc-noteref')

/** The notes of a document, the outermost only. */
function notesIn(elements: readonly Element[]): Note[] {
  const markers = new Map<string, string>()
  for (const element of elements) {
    if (element.tagName !== 'a' || !isReference(element)) continue
    const id = fragmentOf(attribute(element, 'href') ?? '')
    const text = textOf(element, 20)
    if (id !== '' && text !== '' && !markers.has(id)) markers.set(id, text)
  }
  const notes: Note[] = []
  const inside = new Set<Parent>()
  for (const element of elements) {
    const parent = element.parentNode
    if (parent !== null && inside.has(parent)) inside.add(element)
    else if (isNote(element)) {
      inside.add(element)
      notes.push({ element, marker: markers.get(attribute(element, 'id') ?? '') ?? null })
    }
  }
  return notes
}

/** Takes the notes out of the tree. */
function detach(notes: readonly Note[]): void {
  const gone = new Set<Parent['childNodes'][number]>(notes.map(({ element }) => element))
  const parents = new Set(notes.map(({ element }) => element.parentNode))
  for (const parent of parents)
    if (parent !== null) parent.childNodes = parent.childNodes.filter((child) => !gone.has(child))
}

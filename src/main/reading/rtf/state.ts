// What holds at one place of an RTF file: groups inherit it and give it back at their end.

/** What the text of a group is for. */
export type Destination =
  | 'text'
  | 'skip'
  /** Of a group whose own text is nothing, though groups in it may be text. */
  | 'silent'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'picture'
  | 'marker'
  | 'instruction'
  | 'property-name'
  | 'property-value'
  | 'html'

interface Field {
  instruction: string
  /** A link was opened for it, to be closed with the group of its result. */
  opened: boolean
}

/** A picture while its group is read. */
interface OpenPicture {
  /** A kind that is shown. */
  shown: boolean
  readonly hex: string[]
  binary: Uint8Array | null
  alt: string
  property: string
}

export interface State {
  destination: Destination
  bold: boolean
  italic: boolean
  hidden: boolean
  deleted: boolean
  font: number
  /** How many characters stand after `\u` for those who do not know it. */
  fallback: number
  /** Text in RTF that a page of HTML, put in the file beside it, shows by itself. */
  notHtml: boolean
  // Of paragraphs.
  style: number
  outline: number
  inTable: boolean
  listLevel: number
  // What the group belongs to.
  field: Field | null
  picture: OpenPicture | null
  /** Which footnote it is in, from 1; 0 in the text. */
  note: number
  /** What ends with the group. */
  ends: 'link' | 'note' | 'picture' | 'marker' | 'box' | null
}

export const firstState: State = {
  destination: 'text',
  bold: false,
  italic: false,
  hidden: false,
  deleted: false,
  font: -1,
  fallback: 1,
  notHtml: false,
  style: -1,
  outline: 9,
  inTable: false,
  listLevel: 0,
  field: null,
  picture: null,
  note: 0,
  ends: null,
}

/** `\pard`: what paragraphs are without being told. */
export const plainParagraph = { style: -1, outline: 9, inTable: false, listLevel: 0 } as const

/** `\plain`: what letters are without being told. */
export const plainLetters = { bold: false, italic: false, hidden: false, deleted: false } as const

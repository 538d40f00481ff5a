// A light tree of an XML part. saxes reads it: it knows no entities but the five and character
// references, fetches nothing, and goes on after an error. Names are taken without their prefix,
// since writers choose prefixes as they like.
import { SaxesParser } from 'saxes'
import { Refused } from '../refused.ts'

export interface XmlElement {
  /** Without prefix. */
  readonly name: string
  readonly prefix: string
  /** By name with prefix, as written; null without any. */
  readonly attributes: Readonly<Record<string, string>> | null
  readonly children: XmlNode[]
}
export type XmlNode = XmlElement | string

export interface XmlTree {
  readonly root: XmlElement
  /** False if the markup was broken; then the tree holds what could be read. */
  readonly isSound: boolean
}

/** More than any document has; each takes about 200 bytes of memory. */
const mostElements = 2_000_000
/** Deeper elements are put beside each other: nothing that people write nests like that. */
const deepest = 12_000

const none: XmlNode[] = []

/**
 * Reads XML. Broken markup gives what could be read.
 * @throws Refused (`damaged`) if there is no element in it; (`too-large`)
 */
export function parseXml(bytes: Uint8Array): XmlTree {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const top: XmlElement = { name: '', prefix: '', attributes: null, children: [] }
  const open: XmlElement[] = [top]
  let beyond = 0
  let flat = top
  let elements = 0
  let isSound = true
  const addText = (text: string): void => {
    if (text === '') return
    const holder = beyond > 0 ? flat : open.at(-1)
    holder?.children.push(text)
  }
  parser.on('error', () => {
    isSound = false
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > mostElements)
      throw new Refused(
        'too-large',
        'holds more markup than can be read',
        'Save it in parts, or as plain text, then open that.',
      )
    const colon = name.indexOf(':')
    const element: XmlElement = {
      name: name.slice(colon + 1),
      prefix: colon === -1 ? '' : name.slice(0, colon),
      attributes: hasAny(attributes) ? attributes : null,
      children: [],
    }
    open.at(-1)?.children.push(element)
    if (open.length < deepest) open.push(element)
    else {
      beyond++
      flat = element
    }
  })
  parser.on('closetag', () => {
    if (beyond > 0) beyond--
    else if (open.length > 1) open.pop()
  })
  parser.write(decodeXml(bytes)).close()
  const root = top.children.find((node): node is XmlElement => typeof node !== 'string')
  if (root === undefined)
    throw new Refused(
      'damaged',
      'is damaged: what should be its text cannot be read',
      'Get the file anew from where it came from, then open that.',
    )
  return { root, isSound }
}

const hasAny = (attributes: object): boolean => {
  for (const _ in attributes) return true
  return false
}

/**
 * Decodes XML by its byte order mark, else by what it declares, else as UTF-8 (XML 1.0, appendix F).
 * A declaration of UTF-16 on single bytes is a lie, and left out.
 */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c))
    return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const said = /^[^<]{0,4}<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  return new TextDecoder(known(said)).decode(bytes)
}

/** The name of an encoding that single bytes can be in. */
function known(label = 'utf-8'): string {
  if (/^(?:utf-?16|ucs|iso-10646)/i.test(label)) return 'utf-8'
  try {
    return new TextDecoder(label).encoding
  } catch {
    // A name that nobody knows.
    return 'utf-8'
  }
}

/** An attribute's value by its name without prefix, that of the element's own vocabulary first. */
export function attr({ attributes, prefix }: XmlElement, name: string): string | null {
  if (attributes === null) return null
  const own = attributes[`${prefix}:${name}`] ?? attributes[name]
  if (own !== undefined) return own
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key] ?? null
  return null
}

/** The same of another vocabulary than the element's: `r:id` of a `w:hyperlink`. */
export function foreignAttr({ attributes, prefix }: XmlElement, name: string): string | null {
  for (const key in attributes ?? {})
    if (key.endsWith(`:${name}`) && key !== `${prefix}:${name}`) return attributes?.[key] ?? null
  return null
}

/** The first child of that name. */
export const childOf = (element: XmlElement | null | undefined, name: string): XmlElement | null =>
  (element?.children ?? none).find(
    (node): node is XmlElement => typeof node !== 'string' && node.name === name,
  ) ?? null

export const childrenOf = (
  element: XmlElement | null | undefined,
  name?: string,
): readonly XmlElement[] =>
  (element?.children ?? none).filter(
    (node): node is XmlElement =>
      typeof node !== 'string' && (name === undefined || node.name === name),
  )

/** Every element below one, in the order of the document. */
export function* descendantsOf(top: XmlElement): Generator<XmlElement> {
  const stack: XmlNode[] = []
  for (let i = top.children.length - 1; i >= 0; i--) stack.push(top.children[i] ?? '')
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') continue
    yield node
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] ?? '')
  }
}

/** All text below an element, white space collapsed. */
export function textIn(top: XmlElement | null): string {
  if (top === null) return ''
  const stack: XmlNode[] = [top]
  const parts: string[] = []
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node)
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] ?? '')
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

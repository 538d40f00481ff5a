// Equations of Word as one line of text, in the linear form that Word itself writes and reads (Unicode
// Technical Note 28): (a+b)/c, x^2, √(n). Structure that a line has no sign for is parted by spaces.
import { attr, childOf, childrenOf, type XmlElement } from '../xml/tree.ts'

/** Deeper than any equation; what is deeper yet is left out. */
const deepest = 60

/** An equation (`oMath`, ECMA-376 part 1, 22.1) as a line of text. */
export const linearOf = (equation: XmlElement): string => partsOf(equation, 0).trim()

function partsOf(parent: XmlElement | null, depth: number): string {
  if (parent === null || depth > deepest) return ''
  return childrenOf(parent)
    .map((node) => writtenAs(node, depth + 1))
    .join('')
}

/** An argument of a structure, in brackets where it is more than one sign or word. */
function argument(node: XmlElement, name: string, depth: number): string {
  const text = partsOf(childOf(node, name), depth).trim()
  return /^(?:[\p{L}\p{M}]+|[\p{N}.,]+|.?)$/u.test(text) || isBracketed(text) ? text : `(${text})`
}

/** Whether one pair of brackets holds all of it. */
function isBracketed(text: string): boolean {
  if (!/^\(.*\)$/s.test(text)) return false
  let open = 0
  for (const [i, char] of [...text].entries()) {
    if (char === '(') open++
    if (char === ')') open--
    if (open === 0) return i === [...text].length - 1
  }
  return false
}

const sign = (node: XmlElement, properties: string, name: string): string | null => {
  const found = childOf(childOf(node, properties), name)
  return found === null ? null : (attr(found, 'val') ?? '')
}

type Writer = (node: XmlElement, depth: number) => string

const base: Writer = (node, depth) => argument(node, 'e', depth)
const scripts =
  (...names: readonly (readonly [sign: string, name: string])[]): Writer =>
  (node, depth) =>
    base(node, depth) + scriptsOf(node, names, depth)

function scriptsOf(
  node: XmlElement,
  names: readonly (readonly [sign: string, name: string])[],
  depth: number,
): string {
  return names
    .map(([mark, name]) => [mark, argument(node, name, depth)] as const)
    .filter(([, text]) => text !== '')
    .map(([mark, text]) => mark + text)
    .join('')
}

const writers: Readonly<Record<string, Writer>> = {
  f: (node, depth) => `${argument(node, 'num', depth)}/${argument(node, 'den', depth)}`,
  sSup: scripts(['^', 'sup']),
  sSub: scripts(['_', 'sub']),
  sSubSup: scripts(['_', 'sub'], ['^', 'sup']),
  sPre: (node, depth) =>
    `${scriptsOf(
      node,
      [
        ['_', 'sub'],
        ['^', 'sup'],
      ],
      depth,
    )} ${base(node, depth)}`,
  rad: (node, depth) => {
    const degree = partsOf(childOf(node, 'deg'), depth).trim()
    const of = partsOf(childOf(node, 'e'), depth).trim()
    return degree === '' ? `√${argument(node, 'e', depth)}` : `√(${degree}&${of})`
  },
  nary: (node, depth) => {
    const limits = scriptsOf(
      node,
      [
        ['_', 'sub'],
        ['^', 'sup'],
      ],
      depth,
    )
    return `${sign(node, 'naryPr', 'chr') ?? '∫'}${limits} ${partsOf(childOf(node, 'e'), depth).trim()}`
  },
  d: (node, depth) => {
    const inside = childrenOf(node, 'e').map((part) => partsOf(part, depth).trim())
    const begin = sign(node, 'dPr', 'begChr') ?? '('
    return (
      begin + inside.join(sign(node, 'dPr', 'sepChr') ?? '|') + (sign(node, 'dPr', 'endChr') ?? ')')
    )
  },
  func: (node, depth) => {
    const name = partsOf(childOf(node, 'fName'), depth).trim()
    const of = partsOf(childOf(node, 'e'), depth).trim()
    return `${name}${of.startsWith('(') ? '' : ' '}${of}`
  },
  limLow: scripts(['_', 'lim']),
  limUpp: scripts(['^', 'lim']),
  acc: (node, depth) => base(node, depth) + (sign(node, 'accPr', 'chr') ?? '\u0302'),
  bar: (node, depth) => `${base(node, depth)}\u0305`,
  m: (node, depth) =>
    `(${childrenOf(node, 'mr')
      .map((row) =>
        childrenOf(row, 'e')
          .map((cell) => partsOf(cell, depth).trim())
          .join(', '),
      )
      .join('; ')})`,
  eqArr: (node, depth) =>
    childrenOf(node, 'e')
      .map((row) => partsOf(row, depth).trim())
      .join('; '),
}

function writtenAs(node: XmlElement, depth: number): string {
  if (node.name.endsWith('Pr') || node.name === 'del' || node.name === 'moveFrom') return ''
  if (node.name === 't')
    return node.children.filter((child): child is string => typeof child === 'string').join('')
  const write = writers[node.name]
  return write === undefined ? partsOf(node, depth) : write(node, depth)
}

// What the styles of an OpenDocument text make of a paragraph, a run or a list (ODF 1.3, part 3,
// 16 and 19). Styles that the writer made on the fly rest on named ones.
import { codeName } from '../office/code-name.ts'
import type { Look } from '../office/prose.ts'
import { attr, childOf, childrenOf, descendantsOf, type XmlElement } from '../xml/tree.ts'

export interface ParagraphStyle extends Look {
  readonly kind: 'title' | 'quote' | 'caption' | 'preformatted' | null
  /** Of a paragraph in the style of a heading, 1 to 6; null for any other. */
  readonly headingLevel: number | null
}

interface ListLevel {
  /** Null for bullets. */
  readonly format: string | null
  readonly before: string
  readonly after: string
  readonly start: number
}

export interface Styles {
  paragraph(name: string | null): ParagraphStyle
  run(name: string | null): { readonly strong: boolean | null; readonly emphasis: boolean | null }
  /** @param level from 1 */
  list(name: string | null, level: number): ListLevel | null
}

const deepest = 20

/** @param roots of `styles.xml` and `content.xml`; the last definition of a name counts */
export function readStyles(roots: readonly (XmlElement | null)[]): Styles {
  const styles = new Map<string, XmlElement>()
  const lists = new Map<string, XmlElement>()
  for (const root of roots)
    for (const part of [childOf(root, 'styles'), childOf(root, 'automatic-styles')])
      for (const element of childrenOf(part)) {
        const name = attr(element, 'name') ?? ''
        if (element.name === 'style')
          styles.set(`${attr(element, 'family') ?? ''} ${name}`, element)
        else if (element.name === 'list-style') lists.set(name, element)
      }

  function* chainOf(family: string, name: string | null): Generator<XmlElement> {
    let here = name
    for (let i = 0; i < deepest && here !== null; i++) {
      const style: XmlElement | undefined = styles.get(`${family} ${here}`)
      if (style === undefined) return
      yield style
      here = attr(style, 'parent-style-name')
    }
  }

  function look(family: string, name: string | null) {
    let strong: boolean | null = null
    let emphasis: boolean | null = null
    for (const style of chainOf(family, name)) {
      const properties = childOf(style, 'text-properties')
      if (properties === null) continue
      strong ??= isBold(attr(properties, 'font-weight'))
      const slant = attr(properties, 'font-style')
      emphasis ??= slant === null ? null : slant !== 'normal'
    }
    return { strong, emphasis }
  }

  function paragraph(name: string | null): ParagraphStyle {
    const names = [name, ...[...chainOf('paragraph', name)].map(nameOf)]
    const kind = kinds.find(([pattern]) => names.some((known) => pattern.test(plain(known))))
    const level = names
      .map((known) => /^heading ([1-9])$/i.exec(plain(known))?.[1])
      .find((found) => found !== undefined)
    const { strong, emphasis } = look('paragraph', name)
    return {
      kind: kind?.[1] ?? null,
      headingLevel: level === undefined ? null : Math.min(6, Number(level)),
      strong: strong ?? false,
      emphasis: emphasis ?? false,
    }
  }

  return {
    paragraph: remembered(paragraph),
    run: remembered((name) => look('text', name)),
    list(name, level) {
      const style = name === null ? undefined : lists.get(name)
      const found = childrenOf(style).find((child) => attr(child, 'level') === String(level))
      if (found === undefined) return null
      const format = attr(found, 'num-format')
      return {
        format: found.name === 'list-level-style-number' ? (format ?? '') : null,
        before: attr(found, 'num-prefix') ?? '',
        after: attr(found, 'num-suffix') ?? '',
        start: Number(/^\d{1,6}$/.exec(attr(found, 'start-value') ?? '')?.[0] ?? 1),
      }
    },
  }
}

const kinds: readonly (readonly [RegExp, ParagraphStyle['kind']])[] = [
  [/^title$/i, 'title'],
  [/^(?:quotations?|block ?quote|block ?text|quote)$/i, 'quote'],
  [/^(?:caption|illustration|table|figure|drawing)$/i, 'caption'],
  [codeName, 'preformatted'],
]

const nameOf = (style: XmlElement): string =>
  attr(style, 'display-name') ?? attr(style, 'name') ?? ''

/** Names write a space as `_20_`. */
const plain = (name: string | null): string => (name ?? '').replaceAll('_20_', ' ')

const isBold = (weight: string | null): boolean | null =>
  weight === null ? null : weight === 'bold' || Number(weight) >= 600

function remembered<T>(find: (name: string | null) => T): (name: string | null) => T {
  const known = new Map<string | null, T>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = find(name)
    known.set(name, found)
    return found
  }
}

/** The first element of that name below one. */
export function firstBelow(top: XmlElement | null, name: string): XmlElement | null {
  if (top === null) return null
  for (const element of descendantsOf(top)) if (element.name === name) return element
  return null
}

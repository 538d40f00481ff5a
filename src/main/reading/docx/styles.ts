// What the styles of a Word file make of a paragraph or a run. Names of built-in styles are English
// in every language's Word; only their ids are translated (ECMA-376 part 1, 17.7).
import { codeName } from '../office/code-name.ts'
import { attr, childOf, childrenOf, type XmlElement } from '../xml/tree.ts'

interface ParagraphStyle {
  readonly kind: 'heading' | 'title' | 'quote' | 'caption' | 'preformatted' | 'contents' | null
  /** 1–6, of headings. */
  readonly level: number
  /** `w:numPr` of the style or of one that it is based on. */
  readonly numbering: XmlElement | null
}

export interface RunStyle {
  readonly strong: boolean | null
  readonly emphasis: boolean | null
  readonly hidden: boolean | null
}

export interface Styles {
  /** @param id null for a paragraph that names no style */
  paragraph(id: string | null): ParagraphStyle
  run(id: string | null): RunStyle
}

interface Style {
  readonly name: string
  readonly element: XmlElement | null
  readonly basedOn: string | null
}

/** Styles rest on others at most so deep; a circle ends there too. */
const deepest = 20

/** @param root of `styles.xml`; null without one */
export function readStyles(root: XmlElement | null): Styles {
  const styles = new Map<string, Style>()
  let usual: string | null = null
  for (const element of childrenOf(root, 'style')) {
    const id = attr(element, 'styleId') ?? ''
    const name = valOf(childOf(element, 'name')) ?? id
    styles.set(id, { name, element, basedOn: valOf(childOf(element, 'basedOn')) })
    if (attr(element, 'type') === 'paragraph' && isOn(attr(element, 'default'))) usual ??= id
  }

  function chainOf(id: string | null): Style[] {
    const chain: Style[] = []
    let here = id
    while (here !== null && chain.length < deepest) {
      const style: Style = styles.get(here) ?? { name: here, element: null, basedOn: null }
      chain.push(style)
      here = style.basedOn
    }
    return chain
  }

  return {
    paragraph: remembered((id) => paragraphStyle(chainOf(id ?? usual))),
    run: remembered((id) => runStyle(chainOf(id))),
  }
}

function remembered<T>(find: (id: string | null) => T): (id: string | null) => T {
  const known = new Map<string | null, T>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const found = find(id)
    known.set(id, found)
    return found
  }
}

const kinds: readonly (readonly [RegExp, ParagraphStyle['kind']])[] = [
  [/^title$/i, 'title'],
  [/^toc(?:\s?\d| heading)|^table of (?:figures|authorities)$/i, 'contents'],
  [/quot(?:e|ation)|^block ?text$|^zitat|^citation|^cita\b/i, 'quote'],
  [/^(?:(?:image|table|figure) )?caption$|^beschriftung$|^légende$/i, 'caption'],
  [codeName, 'preformatted'],
]

// Also ids, for files that do not define the styles they use.
const headingName =
  /^(?:heading|head|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|nagłówek|nagwek|заголовок|標題|标题|見出し)[ _-]?([1-9])$/i

function paragraphStyle(chain: readonly Style[]): ParagraphStyle {
  let kind: ParagraphStyle['kind'] = null
  let level = 1
  let numbering: XmlElement | null = null
  for (const { name, element } of chain) {
    const properties = childOf(element, 'pPr')
    numbering ??= childOf(properties, 'numPr')
    if (kind !== null) continue
    const heading = headingName.exec(name.trim())
    const outline = outlineOf(properties)
    kind = kinds.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? null
    if (kind === null && (heading !== null || outline !== null)) {
      kind = 'heading'
      level = Math.min(6, heading === null ? (outline ?? 1) : Number(heading[1]))
    }
  }
  return { kind, level, numbering }
}

/** The level that an outline gives a paragraph, from 1; null for running text. */
export function outlineOf(properties: XmlElement | null): number | null {
  const value = valOf(childOf(properties, 'outlineLvl'))
  return value !== null && /^[0-8]$/.test(value) ? Number(value) + 1 : null
}

function runStyle(chain: readonly Style[]): RunStyle {
  let strong: boolean | null = null
  let emphasis: boolean | null = null
  let hidden: boolean | null = null
  for (const { element } of chain) {
    const look = lookOf(childOf(element, 'rPr'))
    strong ??= look.strong
    emphasis ??= look.emphasis
    hidden ??= look.hidden
  }
  return { strong, emphasis, hidden }
}

/** What a run's own properties say; null where they say nothing. */
export function lookOf(properties: XmlElement | null): RunStyle {
  return {
    strong: switchOf(childOf(properties, 'b')),
    emphasis: switchOf(childOf(properties, 'i')),
    hidden: switchOf(childOf(properties, 'vanish')),
  }
}

const switchOf = (element: XmlElement | null): boolean | null =>
  element === null ? null : isOn(valOf(element) ?? 'true')

const isOn = (value: string | null): boolean => value !== null && /^(?:1|true|on)$/i.test(value)

/** The `w:val` of an element. */
export const valOf = (element: XmlElement | null): string | null =>
  element === null ? null : attr(element, 'val')

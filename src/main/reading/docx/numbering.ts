// Counts the items of a Word file's lists as Word does (ECMA-376 part 1, 17.9): numbers run on
// through the document and start anew below a higher level.

import { own } from '../../../shared/own.ts'
import { formatNumber, type NumberStyle } from '../office/numbers.ts'
import { attr, childOf, childrenOf, type XmlElement } from '../xml/tree.ts'
import { valOf } from './styles.ts'

interface Item {
  /** From 1. */
  readonly level: number
  /** Null for an item without one. */
  readonly marker: string | null
}

export interface Numbering {
  /** Counts a paragraph; null if it is in no list. @param properties its `w:numPr` */
  next(properties: XmlElement | null): Item | null
}

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

interface List {
  readonly abstract: string
  /** Levels that start anew with this list, and at which number. */
  readonly starts: ReadonlyMap<number, number>
  isBegun: boolean
}

/** @param root of `numbering.xml`; null without one */
export function readNumbering(root: XmlElement | null): Numbering {
  const levels = new Map<string, ReadonlyMap<number, Level>>()
  for (const element of childrenOf(root, 'abstractNum'))
    levels.set(attr(element, 'abstractNumId') ?? '', levelsOf(element))
  const lists = new Map<string, List>()
  for (const element of childrenOf(root, 'num')) {
    const starts = new Map<number, number>()
    for (const override of childrenOf(element, 'lvlOverride')) {
      const start = valOf(childOf(override, 'startOverride'))
      if (start !== null) starts.set(wholeNumber(attr(override, 'ilvl')), wholeNumber(start))
    }
    const abstract = valOf(childOf(element, 'abstractNumId')) ?? ''
    lists.set(attr(element, 'numId') ?? '', { abstract, starts, isBegun: false })
  }
  const counts = new Map<string, (number | undefined)[]>()

  return {
    next(properties) {
      const id = valOf(childOf(properties, 'numId'))
      if (id === null || id === '0') return null
      const at = Math.min(8, wholeNumber(valOf(childOf(properties, 'ilvl'))))
      const list = lists.get(id)
      const facts = levels.get(list?.abstract ?? '')
      if (list === undefined || facts === undefined) return { level: at + 1, marker: '•' }
      const count = counts.get(list.abstract) ?? []
      counts.set(list.abstract, count)
      if (!list.isBegun) for (const [level, start] of list.starts) count[level] = start - 1
      list.isBegun = true
      const startOf = (level: number): number => facts.get(level)?.start ?? 1
      count[at] = (count[at] ?? startOf(at) - 1) + 1
      count.length = at + 1
      for (let above = 0; above < at; above++) count[above] ??= startOf(above)
      return { level: Math.min(6, at + 1), marker: markerOf(facts, count, at) }
    },
  }
}

function levelsOf(element: XmlElement): ReadonlyMap<number, Level> {
  return new Map(
    childrenOf(element, 'lvl').map((level) => [
      wholeNumber(attr(level, 'ilvl')),
      {
        format: valOf(childOf(level, 'numFmt')) ?? 'decimal',
        text: valOf(childOf(level, 'lvlText')) ?? '',
        start: wholeNumber(valOf(childOf(level, 'start')) ?? '1'),
      },
    ]),
  )
}

const styles: Readonly<Record<string, NumberStyle | undefined>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}

function markerOf(
  levels: ReadonlyMap<number, Level>,
  count: readonly (number | undefined)[],
  at: number,
): string | null {
  const level = levels.get(at)
  if (level === undefined || level.format === 'bullet') return '•'
  if (level.format === 'none') return null
  const marker = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const format = levels.get(Number(digit) - 1)?.format ?? 'decimal'
    return formatNumber(count[Number(digit) - 1] ?? 1, own(styles, format) ?? '1')
  })
  return marker.trim() === '' ? null : marker.trim().slice(0, 40)
}

const wholeNumber = (value: string | null): number =>
  value !== null && /^\d{1,6}$/.test(value) ? Number(value) : 0

// Tells tables of data, read row by row, from tables that only lay out a page, read cell by cell.
import { attribute, blockTags, type Element, elementsOf, isElement, isText } from './dom.ts'

/**
 * Whether a row is to be written as one block: its cells hold a line each, or its table is one of
 * data by its own markup.
 */
export function isDataRow(element: Element): boolean {
  if (element.tagName !== 'tr') return false
  const cells = element.childNodes.filter(isElement)
  if (cells.length < 2) return false
  return cells.every(isSimple) || (isNamed(element) && cells.every(isShort))
}

/** Whether the table around a row says by its parts that it holds data. */
function isNamed(row: Element): boolean {
  const table = tableAround(row)
  if (table === null || /^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return false
  const parts = table.childNodes.filter(isElement)
  if (parts.some(({ tagName }) => tagName === 'caption' || tagName === 'thead')) return true
  const rows = parts.flatMap((part) => (part.tagName === 'tr' ? [part] : firstRow(part)))
  return rows[0]?.childNodes.some((cell) => isElement(cell) && cell.tagName === 'th') ?? false
}

const firstRow = (part: Element): readonly Element[] =>
  part.childNodes.filter(isElement).slice(0, 1)

function tableAround(row: Element): Element | null {
  let here = row.parentNode
  for (let i = 0; i < 3 && here !== null && 'tagName' in here; i++) {
    if (here.tagName === 'table') return here
    here = here.parentNode
  }
  return null
}

/** A cell of a few paragraphs or items, without parts that would make a page of it. */
function isShort(cell: Element): boolean {
  let seen = 0
  for (const { tagName } of elementsOf(cell))
    if (++seen > 200 || /^(?:table|h[1-6]|article|section|form|pre|figure)$/.test(tagName))
      return false
  return true
}

/** A cell without blocks, or with a single one that holds no others. */
function isSimple(cell: Element): boolean {
  const blocks = cell.childNodes.filter((child) => isElement(child) && blockTags.has(child.tagName))
  const [only] = blocks
  if (only === undefined) return true
  if (blocks.length > 1 || !isElement(only)) return false
  if (only.tagName !== 'p' && only.tagName !== 'div') return false
  return (
    only.childNodes.every((child) => !isElement(child) || !blockTags.has(child.tagName)) &&
    cell.childNodes.every((child) => child === only || !isText(child) || child.value.trim() === '')
  )
}

/** Whether a row names the columns of its table. */
export function isHeaderRow(row: Element): boolean {
  if (row.parentNode?.nodeName === 'thead') return true
  return row.childNodes.every((cell) => !isElement(cell) || cell.tagName === 'th')
}

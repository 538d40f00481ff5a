// Tells tables of data, read row by row, from tables that only lay out a page, read cell by cell.
import { blockTags, type Element, isElement, isText } from './dom.ts'

/** Whether a row is to be written as one block: it has cells, and none of them holds more than a line. */
export function isDataRow(element: Element): boolean {
  if (element.tagName !== 'tr') return false
  let cells = 0
  for (const cell of element.childNodes) {
    if (!isElement(cell)) continue
    cells++
    if (!isSimple(cell)) return false
  }
  return cells > 1
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

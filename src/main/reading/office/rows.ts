// Tells rows of data, written as one block, from tables that only lay out a page, whose cells are
// read one after another. The same rule as for web pages.
import { textIn, type XmlElement } from '../xml/tree.ts'

/**
 * Whether each cell holds one paragraph at most, and there are several.
 * @param paragraph name of a paragraph's element
 * @param table name of a table's element
 */
export function isDataRow(cells: readonly XmlElement[], paragraph: string, table: string): boolean {
  return cells.length > 1 && cells.every((cell) => isSimple(cell, paragraph, table))
}

function isSimple(cell: XmlElement, paragraph: string, table: string): boolean {
  let filled = 0
  const stack = [...cell.children]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') continue
    if (node.name === table || node.name === 'list') return false
    if (node.name !== paragraph && node.name !== 'h')
      for (const child of node.children) stack.push(child)
    else if (textIn(node) !== '' && ++filled > 1) return false
  }
  return true
}

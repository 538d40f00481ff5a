// Up and down in a table: the browser goes to the next cell of the text, a reader means the cell
// below.
import { blockIndexAt } from '../../shared/text/blocks.ts'
import type { TextMap } from './text-offsets.ts'

/**
 * Where a step by a line leads from an offset in a table's cell to the same column of the next row;
 * null outside tables, inside a cell of several lines, and where the table ends.
 */
export function rowStep(map: TextMap, offset: number, direction: string): number | null {
  const { blocks } = map.article
  const index = blockIndexAt(blocks, offset)
  const row = blocks[index]
  const cells = row?.cells
  if (row?.kind !== 'table-row' || !cells) return null
  const column = cells.findIndex(({ start, end }) => offset >= start && offset <= end)
  const cell = cells[column]
  if (!cell) return null
  const forward = direction === 'forward'
  if (hasLine(map, cell, offset, forward)) return null
  for (let next = index + (forward ? 1 : -1); ; next += forward ? 1 : -1) {
    const other = blocks[next]
    if (other?.kind !== 'table-row' || other.table !== row.table) return null
    const target = other.cells?.[column]
    if (target && map.blockElement(next))
      return Math.min(target.start + (offset - cell.start), target.end)
  }
}

/** Whether the cell has a line below (or above) the one that the offset is in. */
function hasLine(
  map: TextMap,
  { start, end }: { readonly start: number; readonly end: number },
  offset: number,
  below: boolean,
): boolean {
  const here = map.rectsOf(offset, offset + 1)[0] ?? map.rectsOf(offset - 1, offset).at(-1)
  if (!here) return false
  return map
    .rectsOf(start, end)
    .some((rect) => (below ? rect.top >= here.bottom - 2 : rect.bottom <= here.top + 2))
}

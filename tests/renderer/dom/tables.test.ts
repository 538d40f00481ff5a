import { describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleText } from '../../../src/renderer/dom/build-article.ts'
import { createCaret } from '../../../src/renderer/dom/caret.ts'
import { createPainter } from '../../../src/renderer/dom/painter.ts'
import { watchWideBoxes } from '../../../src/renderer/dom/wide-boxes.ts'
import type { Block } from '../../../src/shared/model/article.ts'
import { nextFrame, openArticle } from './helpers.ts'

/** A paragraph, tables of rows of cells, a paragraph. */
function tableArticle(...tables: readonly (readonly (readonly string[])[])[]): ArticleText {
  let text = ''
  const blocks: Block[] = []
  const add = (content: string, extra: Partial<Block> = {}): void => {
    const start = text.length
    text += `${content}\n\n`
    blocks.push({ kind: 'paragraph', ...extra, start, end: text.length })
  }
  add('Before')
  tables.forEach((rows, table) => {
    rows.forEach((cells, row) => {
      let at = text.length
      const places = cells.map((cell) => {
        const place = { start: at, end: at + cell.length }
        at = place.end + 3
        return place
      })
      const header = row === 0 ? { header: true as const } : {}
      add(cells.join(' | '), { kind: 'table-row', table, cells: places, ...header })
    })
  })
  add('After')
  return { text, blocks, spans: [{ kind: 'strong', start: 8, end: 12 }] }
}

const votes = [
  ['Ward', 'For', 'Against'],
  ['East Bank', '12', '30'],
  ['', '7', ''],
]

describe('a table in the text', () => {
  it('has rows, cells and headers for screen readers, and the text’s separators unseen', async () => {
    const article = tableArticle(votes)
    const { host } = openArticle(article)
    await nextFrame()
    expect(host.textContent).toBe(article.text)
    const table = host.querySelector('[role="table"]')
    const rows = [...(table?.querySelectorAll(':scope > [role="row"]') ?? [])]
    expect(rows).toHaveLength(3)
    expect(rows[0]?.querySelectorAll('[role="columnheader"]')).toHaveLength(3)
    expect(rows[2]?.querySelectorAll('[role="cell"]')).toHaveLength(3)
    const seen = (rows[1] as HTMLElement).innerText
    expect(seen).not.toContain('|')
    expect(seen.split(/\s*\t\s*|\n/)).toEqual(['East Bank', '12', '30'])
  })

  it('stands its columns under each other', () => {
    const { host } = openArticle(tableArticle(votes))
    const lefts = [...host.querySelectorAll('.row')].map((row) =>
      [...row.querySelectorAll('.cell')].map((cell) => cell.getBoundingClientRect().left),
    )
    expect(lefts[1]).toEqual(lefts[0])
    expect(lefts[2]).toEqual(lefts[0])
  })

  it('begins at the right where its first letters do', () => {
    const { host } = openArticle(
      tableArticle([
        ['التذكرة', '2025'],
        ['راكب', '2.40'],
      ]),
    )
    const [first, second] = host.querySelectorAll('.row:first-child > .cell')
    const left = (cell?: Element) => cell?.getBoundingClientRect().left ?? 0
    expect(left(first)).toBeGreaterThan(left(second))
  })

  it('is another table where the number is another', () => {
    const { host } = openArticle(tableArticle(votes, votes))
    const names = [...host.querySelectorAll('[role="table"]')].map((table) => table.ariaLabel)
    expect(names).toEqual(['Table 1', 'Table 2'])
  })

  it('is drawn in pieces with columns of one width where it is long', () => {
    const rows = Array.from({ length: 650 }, (_, row) => [`Row ${row}`, 'x'.repeat(row % 20), '1'])
    const article = tableArticle(rows)
    const { host } = openArticle(article)
    expect(host.textContent).toBe(article.text)
    const tables = [...host.querySelectorAll<HTMLElement>('[role="table"]')]
    expect(tables.map(({ ariaLabel }) => ariaLabel)).toEqual([
      'Table 1, part 1 of 3',
      'Table 1, part 2 of 3',
      'Table 1, part 3 of 3',
    ])
    for (const chunk of host.querySelectorAll<HTMLElement>('.chunk'))
      chunk.style.contentVisibility = 'visible'
    const widths = tables.map((table) =>
      [...table.querySelectorAll(':scope > .row:first-child > .cell')].map((cell) =>
        Math.round(cell.getBoundingClientRect().width),
      ),
    )
    expect(widths[1]).toEqual(widths[0])
    expect(widths[2]).toEqual(widths[0])
  })

  it('is built fast at 5,000 rows', () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => [`Row ${row}`, 'some words', '1', '2'])
    const article = tableArticle(rows)
    const before = performance.now()
    const { host } = openArticle(article)
    expect(performance.now() - before).toBeLessThan(2_000)
    const most = Math.max(
      ...[...host.querySelectorAll('.chunk')].map((one) => one.querySelectorAll('.row').length),
    )
    expect(most).toBeLessThanOrEqual(300)
  })

  it('takes a highlight across its cells, and gives it up again', async () => {
    const article = tableArticle(votes)
    const { host } = openArticle(article)
    await nextFrame()
    const painter = createPainter(host, article, { describe: () => '' })
    const before = host.innerHTML
    const start = article.text.indexOf('Bank')
    painter.set([{ id: 'a', start, end: article.text.indexOf('7') + 1, color: 'red' }])
    painter.flush()
    expect(host.textContent).toBe(article.text)
    const seen = [...host.querySelectorAll<HTMLElement>('.cell mark')].map((one) => one.innerText)
    expect(seen).toEqual(['Bank', '12', '30', '7'])
    painter.set([])
    painter.flush()
    expect(host.innerHTML).toBe(before)
  })

  it('finds the character under a point of a cell', async () => {
    const article = tableArticle(votes)
    const { map } = openArticle(article)
    await nextFrame()
    const at = article.text.indexOf('30')
    const rect = map.rectsOf(at, at + 1)[0] ?? new DOMRect()
    expect(map.characterFromPoint(rect.left + 2, rect.top + 5)).toBe(at)
    expect(map.pointAt(article.text.indexOf(' | 12')).node.parentElement?.className).toBe('cell')
  })

  it('lets the caret through its cells by character, and down its columns by line', () => {
    const article = tableArticle(votes)
    const { host, map, scroller } = openArticle(article)
    const caret = createCaret(host, map)
    onTestFinished(caret.dispose)
    const press = (key: string, shiftKey = false): number | null => {
      caret.handleKey(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true }))
      return caret.offset()
    }
    const bank = article.text.indexOf('East Bank')
    caret.show(bank + 8)
    expect(press('ArrowRight')).toBe(bank + 9)
    expect(press('ArrowRight')).toBe(article.text.indexOf('12'))
    expect(press('ArrowDown')).toBe(article.text.indexOf('7'))
    expect(press('ArrowUp')).toBe(article.text.indexOf('12'))
    expect(press('ArrowUp')).toBe(article.text.indexOf('For'))
    expect(press('ArrowDown', true)).toBe(article.text.indexOf('12'))
    expect(map.selectionRange(document.getSelection())).toEqual({
      start: article.text.indexOf('For'),
      end: bank + 'East Bank'.length,
    })
    expect(scroller.scrollLeft).toBe(0)
  })

  it('can be reached by the keyboard only where it scrolls sideways', async () => {
    const wide = [Array.from({ length: 14 }, (_, column) => `Column${column}`)]
    const { host } = openArticle(tableArticle(votes, wide))
    const stop = watchWideBoxes(host)
    onTestFinished(stop)
    await nextFrame()
    const boxes = [...host.querySelectorAll<HTMLElement>('.table-box')]
    expect(boxes.map((box) => box.getAttribute('tabindex'))).toEqual([null, '0'])
    expect(boxes[1]?.ariaLabel).toBe('Table 2, scrolls sideways')
  })
})

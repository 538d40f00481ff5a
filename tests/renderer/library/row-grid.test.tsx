// The grid of a long list: fifty thousand rows, of which only some are in the window.
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/base.css'
import '../../../src/renderer/library/library.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { RowGrid } from '../../../src/renderer/library/grid/RowGrid.tsx'
import { type RowSource, rowsOf } from '../../../src/renderer/library/grid/row-source.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const rowAt = (index: number): Named => ({ id: `id-${index}`, name: `Row ${index}` })
const many = Array.from({ length: 50_000 }, (_, index) => rowAt(index))

/** Only rows of a window are here. */
function windowOf(total: number, first: number, last: number): RowSource<Named> {
  return {
    total,
    rowAt: (index) => (index >= first && index <= last ? rowAt(index) : null),
    placeOf: (id) => Number(id.slice(3)),
    idsBetween: async (one, other) =>
      Array.from(
        { length: Math.abs(other - one) + 1 },
        (_, step) => `id-${Math.min(one, other) + step}`,
      ),
  }
}

async function openGrid(first: RowSource<Named>) {
  const calls = { open: vi.fn(), menu: vi.fn(), range: vi.fn(), read: vi.fn() }
  let show = (_rows: RowSource<Named>, _order?: string): void => undefined
  let chosenNow: ReadonlySet<string> = new Set()
  function List() {
    const [{ rows, order }, setShown] = useState({ rows: first, order: '' })
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
    show = (next, nextOrder = order) => setShown({ rows: next, order: nextOrder })
    chosenNow = chosen
    return (
      <RowGrid
        className="articles"
        label="Rows"
        rows={rows}
        onRangeWanted={calls.range}
        chosen={chosen}
        onChoose={setChosen}
        nameOf={({ name }) => name}
        onOpen={calls.open}
        onMenu={calls.menu}
        order={order}
        rowHeight={31}
        renderRow={(row, place) => {
          calls.read(row.id)
          const named = { ...place, 'aria-label': row.name }
          return (
            <div {...named} className="article-row">
              {/* biome-ignore lint/a11y/useSemanticElements: as the grid's own rows */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the keyboard */}
              <div role="gridcell">
                {row.name}
                <button type="button" tabIndex={-1}>
                  More
                </button>
              </div>
            </div>
          )
        }}
        renderEmpty={() => <p>Nothing</p>}
      />
    )
  }
  const host = document.createElement('div')
  host.style.cssText = 'width:240px;height:400px;display:flex;flex-direction:column'
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<List />)
  await settled()
  const grid = host.querySelector<HTMLElement>('[role=grid]')
  if (!grid) throw new Error('no grid')
  return {
    grid,
    calls,
    drawn: () => [...grid.querySelectorAll<HTMLElement>('[role=row][data-index]')],
    row: (index: number) => grid.querySelector<HTMLElement>(`[data-index="${index}"]`),
    chosen: () => [...chosenNow].sort(),
    show: (rows: RowSource<Named>, order?: string) => {
      show(rows, order)
      return settled()
    },
  }
}

async function settled(): Promise<void> {
  for (let frame = 0; frame < 5; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve))
}

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await userEvent.keyboard(key)
  await settled()
}

/** What the keyboard is on. */
const on = (): string | null | undefined => document.activeElement?.getAttribute('aria-label')

describe('the grid', () => {
  it('draws and reads what is near the view alone, and says how many rows there are', async () => {
    const { grid, drawn, calls } = await openGrid(rowsOf(many))
    expect(grid.getAttribute('aria-rowcount')).toBe('50000')
    expect(drawn().length).toBeGreaterThan(5)
    expect(drawn().length).toBeLessThan(30)
    expect(new Set(calls.read.mock.calls.flat()).size).toBeLessThan(40)
    expect(drawn()[3]?.getAttribute('aria-rowindex')).toBe('4')
    expect(grid.querySelectorAll('[tabindex="0"]').length).toBe(1)
  })

  it('goes by arrows, pages, Home and End, and keeps the row in view', async () => {
    const { grid, row } = await openGrid(rowsOf(many))
    row(0)?.focus()
    await press('{ArrowDown}', '{ArrowDown}', '{ArrowUp}')
    expect(on()).toBe('Row 1')
    await press('{PageDown}')
    const page = Number(on()?.slice(4))
    expect(page).toBeGreaterThan(4)
    expect(page).toBeLessThan(14)
    await press('{PageUp}')
    expect(on()).toBe('Row 1')
    await press('{End}')
    expect(on()).toBe('Row 49999')
    const view = grid.getBoundingClientRect()
    expect(row(49_999)?.getBoundingClientRect().bottom).toBeLessThanOrEqual(view.bottom + 1)
    await press('{ArrowDown}')
    expect(on()).toBe('Row 49999')
    await press('{Home}')
    expect(on()).toBe('Row 0')
    expect(grid.scrollTop).toBe(0)
  })

  it('goes sideways into what a row holds, and back', async () => {
    const { row, calls } = await openGrid(rowsOf(many))
    row(1)?.focus()
    await press('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('More')
    await press('{Enter}')
    expect(calls.open).not.toHaveBeenCalled()
    await press('{ArrowRight}')
    expect(on()).toBe('Row 1')
    await press('{ArrowLeft}', '{ArrowDown}')
    expect(on()).toBe('Row 2')
  })

  it('goes to the next row whose name begins with what is typed', async () => {
    const { row } = await openGrid(rowsOf(many))
    row(0)?.focus()
    await press('row 4')
    expect(on()).toBe('Row 4')
    await press('2')
    expect(on()).toBe('Row 42')
  })

  it('chooses with Space, from one to another with Shift, all with Ctrl+A, none with Escape', async () => {
    const { row, chosen, calls } = await openGrid(rowsOf(many))
    row(0)?.focus()
    await press(' ', '{ArrowDown}', '{ArrowDown}', ' ')
    expect(chosen()).toEqual(['id-0', 'id-2'])
    expect(row(2)?.getAttribute('aria-selected')).toBe('true')
    await press('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
    expect(chosen()).toEqual(['id-0', 'id-2', 'id-3', 'id-4'])
    await press('{Control>}a{/Control}')
    expect(chosen()).toHaveLength(50_000)
    await press('{Escape}')
    expect(chosen()).toEqual([])
    await press('{Enter}')
    expect(calls.open).toHaveBeenCalledExactlyOnceWith(many[4])
  })

  it('opens with a click, and chooses with one while any is chosen', async () => {
    const { row, chosen, calls } = await openGrid(rowsOf(many))
    row(3)?.click()
    await settled()
    expect(calls.open).toHaveBeenCalledExactlyOnceWith(many[3])
    row(3)?.focus()
    await press(' ')
    row(5)?.click()
    await settled()
    expect(chosen()).toEqual(['id-3', 'id-5'])
    row(7)?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    await settled()
    expect(chosen()).toEqual(['id-3', 'id-5', 'id-6', 'id-7'])
    expect(calls.open).toHaveBeenCalledTimes(1)
  })

  it('asks for a menu on the right button', async () => {
    const { row, calls } = await openGrid(rowsOf(many))
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
    row(2)?.firstElementChild?.dispatchEvent(event)
    expect(calls.menu).toHaveBeenCalledExactlyOnceWith(many[2], row(2))
    expect(event.defaultPrevented).toBe(true)
  })

  it('shows from its beginning what is in another order', async () => {
    const { grid, show } = await openGrid(rowsOf(many))
    grid.scrollTop = 90_000
    await settled()
    await show(rowsOf(many.slice(0, 20_000)), 'filtered')
    expect(grid.scrollTop).toBe(0)
  })
})

describe('the keyboard’s place', () => {
  it('stays on its row when others come before it, and while the reader scrolls away', async () => {
    const { grid, row, show } = await openGrid(rowsOf(many))
    row(4)?.focus()
    await show(rowsOf([{ id: 'new', name: 'New' }, ...many]))
    expect(on()).toBe('Row 4')
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('6')
    grid.scrollTop = 1_000_000
    await settled()
    expect(on()).toBe('Row 4')
    await press('{ArrowDown}')
    expect(on()).toBe('Row 5')
  })

  it('goes to the row in its place when its own goes, and to the grid when all go', async () => {
    const { grid, row, show } = await openGrid(rowsOf(many))
    row(4)?.focus()
    await show(rowsOf(many.filter((_, index) => index !== 4)))
    expect(on()).toBe('Row 5')
    await show(rowsOf([]))
    expect(document.activeElement).toBe(grid)
    await show(rowsOf(many.slice(0, 3)))
    await press('{ArrowDown}')
    expect(on()).toMatch(/^Row/)
  })

  it('is not taken from where it went meanwhile', async () => {
    const { row, show } = await openGrid(rowsOf(many))
    const field = document.createElement('input')
    document.body.append(field)
    onTestFinished(() => field.remove())
    row(4)?.focus()
    field.focus()
    await show(rowsOf(many.slice(10)))
    expect(document.activeElement).toBe(field)
    row(2)?.focus()
    ;(document.activeElement as HTMLElement).blur()
    await settled()
    await show(rowsOf(many.slice(20)))
    expect(document.activeElement).toBe(document.body)
  })
})

describe('what the reader looks at', () => {
  const newcomers = (many: number): readonly Named[] =>
    Array.from({ length: many }, (_, at) => ({ id: `new-${at}`, name: `New ${at}` }))
  /** What it is called that stands at a height of the grid. */
  const at = (grid: HTMLElement, below: number): string | null | undefined => {
    const y = grid.getBoundingClientRect().top + below
    const rows = [...grid.querySelectorAll('[role=row]')]
    const isThere = ({ top, bottom }: DOMRect): boolean => top <= y && bottom + 2 > y
    return rows.find((row) => isThere(row.getBoundingClientRect()))?.getAttribute('aria-label')
  }

  it('stays where it is when rows come before it, or go', async () => {
    const { grid, show } = await openGrid(rowsOf(many))
    grid.scrollTop = 9_000
    await settled()
    const seen = at(grid, 200)
    await show(rowsOf([...newcomers(37), ...many]))
    expect(at(grid, 200)).toBe(seen)
    await show(rowsOf(many.filter((_, index) => index > 50)))
    expect(at(grid, 200)).toBe(seen)
  })

  it('stays at the end of a list that becomes shorter', async () => {
    const { grid, show } = await openGrid(rowsOf(many.slice(0, 400)))
    grid.scrollTop = 1_000_000
    await settled()
    const seen = at(grid, 200)
    await show(rowsOf(many.slice(100, 400)))
    expect(at(grid, 200)).toBe(seen)
  })

  it('stays under the pointer at the very top, too, but nothing else does there', async () => {
    const { grid, show } = await openGrid(rowsOf(many))
    await show(rowsOf([...newcomers(3), ...many]))
    expect(at(grid, 20)).toBe('New 0')
    await userEvent.hover(grid, { position: { x: 60, y: 100 } })
    const seen = at(grid, 100)
    await show(rowsOf([...newcomers(9).slice(3), ...newcomers(3), ...many]))
    expect(at(grid, 100)).toBe(seen)
  })
})

describe('rows that are not here', () => {
  it('are asked for as they are needed, shown as waiting, and take the keyboard when they come', async () => {
    const { grid, row, calls, show } = await openGrid(windowOf(50_000, 0, 30))
    expect(calls.range.mock.lastCall?.[0]).toBe(0)
    row(0)?.focus()
    await press('{End}')
    const [first, last] = calls.range.mock.lastCall ?? []
    expect(first).toBeGreaterThan(49_900)
    expect(last).toBe(49_999)
    expect(grid.contains(document.activeElement)).toBe(true)
    expect(document.activeElement?.className).toBe('row-waiting')
    expect(document.activeElement?.textContent).toContain('50000, not here yet')
    await press('{Enter}')
    expect(calls.open).not.toHaveBeenCalled()
    await show(windowOf(50_000, 49_900, 49_999))
    expect(on()).toBe('Row 49999')
    expect(calls.range.mock.calls.length).toBeLessThan(40)
  })

  it('are chosen with those around them, once their ids are told', async () => {
    const { row, chosen } = await openGrid(windowOf(50_000, 0, 30))
    row(0)?.focus()
    await press(' ', '{Shift>}{End}{/Shift}')
    expect(chosen()).toHaveLength(50_000)
  })
})

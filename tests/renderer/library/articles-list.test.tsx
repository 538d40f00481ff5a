// The list of fifty thousand articles in a window that holds a few hundred of them.
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/base.css'
import '../../../src/renderer/shell/shell.css'
import '../../../src/renderer/library/library.css'
import '../../../src/renderer/library/stories.css'
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ListedRow, RowGroup, RowQuery } from '../../../src/shared/model/rows.ts'
import { installFakeCore } from '../actions/fake-core.ts'
import { idOf, listedAt, noCounts } from '../list-rows.ts'

const total = 50_000
const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/library/ArticlesList.tsx')),
  ...(await import('../../../src/renderer/replica/list.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
  ...(await import('../../../src/renderer/replica/counts.ts')),
  ...(await import('../../../src/renderer/state/list.ts')),
  ...(await import('../../../src/renderer/state/stories.ts')),
})
let page: Awaited<ReturnType<typeof load>>

/** Every question that was asked, and how many rows were given. */
let asked: { name: string; query: RowQuery | null; rows: number }[] = []
/** Groups of a thousand, under grouping. */
const groups: readonly RowGroup[] = Array.from({ length: 50 }, (_, at) => ({
  key: `Outlet ${at}`,
  start: at * 1_000,
  count: 1_000,
}))

function answer(): void {
  core.always('rows-page', ({ query, start, end }) => {
    const all = query.filter === undefined ? total : 20
    const rows = Array.from({ length: Math.max(0, Math.min(end, all) - start) }, (_, at) =>
      rowAt(start + at),
    )
    asked.push({ name: 'page', query, rows: rows.length })
    return { total: all, rows, groups: query.group === undefined ? [] : [...groups] }
  })
  core.always('rows-between', ({ query, start, end }) => {
    asked.push({ name: 'between', query, rows: 0 })
    return { articles: Array.from({ length: end - start }, (_, at) => idOf(start + at)) }
  })
  core.always('rows-place', ({ article, query }) => {
    asked.push({ name: 'place', query, rows: 0 })
    return { place: Number.parseInt(article, 16) }
  })
  core.always('rows-named', ({ typed, query }) => {
    asked.push({ name: 'named', query, rows: 0 })
    const place = Number(typed.replace(/\D+/g, ''))
    return { place: place < total ? place : null }
  })
  core.always('rows-counts', () => ({ ...noCounts, articles: total }))
}

const rowAt = (place: number): ListedRow => listedAt(place)

beforeAll(async () => {
  page = await load()
})

beforeEach(() => {
  answer()
  asked = []
  page.beginShowing(null, 0)
  page.beginList()
  page.useStories.setState({ chosen: new Set() })
  page.useList.setState({ order: { sort: 'path' }, filter: '', folded: new Set() })
})

async function settled(): Promise<void> {
  for (let frame = 0; frame < 6; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve))
}

async function openList() {
  const host = document.createElement('nav')
  host.className = 'side library-side'
  host.style.cssText = 'height:700px;display:flex;flex-direction:column'
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<page.ArticlesList />)
  await settled()
  const grid = host.querySelector<HTMLElement>('[role=grid]')
  if (!grid) throw new Error('no grid')
  return {
    host,
    grid,
    leave: () => root.unmount(),
    line: (index: number) => grid.querySelector<HTMLElement>(`[data-index="${index}"]`),
    held: () => [...(page.useRowList.getState().view?.pages.values() ?? [])].flat().length,
  }
}

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await userEvent.keyboard(key)
  await settled()
}
/** At once, however slow the machine is: letters with a rest between them begin another word. */
async function type(letters: string): Promise<void> {
  const row = document.activeElement
  for (const key of letters)
    row?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
  await settled()
}
const on = (): string | null | undefined => document.activeElement?.getAttribute('aria-label')
const pagesAsked = () => asked.filter(({ name }) => name === 'page')

describe('the list of fifty thousand', () => {
  it('asks for a few pages wherever the reader scrolls, and holds a few hundred rows', async () => {
    const { grid, held } = await openList()
    expect(grid.getAttribute('aria-rowcount')).toBe('50000')
    expect(pagesAsked().length).toBeLessThanOrEqual(2)
    for (let at = 1; at <= 10; at++) {
      grid.scrollTop = at * 280_000
      await settled()
      expect(grid.querySelectorAll('.row-waiting').length).toBe(0)
      expect(held()).toBeLessThanOrEqual(900)
    }
    expect(pagesAsked().length).toBeLessThan(50)
    expect(pagesAsked().reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(12_000)
  })

  it('asks only for what changed, and only for what is near, when it is told that it may be another', async () => {
    const { grid, line } = await openList()
    grid.scrollTop = 1_000_000
    await settled()
    asked = []
    for (let at = 0; at < 10; at++) page.renewList()
    await settled()
    expect(pagesAsked().length).toBeLessThanOrEqual(6)
    expect(grid.querySelectorAll('.row-waiting').length).toBe(0)
    expect(line(0)).not.toBeNull()
  })

  it('stays with what is in view, and with the keyboard’s row, when thousands come before them', async () => {
    const { grid, line } = await openList()
    line(2)?.focus()
    await press(' ')
    grid.scrollTop = 800_000
    await settled()
    const seen = () => {
      const y = grid.getBoundingClientRect().top + 200
      const rows = [...grid.querySelectorAll('[role=row]')]
      return rows
        .find(
          (row) =>
            row.getBoundingClientRect().top <= y && row.getBoundingClientRect().bottom + 2 > y,
        )
        ?.getAttribute('aria-label')
    }
    const before = seen()
    expect(before).toMatch(/^Row 1\d{4}$/)
    // The core has read on: five thousand are new, and come first.
    core.always('rows-page', ({ start, end }) => {
      asked.push({ name: 'page', query: null, rows: end - start })
      const rows = Array.from({ length: end - start }, (_, at) =>
        start + at < 5_000 ? listedAt(900_000 + start + at) : rowAt(start + at - 5_000),
      )
      return { total: total + 5_000, rows, groups: [] }
    })
    core.always('rows-place', ({ article }) => ({ place: Number.parseInt(article, 16) + 5_000 }))
    asked = []
    page.renewList()
    await settled()
    await expect.poll(seen).toBe(before)
    expect(on()).toBe('Row 2')
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('5003')
    expect([...page.useStories.getState().chosen]).toEqual([idOf(2)])
    expect(pagesAsked().length).toBeLessThanOrEqual(6)
    expect(grid.querySelectorAll('.row-waiting').length).toBe(0)
    await press('{ArrowDown}')
    expect(on()).toBe('Row 3')
  })

  it('chooses from row 3 to row 40,000 with Shift, though neither end stays in the window', async () => {
    const { grid, line, held } = await openList()
    line(3)?.focus()
    await press(' ')
    for (let at = 0; at < 4; at++) {
      grid.scrollTop += 600_000
      await settled()
    }
    // Shift goes to what the keyboard goes to: there by typing its name.
    await type('Row 40000')
    expect(on()).toBe('Row 40000')
    asked = []
    line(40_000)?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    await settled()
    const { chosen } = page.useStories.getState()
    expect(chosen.size).toBe(39_998)
    expect([chosen.has(idOf(3)), chosen.has(idOf(40_000))]).toEqual([true, true])
    expect([chosen.has(idOf(2)), chosen.has(idOf(40_001))]).toEqual([false, false])
    expect(asked.filter(({ name }) => name === 'between')).toHaveLength(1)
    expect(held()).toBeLessThanOrEqual(900)
  })

  it('goes by the first letters to a row that is not in the window', async () => {
    const { line } = await openList()
    line(0)?.focus()
    await type('row 31415')
    expect(on()).toBe('Row 31415')
    await press('{ArrowDown}')
    expect(on()).toBe('Row 31416')
  })

  it('asks a few times, the last time for all that was typed, when the filter is typed fast', async () => {
    const { host } = await openList()
    asked = []
    host.querySelector('input')?.focus()
    await userEvent.keyboard('harbour council votes')
    await settled()
    const queries = pagesAsked().map(({ query }) => query?.filter)
    expect(queries.at(-1)).toBe('harbour council votes')
    expect(queries.length).toBeLessThanOrEqual(22)
    expect(page.useRowList.getState().view).toMatchObject({ total: 20 })
  })

  it('shows a late answer to an earlier filter never', async () => {
    await openList()
    page.useList.setState({ filter: 'a' })
    // From here on the core answers when it is told to.
    core.never('rows-page')
    page.useList.setState({ filter: 'ab' })
    const first = await core.next('rows-page')
    page.useList.setState({ filter: 'abc' })
    first.answer({ total: 1, rows: [rowAt(1)], groups: [] }, 0)
    const second = await core.next('rows-page')
    expect(second.arg.query.filter).toBe('abc')
    expect(page.useRowList.getState().view?.query.filter).not.toBe('ab')
    second.answer({ total: 2, rows: [rowAt(1), rowAt(2)], groups: [] }, 0)
    await expect.poll(() => page.useRowList.getState().view?.query.filter).toBe('abc')
  })

  it('has a line over each group, which is folded and keeps its place in view', async () => {
    const { grid, line, host } = await openList()
    page.orderList({ group: 'outlet' })
    await settled()
    expect(grid.getAttribute('aria-rowcount')).toBe('50050')
    expect(line(0)?.getAttribute('aria-label')).toBe('Outlet 0, 1,000 articles')
    line(0)?.focus()
    await press('{ArrowDown}')
    expect(on()).toBe('Row 0')
    await press('{ArrowUp}', '{Enter}')
    expect(grid.getAttribute('aria-rowcount')).toBe('49050')
    expect(on()).toBe('Outlet 0, 1,000 articles, folded')
    await press('{ArrowDown}')
    expect(on()).toBe('Outlet 1, 1,000 articles')
    await press('{ArrowDown}')
    expect(on()).toBe('Row 1000')
    grid.scrollTop = 30_000
    await settled()
    expect(host.querySelector('.stuck-heading')?.textContent).toContain('Outlet 1')
    // What is put away is not chosen with the rest.
    asked = []
    await press('{Control>}a{/Control}')
    expect(page.useStories.getState().chosen.size).toBe(49_000)
    expect(page.useStories.getState().chosen.has(idOf(999))).toBe(false)
    expect(asked.filter(({ name }) => name === 'between')).toHaveLength(1)
  })

  it('says what to do when nothing is like what it was narrowed down to', async () => {
    core.always('rows-page', () => ({ total: 0, rows: [], groups: [] }))
    const { host } = await openList()
    page.orderList({ state: 'read' })
    await settled()
    expect(host.textContent).toContain('No article is like that.')
    const all = [...host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show all articles',
    )
    all?.click()
    await settled()
    expect(page.useList.getState().order).toEqual({ sort: 'path' })
  })

  it('begins anew to choose once what was chosen was let go of over it', async () => {
    const { host, line } = await openList()
    line(3)?.focus()
    await press(' ', '{ArrowDown}', ' ')
    expect(page.useStories.getState().chosen.size).toBe(2)
    const clear = [...host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Clear',
    )
    clear?.click()
    await settled()
    line(7)?.focus()
    await press('{Shift>}{ArrowDown}{/Shift}')
    expect([...page.useStories.getState().chosen].sort()).toEqual([idOf(7), idOf(8)])
  })

  it('chooses no range from a row that is not in the list any more', async () => {
    const { line } = await openList()
    line(3)?.focus()
    await press(' ')
    core.always('rows-place', () => ({ place: null }))
    core.always('rows-page', ({ start, end }) => {
      const rows = Array.from({ length: end - start }, (_, at) => rowAt(5_000 + start + at))
      return { total: 40_000, rows, groups: [] }
    })
    page.renewList()
    await settled()
    expect(line(10)?.getAttribute('aria-label')).toBe('Row 5010')
    line(10)?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    await settled()
    expect([...page.useStories.getState().chosen]).toEqual([idOf(3)])
  })

  it('has no menu open when it is shown again', async () => {
    const { leave } = await openList()
    page.useList.setState({ open: 'order' })
    await settled()
    expect(document.querySelector('[role=menu], [role=dialog]')).not.toBeNull()
    leave()
    await settled()
    await openList()
    expect(page.useList.getState().open).toBeNull()
    expect(document.querySelector('[role=menu], [role=dialog]')).toBeNull()
  })

  it('says that it could not be had while the rows of before stand, and is asked for again', async () => {
    const { host, grid } = await openList()
    core.never('rows-page')
    page.useList.setState({ filter: 'council' })
    ;(await core.next('rows-page')).refuse({ code: 'io', message: 'No list.', advice: 'Wait.' })
    await expect
      .poll(() => host.querySelector('[role=alert]')?.textContent)
      .toContain('No list. Wait. The articles below are as they were listed before.')
    expect(grid.getAttribute('aria-rowcount')).toBe('50000')
    const again = [...host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Try again',
    )
    answer()
    again?.click()
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('20')
    expect(host.querySelector('[role=alert]')).toBeNull()
  })
})

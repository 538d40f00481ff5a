// What stands beside the panes while comparing: the tab Compare of the right side, the fact table.
import type { Locator } from 'playwright/test'
import type { App } from '../drivers/app.ts'
import { expect } from '../fixtures.ts'

export interface CompareSide {
  readonly side: Locator
  tab(name: 'Notes' | 'Compare'): Locator
  /** One item for each match in another article, or for an article without one. */
  readonly matches: Locator
  match(words: string | RegExp): Locator
  readonly rejected: Locator
}

export function compareSideOf({ page }: App): CompareSide {
  const side = page.getByRole('complementary', { name: 'Compare' })
  const matches = side.getByRole('list', { name: 'Matches' }).locator('> li')
  return {
    side,
    tab: (name) => page.getByRole('tab', { name, exact: true }),
    matches,
    match: (words) => matches.filter({ hasText: words }),
    rejected: side.getByRole('group').filter({ hasText: 'Rejected' }),
  }
}

export interface FactTable {
  readonly region: Locator
  readonly grid: Locator
  /** The rows below the head. */
  readonly rows: Locator
  row(words: string | RegExp): Locator
  /** Ticks a row by its box, as a mouse does. */
  tick(words: string): Promise<void>
  filter(name: string): Locator
  /** What a filter says of how many rows it has. */
  count(name: string): Promise<number>
  /** Its upper edge, by which it is made higher and lower. */
  readonly edge: Locator
  readonly order: Locator
  readonly annotate: Locator
}

export function factTableOf({ page }: App): FactTable {
  const region = page.getByRole('region', { name: 'Fact table' })
  const grid = region.getByRole('grid', { name: 'What the articles tell' })
  const rows = grid.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const filter = (name: string) => region.getByRole('radio', { name: new RegExp(`^${name} \\d`) })
  return {
    region,
    grid,
    rows,
    row: (words) => rows.filter({ hasText: words }),
    tick: (words) =>
      rows
        .filter({ hasText: words })
        .locator('label', { has: page.getByRole('checkbox') })
        .click(),
    filter,
    count: async (name) => Number(/\d+$/.exec((await filter(name).innerText()).trim())?.[0]),
    edge: region.getByRole('separator', { name: 'Height of the fact table' }),
    order: region.getByRole('combobox', { name: 'Order of' }),
    annotate: region.getByRole('button', { name: /^Annotate/ }),
  }
}

/** Turns comparing on, and waits for what it found. */
export async function compareOpenArticles(app: App): Promise<CompareSide> {
  await app.page
    .getByRole('banner')
    .getByRole('button', { name: /^Compare/ })
    .click()
  const side = compareSideOf(app)
  await expect(side.side.getByRole('heading', { name: 'What they share' })).toBeVisible()
  return side
}

/** Opens the table, and makes it so high that every row of a small comparison is drawn. */
export async function openFactTable(app: App): Promise<FactTable> {
  await app.command('fact-table')
  const table = factTableOf(app)
  await expect(table.rows.first()).toBeVisible()
  await table.edge.focus()
  for (let press = 0; press < 8; press++) await app.page.keyboard.press('ArrowUp')
  return table
}

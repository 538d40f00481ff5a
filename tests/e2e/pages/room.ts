// The window as a reader meets it: library, panes, notes, messages. Roles and names only.
import type { Locator } from 'playwright/test'
import type { App } from '../drivers/app.ts'
import { expect } from '../fixtures.ts'

export interface Room {
  readonly library: Locator
  readonly articles: Locator
  /** The row of one article in the library's list. */
  row(name: string): Locator
  readonly main: Locator
  /** Every open pane, from left to right. */
  readonly panes: Locator
  pane(name: string): Locator
  /** The text of an open article. */
  text(name: string): Locator
  readonly messages: Locator
  readonly saveState: Locator
  /** Waits until everything that was asked for is said to be saved. */
  saved(): Promise<void>
  dialog(name: string): Locator
  /** Titles of the panes in their order. */
  titles(): Promise<string[]>
}

export function roomOf({ page }: App): Room {
  const library = page.getByRole('navigation', { name: 'Library' })
  const articles = library.getByRole('grid', { name: 'Articles' })
  const main = page.getByRole('main')
  const panes = main.getByRole('region')
  const pane = (name: string) => main.getByRole('region', { name, exact: true })
  const saveState = page.getByRole('contentinfo').getByRole('status')
  return {
    library,
    articles,
    row: (name) => articles.getByRole('row', { name }),
    main,
    panes,
    pane,
    text: (name) => pane(name).getByRole('article'),
    messages: page.getByRole('region', { name: 'Messages' }),
    saveState,
    saved: () => expect(saveState).toHaveText('Saved'),
    dialog: (name) => page.getByRole('dialog', { name, exact: true }),
    async titles() {
      // Until its article was read, a pane has no name.
      await expect
        .poll(async () => (await panes.getByRole('article').count()) === (await panes.count()))
        .toBe(true)
      return panes.getByRole('heading', { level: 2 }).allTextContents()
    },
  }
}

/** Opens an article from the list, and waits for its text. */
export async function openFromList(room: Room, name: string): Promise<Locator> {
  await room.row(name).click()
  const text = room.text(name)
  await expect(text).toBeVisible()
  return text
}

/** Chooses a command by its name in the palette; for those that have no key, too. */
export async function chooseCommand(app: App, title: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+p')
  const dialog = page.getByRole('dialog', { name: 'All commands', exact: true })
  await dialog.getByRole('searchbox', { name: 'Find' }).fill(title)
  await dialog.getByRole('option', { name: title }).first().click()
  await expect(dialog).toBeHidden()
}

export interface HistoryWords {
  readonly undo: string
  readonly redo: string
}

/** What the Edit menu says would be undone and done again: the native one, else the drawn one. */
export async function historyWords({ page, electron }: App): Promise<HistoryWords> {
  if (electron)
    return electron.evaluate(({ Menu }) => {
      const label = (id: string) => Menu.getApplicationMenu()?.getMenuItemById(id)?.label ?? ''
      return { undo: label('undo'), redo: label('redo') }
    })
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const items = page.getByRole('menu', { name: 'Edit' })
  const label = async (name: string) =>
    (await items.getByRole('menuitem', { name }).getAttribute('aria-label')) ??
    (await items.getByRole('menuitem', { name }).innerText())
  const words = { undo: await label('Undo'), redo: await label('Redo') }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  return { undo: firstLine(words.undo), redo: firstLine(words.redo) }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''

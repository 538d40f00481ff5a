// Correcting an article: the dialog of its facts, the menu of a passage.
import type { Locator, Page } from 'playwright/test'

export interface Corrections {
  readonly dialog: Locator
  field(name: string): Locator
  /** What the dialog says below a field. */
  useFile(name: string): Locator
  readonly save: Locator
  readonly menu: Locator
}

export function correctionsOf(page: Page): Corrections {
  const dialog = page.getByRole('dialog', { name: 'Correct this article', exact: true })
  return {
    dialog,
    field: (name) => dialog.getByRole('textbox', { name, exact: true }),
    useFile: (name) =>
      dialog.getByRole('button', { name: `${name}: use what the file says`, exact: true }),
    save: dialog.getByRole('button', { name: 'Save', exact: true }),
    menu: page.getByRole('menu', { name: 'Passage' }),
  }
}

/** The offsets of the runs of furniture that an article shows, by their words. */
export const furnitureOf = (text: Locator): Locator =>
  text.getByRole('group', { name: 'Page furniture' })

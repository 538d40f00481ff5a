// The right side: what the reader made of the article in focus.
import type { Locator, Page } from 'playwright/test'

export interface Notes {
  readonly side: Locator
  readonly list: Locator
  /** A card by the words it quotes, or by a part of them. */
  card(quote: string): Locator
  readonly quotes: Locator
  readonly filter: Locator
  readonly noteBox: Locator
  readonly tagBox: Locator
  /** A tag that the tag box offers. */
  offered(tag: string): Locator
}

export function notesOf(page: Page): Notes {
  const side = page.getByRole('complementary', { name: 'Notes' })
  const list = side.getByRole('list', { name: 'Highlights and notes' })
  return {
    side,
    list,
    card: (quote) =>
      list.getByRole('listitem').filter({ has: page.getByRole('button', { name: quote }) }),
    quotes: list.getByTitle('Show in the text'),
    filter: side.getByRole('searchbox', { name: 'Filter notes' }),
    noteBox: side.getByRole('textbox', { name: 'Note, in Markdown' }),
    tagBox: side.getByRole('combobox', { name: 'Add a tag' }),
    offered: (tag) =>
      page.getByRole('listbox', { name: 'Tags in use' }).getByRole('option', { name: tag }),
  }
}

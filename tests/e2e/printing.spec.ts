// An article on paper: its text with the highlights and the notes beneath it, and nothing of the window.
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'
import { highlight } from './pages/text.ts'

const name = 'The ferry stops at dusk'
const file = `<!doctype html><html lang="en"><head><title>${name}</title><meta name="author" content="Ida Brenner"></head>
<body><article><h1>${name}</h1><p>The last ferry leaves at six from the old steps.</p>
<p>Those who work late will have to row, the council said on Monday.</p></article><footer>Tide tables and letters</footer></body></html>`

/** The dialog of the system is not opened here; what would be printed is looked at while it is open. */
const withoutDialog = (page: Page): Promise<void> =>
  page.evaluate('window.print = () => { document.body.dataset.printed = "yes" }')

const closeDialog = (page: Page): Promise<void> =>
  page.evaluate('window.dispatchEvent(new Event("afterprint"))')

test('the article in focus is printed with its highlights and notes, by key and palette', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', file)
  await library.write('other.md', '# Another story\n\nNobody prints this one.\n')
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  await openFromList(room, 'Another story')
  const text = await openFromList(room, name)
  await highlight(page, text, 'from the old steps')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note, in Markdown' }).fill('Are they *safe*?')
  await page.keyboard.press('Escape')
  await room.saved()
  await withoutDialog(page)

  await app.command('print')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  const sheet = page.locator('.print-sheet')
  await expect(sheet).toBeVisible()
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(sheet).toContainText('Ida Brenner')
  await expect(sheet).toContainText('Those who work late will have to row')
  await expect(sheet.locator('mark').last()).toHaveText('from the old steps')
  await expect(sheet.locator('mark + sup')).toHaveText('1')
  const notes = sheet.getByRole('region', { name: 'Notes' })
  await expect(notes.getByRole('listitem')).toHaveCount(1)
  await expect(notes.locator('em')).toHaveText('safe')
  await expect(sheet.getByText('Tide tables and letters')).toBeHidden()
  await expect(page.getByText('Nobody prints this one')).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await closeDialog(page)
  await page.emulateMedia({ media: 'screen' })
  await expect(sheet).toHaveCount(0)
  await expect(text).toBeVisible()

  await chooseCommand(app, 'Print this article…')
  await expect(sheet).toHaveCount(1)
  await closeDialog(page)
  await expect(sheet).toHaveCount(0)
})

// What a screen reader, a keyboard and an eye with little contrast need: proved by axe, theme by theme.
import { AxeBuilder } from '@axe-core/playwright'
import { type ActionId, type ActionInfo, actions } from '../../src/shared/menu.ts'
import { type App, expect, stubOpenDialog, stubSaveDialog, test } from './fixtures.ts'
import { herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { chooseCommand, roomOf } from './pages/room.ts'
import { marksOf, selectByMouse, toolbarOf } from './pages/text.ts'

const dialogs = {
  'Add files…': 'Add articles',
  'What was read…': 'What was read',
  'Settings…': 'Settings',
  'Export…': 'Export notes',
  'Import annotations…': 'Import annotations',
  'Keys': 'Keys',
  'About Parallax': 'About Parallax',
  'Go to article…': 'Go to article',
} as const

/** What commands lead to that is closed by Escape: nothing else can be opened before. */
const opened: Partial<Record<ActionId, string>> = {
  'add': 'Add articles',
  'paste-article': 'Paste as new article',
  'reading-report': 'What was read',
  'export': 'Export notes',
  'import': 'Import annotations',
  'settings': 'Settings',
  'correct-article': 'Correct this article',
  'read-encoding': 'Read with another encoding',
  'move-notes': 'Move notes to another article',
  'go-to-article': 'Go to article',
  'order-articles': 'Sort and group: by file, a to z',
  'narrow-articles': 'Only some articles',
  'edit-tag': 'Tag',
  'new-story': 'New story',
  'find-same-event': 'Story',
  'find-stories': 'Stories in the library',
  'edit-story': 'Story',
  'help': 'How to use Parallax',
  'keys': 'Keys',
  'about': 'About Parallax',
}

for (const theme of ['Light', 'Sepia', 'Dark'])
  test(`nothing stands in anyone’s way in the theme ${theme}`, async ({ app, host }) => {
    test.slow()
    const { page } = app
    const room = roomOf(app)
    await expect(marksOf(room.text(herald)).first()).toBeVisible()
    await app.command('settings')
    const radio = room.dialog('Settings').getByRole('radio', { name: theme, exact: true })
    await radio.check({ force: true })
    await expect(radio).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectNoViolations(app, 'the window')

    await selectByMouse(page, room.text(herald), 'engineers showed members')
    await expect(toolbarOf(page, 'Selection')).toBeVisible()
    await expectNoViolations(app, 'the window with the selection toolbar', '[role=toolbar]')
    await page.keyboard.press('h')
    await page.keyboard.press('t')
    await expect(notesOf(page).tagBox).toBeFocused()
    // While its list is open the rest is hidden from screen readers; Tab closes the list first.
    await expectNoViolations(app, 'the notes with the tag box', 'aside', 'aria-hidden-focus')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await expect(notesOf(page).noteBox).toBeFocused()
    await expectNoViolations(app, 'the notes with the note box', 'aside')
    await page.keyboard.press('Escape')

    for (const [command, title] of Object.entries(dialogs)) {
      await chooseCommand(app, command)
      await expect(room.dialog(title)).toBeVisible()
      await expectNoViolations(app, title, '[role=dialog]')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await app.command('palette')
    await expect(room.dialog('All commands')).toBeVisible()
    // The list is scrolled from the field, by the arrow keys.
    const rule = 'scrollable-region-focusable'
    await expectNoViolations(app, 'All commands', '[role=dialog]', rule)
    await page.keyboard.press('ArrowUp')
    await expect(room.dialog('All commands').getByRole('option').last()).toBeInViewport()
    await page.keyboard.press('Escape')
    if (host !== 'web') return
    await app.command('open-folder')
    await expect(room.dialog('Open folder').getByRole('row').first()).toBeVisible()
    await expectNoViolations(app, 'Open folder', '[role=dialog]')
  })

test('the parts of the window are landmarks with names, and dialogs keep and return the focus', async ({
  app,
}) => {
  const { page } = app
  const room = roomOf(app)
  await expect(room.panes).toHaveCount(3)
  for (const landmark of [
    page.getByRole('banner'),
    page.getByRole('navigation', { name: 'Library' }),
    page.getByRole('main', { name: 'Articles' }),
    page.getByRole('complementary', { name: 'Notes' }),
    page.getByRole('contentinfo'),
    page.getByRole('heading', { level: 1, name: 'Parallax' }),
  ])
    await expect(landmark).toHaveCount(1)
  expect(await page.title()).not.toBe('')
  // Until it was read, a pane is called by its file.
  await expect(room.panes.getByRole('article')).toHaveCount(3)
  for (const title of await room.titles())
    await expect(room.pane(title).getByRole('article', { name: title })).toBeVisible()
  // Each mark says what it is, and can have the focus.
  for (const mark of await marksOf(room.text(herald)).all()) {
    await expect(mark).toHaveAccessibleDescription(/^(\w+ highlight)/)
    await expect(mark).toHaveAttribute('tabindex', '-1')
  }

  await room.text(herald).focus()
  await app.command('settings')
  const dialog = room.dialog('Settings')
  await expect(dialog).toBeVisible()
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(room.text(herald)).toBeFocused()
})

test('everything in the menus runs from the palette', async ({ app, host }) => {
  test.slow()
  const { page } = app
  const room = roomOf(app)
  await expect(room.panes).toHaveCount(3)
  if (host !== 'web') {
    await stubOpenDialog(app)
    await stubSaveDialog(app)
  }
  const palette = room.dialog('All commands')
  const opens = host === 'web' ? { ...opened, 'open-folder': 'Open folder' } : opened
  for (const [id, { title, menu }] of Object.entries<ActionInfo>(actions)) {
    if (id === 'palette') continue
    const name = `${menu}: ${title}`
    await room.text(herald).focus()
    await page.keyboard.press('ControlOrMeta+Shift+p')
    await palette.getByRole('searchbox', { name: 'Find' }).fill(name)
    await expect(palette.getByRole('option', { name, exact: false }).first(), name).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(palette, name).toBeHidden()
    if (id === 'split') await expect(room.panes).toHaveCount(4)
    if (id === 'toggle-left') await expect(room.library).toBeHidden()
    if (id === 'search') {
      await expect(page.getByRole('searchbox', { name: /^Search texts/ })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(room.library).toBeVisible()
    }
    if (id === 'caret') await expect(room.messages).toContainText('Caret on')
    if (id === 'focus-mode') await expect(page.getByRole('banner')).toBeHidden()
    // Back to where it began.
    if (['toggle-left', 'toggle-right', 'focus-mode', 'caret'].includes(id))
      await app.command(id as 'toggle-left')
    const shown = opens[id as ActionId]
    if (shown !== undefined) {
      await expect(room.dialog(shown), name).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog'), name).toHaveCount(0)
    }
    if (id === 'split') {
      await app.command('close-pane')
      await expect(room.panes).toHaveCount(3)
    }
    if (id === 'close-pane') await room.row(herald).click()
  }
  await expect(room.messages.getByRole('alert')).toHaveCount(0)
})

/** Runs axe on the page, or on a part of it. */
async function expectNoViolations(
  { page }: App,
  where: string,
  part?: string,
  ...without: readonly string[]
): Promise<void> {
  // In one page: the desktop hosts open no second one.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).disableRules([...without])
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  )
  expect.soft(found, where).toEqual([])
}

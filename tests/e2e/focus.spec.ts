// Where the keyboard is: back in the text, caret and all, after each dialog; and in the pane that is marked.
import type { Page } from 'playwright/test'
import type { ActionId } from '../../src/shared/menu.ts'
import { expect, stubOpenDialog, stubSaveDialog, test } from './fixtures.ts'
import { courier, herald } from './pages/libraries.ts'
import { chooseCommand, roomOf } from './pages/room.ts'

/** Every command that opens a dialog, by its words in the palette, and what the dialog is called. */
const dialogs: readonly (readonly [id: ActionId, command: string, title: string | RegExp])[] = [
  ['add', 'Add files…', 'Add articles'],
  ['paste-article', 'Paste as new article', 'Paste as new article'],
  ['reading-report', 'What was read…', 'What was read'],
  ['export', 'Export…', 'Export notes'],
  ['import', 'Import annotations…', 'Import annotations'],
  ['settings', 'Settings…', 'Settings'],
  ['correct-article', 'Correct title, author, date…', 'Correct this article'],
  ['move-notes', 'Move notes to another article…', 'Move notes to another article'],
  ['read-encoding', 'Read with another encoding…', 'Read with another encoding'],
  ['palette', '', 'All commands'],
  ['go-to-article', 'Go to article…', 'Go to article'],
  ['edit-tag', 'Rename or colour a tag…', 'Tag'],
  ['new-story', 'New story…', 'New story'],
  ['find-same-event', 'Find articles on the same event…', 'Story'],
  ['find-stories', 'Find stories in the library…', 'Stories in the library'],
  ['edit-story', 'Name, order and articles of the story…', 'Story'],
  ['help', 'How to use Parallax', 'How to use Parallax'],
  ['keys', 'Keys', 'Keys'],
  ['about', 'About Parallax', 'About Parallax'],
]

/** The pane that is marked, the pane that has the keyboard (null: none of them), the caret's place. */
const where = (page: Page) =>
  page.evaluate<{ active: string | null; keyboard: string | null; caret: number | null }>(`(() => {
    const nameOf = (pane) => pane?.querySelector('h2')?.textContent ?? null
    const selection = document.getSelection()
    const host = document.activeElement?.closest('article')
    const range = document.createRange()
    let caret = null
    if (host && selection?.focusNode && host.contains(selection.focusNode)) {
      range.setStart(host, 0)
      range.setEnd(selection.focusNode, selection.focusOffset)
      caret = range.toString().length
    }
    return {
      active: nameOf(document.querySelector('.pane[data-focused]')),
      keyboard: nameOf(document.activeElement?.closest('.pane')),
      caret,
    }
  })()`)

test('the keyboard and the caret are back in the text after every dialog', async ({
  app,
  host,
}) => {
  test.slow()
  const { page } = app
  const room = roomOf(app)
  await expect(room.panes.getByRole('article')).toHaveCount(3)
  if (host !== 'web') {
    await stubOpenDialog(app)
    await stubSaveDialog(app)
  }
  const text = room.text(courier)
  await text.focus()
  await app.command('caret')
  for (let presses = 0; presses < 9; presses++) await page.keyboard.press('ArrowRight')
  const before = await where(page)
  expect(before.caret).toBeGreaterThan(0)
  const wrong: string[] = []
  const close = async (id: string, title: string | RegExp) => {
    const dialog = page.getByRole('dialog', { name: title, exact: true })
    await expect(dialog, id).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog'), id).toHaveCount(0)
    await expect
      .poll(() => where(page), { timeout: 2_000 })
      .toEqual(before)
      .catch(() => wrong.push(id))
    if (wrong.includes(id)) {
      await text.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowLeft')
    }
  }
  for (const [id, command, title] of dialogs) {
    if (command === '') await page.keyboard.press('ControlOrMeta+Shift+p')
    else await chooseCommand(app, command)
    await close(`${id} by the palette`, title)
  }
  for (const [key, title] of [
    ['ControlOrMeta+Shift+o', 'Add articles'],
    ['ControlOrMeta+e', 'Export notes'],
    ['ControlOrMeta+,', 'Settings'],
    ['F2', 'Correct this article'],
    ['Shift+F2', 'Move notes to another article'],
    ['ControlOrMeta+p', 'Go to article'],
    ['F1', 'How to use Parallax'],
    ['?', 'Keys'],
    ...(host === 'web' ? [['ControlOrMeta+o', 'Open folder'] as const] : []),
  ] as const) {
    await page.keyboard.press(key)
    await close(key, title)
  }
  expect(wrong).toEqual([])
})

test('the pane that is marked is the one that has the keyboard', async ({ app }) => {
  const { page } = app
  const room = roomOf(app)
  await expect(room.panes.getByRole('article')).toHaveCount(3)
  const both = async () => {
    const { active, keyboard } = await where(page)
    return [active, keyboard]
  }
  await room.text(herald).focus()
  await expect.poll(both).toEqual([herald, herald])
  // By Tab, through the tools of the pane before.
  await room
    .pane(courier)
    .getByRole('button', { name: /^Close/ })
    .focus()
  await expect.poll(both).toEqual([courier, courier])
  await room.text(herald).focus()
  await page.keyboard.press('F6')
  await expect.poll(async () => (await both())[0]).not.toBe(herald)
  const [active, keyboard] = await both()
  expect(keyboard).toBe(active)
  // By a press on what takes no keyboard.
  await room.pane(herald).getByRole('heading', { level: 2 }).click()
  await expect.poll(both).toEqual([herald, herald])
  // Find opens there, whatever it was open in before.
  await page.keyboard.press('ControlOrMeta+f')
  await expect(room.pane(herald).getByRole('searchbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type('bridge')
  // Out of the box into the text, and on.
  await page.keyboard.press('F6')
  await expect(room.text(herald)).toBeFocused()
  await page.keyboard.press('F6')
  await expect.poll(async () => (await both())[0]).not.toBe(herald)
  await page.keyboard.press('ControlOrMeta+g')
  const finding = page.getByRole('searchbox', { name: 'Find' })
  await expect(finding).toHaveCount(1)
  await expect(finding).toBeFocused()
  await expect(room.pane(herald).getByRole('searchbox', { name: 'Find' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  // A copy of it takes both along; so does closing one by its button.
  await room.text(herald).focus()
  await app.command('split')
  await expect(room.panes).toHaveCount(4)
  const places = () =>
    page.evaluate<[number, number]>(`(() => {
      const panes = [...document.querySelectorAll('.pane')]
      return [
        panes.findIndex((pane) => pane.matches('[data-focused]')),
        panes.findIndex((pane) => pane.contains(document.activeElement)),
      ]
    })()`)
  await expect.poll(async () => new Set(await places()).size).toBe(1)
  await room.panes
    .nth((await places())[0])
    .getByRole('button', { name: /^Close/ })
    .click()
  await expect(room.panes).toHaveCount(3)
  await expect.poll(async () => new Set(await places()).size).toBe(1)
  expect((await places())[0]).toBeGreaterThanOrEqual(0)
})

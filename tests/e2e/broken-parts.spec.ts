// One broken thing never takes the window: what cannot be drawn says so in its place and the rest goes
// on. Faults are put in from outside, by breaking what the page's code calls; and by a store that
// another program filled with notes made to hurt.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { type App, expect, test } from './fixtures.ts'
import { formats, save } from './pages/exports.ts'
import { copySample, courier, herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { highlight, marksOf } from './pages/text.ts'

test.beforeEach(({ library }) => copySample(library.path))

const bombs = {
  quotes: '>'.repeat(5_000),
  emphasis: `${'*a '.repeat(9_000)}${'b* '.repeat(9_000)}`,
  lists: '- '.repeat(5_000),
  long: 'word '.repeat(1_000_000),
}

test('notes made to hurt are shown, opened whole, and exported', async ({
  launch,
  library,
  dataDir,
}) => {
  const words = ['heckled twice', 'engineers showed members', 'photographs of what', 'the river']
  const first = await launch({ library: library.path })
  const text = await openFromList(roomOf(first), herald)
  for (const each of words) await highlight(first.page, text, each)
  await roomOf(first).saved()
  await first.close()
  const folder = join(library.path, '.parallax', 'annotations')
  const [name = ''] = await readdir(folder)
  const file = join(folder, name)
  let stored = await readFile(file, 'utf8')
  for (const [end, bomb] of Object.entries(bombs))
    stored = stored.replace(
      '"note":""',
      JSON.stringify({ note: `first ${bomb} ${end}` }).slice(1, -1),
    )
  await writeFile(file, stored)

  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  await expect(marksOf(room.text(herald)).first()).toBeVisible()
  const notes = notesOf(page)
  const more = notes.list.getByRole('button', { name: /^Show the whole note/ })
  for (const end of Object.keys(bombs)) {
    await notes.filter.fill(end)
    await expect(more).toHaveCount(1)
    await expect(notes.list).not.toContainText(` ${end}`)
    await more.click()
    await expect(notes.list).toContainText(` ${end}`)
    // Five megabytes in the page are read out by every check that has to look twice.
    await notes.list.getByRole('button', { name: 'Show less' }).click()
    await expect(notes.list).not.toContainText(` ${end}`)
  }
  await notes.filter.fill('')

  await app.command('export')
  const dialog = room.dialog('Export notes')
  for (const [label, extension] of Object.entries(formats)) {
    await dialog.getByRole('radio', { name: label }).check({ force: true })
    await expect(dialog.getByRole('status')).toContainText(`.${extension}`)
    const saved = await save(app, dialog, join(dataDir, `bombs.${extension}`))
    for (const name of Object.keys(bombs)) expect(saved).toContain(name)
    await app.command('export')
  }
})

test('a card that breaks leaves the others and the window alone, and comes back', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  app.expectProblems()
  const { page } = app
  const room = roomOf(app)
  const notes = notesOf(page)
  const text = await openFromList(room, herald)
  await highlight(page, text, 'heckled twice')
  await highlight(page, text, 'engineers showed members')
  await room.saved()
  await breakIn(page, 'String.prototype', 'replace', 'String(this) === "heckled twice"')
  await notes
    .card('heckled twice')
    .getByRole('button', { name: 'Edit tags' })
    .or(notes.card('heckled twice').getByRole('button', { name: 'Add tags' }))
    .click()

  const failure = notes.list.getByRole('alert')
  await expect(failure).toContainText('This highlight cannot be shown.')
  await expect(notes.card('engineers showed members')).toBeVisible()
  await expect(failure).toBeFocused()
  await expectNoViolations(app)

  await page.keyboard.press('Tab')
  await expect(failure.getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(failure.getByRole('button', { name: 'Load the window again' })).toBeVisible()
  await failure.getByRole('button', { name: 'Copy the details' }).click()
  await expect(failure.getByRole('status')).toContainText(/Copied|Copying was refused/)
  await mend(page)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(notes.card('heckled twice')).toBeVisible()
  await expect(room.text(herald)).toBeVisible()
})

test('a text that cannot be built says so in its pane; the pane beside it reads on', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  app.expectProblems()
  const { page } = app
  const room = roomOf(app)
  await openFromList(room, courier)
  await breakIn(page, 'Element.prototype', 'replaceChildren', 'this.matches("article.text")')
  await room.row(herald).click()
  const failure = room.pane(herald).getByRole('alert')
  await expect(failure).toContainText('The text of this article cannot be shown.')
  await expect(room.text(courier)).toBeVisible()
  await expectNoViolations(app)
  await mend(page)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(room.text(herald)).toBeVisible()
})

test('sides, bars and dialogs break one by one, and faults elsewhere are told', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  app.expectProblems()
  const { page } = app
  const room = roomOf(app)
  await openFromList(room, courier)
  await breakIn(page, 'Number.prototype', 'toLocaleString', 'true')
  await room.row(herald).click()
  const bar = page.getByRole('contentinfo').getByRole('alert')
  await expect(bar).toContainText('The bar at the bottom cannot be shown.')
  await expect(room.text(herald)).toBeVisible()
  await expectNoViolations(app)
  await mend(page)
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(room.saveState).toHaveText('Saved')

  await page.evaluate(`setTimeout(() => { throw new Error('in a timer') })`)
  await expect(room.messages.getByRole('alert')).toContainText(
    'Something went wrong in this window',
  )
})

/** Makes a function that the page calls fail where the condition holds, until `mend`. */
const breakIn = (page: Page, owner: string, name: string, condition: string): Promise<void> =>
  page.evaluate(`(() => {
    const whole = ${owner}.${name}
    globalThis.mend = () => { ${owner}.${name} = whole }
    ${owner}.${name} = function (...args) {
      if (${condition}) throw new Error('broken on purpose')
      return whole.apply(this, args)
    }
  })()`)

const mend = (page: Page): Promise<void> => page.evaluate('globalThis.mend()')

async function expectNoViolations({ page }: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('[role=alert]')
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

// What goes out and comes in says the right words: what a note was made on, in its lines, with what is to
// be known of its article; and no highlight twice.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, test } from './fixtures.ts'
import { formats, save } from './pages/exports.ts'
import { hashes, parallax, parallaxJson, readArticle } from './pages/libraries.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'
import { highlight, linesOf, marksOf } from './pages/text.ts'

const bank = (side: string, time: string) =>
  `The quay\n\nThe wall on the ${side} bank is to be mended in the spring, the council said.\n\n${'Nobody knows what that will cost, and nobody asked those who live behind it. '.repeat(4)}\n\nThe ferry leaves at ${time} from the old steps.\n`

const verse = `<!doctype html><html lang="en"><head><title>Tides</title></head><body><article><h1>Tides</h1>
<p>${'The harbour poet read four lines to a full hall on Tuesday, and was asked for them again. '.repeat(4)}</p>
<p>The tide goes out,<br>the tide comes in,</p><p>and nobody asks<br>where it has been.</p>
<p>${'She has lived on the quay for forty years and has written about it ever since she came. '.repeat(3)}</p>
</article></body></html>`

const wall = `<!doctype html><html lang="en"><head><title>Council papers</title></head><body><main><h1>Council papers</h1>
<p>Log in to read this article.</p><form><label>User name <input name="user"></label><label>Password <input type="password" name="password"></label><button>Log in</button></form>
</main></body></html>`

async function exported(app: App, dataDir: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const [label, extension] of Object.entries(formats)) {
    await app.command('export')
    const dialog = roomOf(app).dialog('Export notes')
    await dialog.getByRole('radio', { name: label }).check({ force: true })
    await expect(dialog.getByRole('status')).toContainText(`.${extension}`)
    const path = join(dataDir, `words-${Object.keys(texts).length}.${extension}`)
    texts[extension] = await save(app, dialog, path)
  }
  return texts
}

test('a note that was found again, or not at all, says so in every export with the words it was made on', async ({
  launch,
  library,
  dataDir,
}) => {
  const file = join(library.path, 'bank.txt')
  await writeFile(file, bank('north', '18:20'))
  await writeFile(join(library.path, 'wall.html'), wall)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, 'The quay')
  await highlight(
    app.page,
    text,
    'The wall on the north bank is to be mended in the spring',
    'yellow',
  )
  await highlight(app.page, text, 'The ferry leaves at 18:20 from the old steps.', 'red')
  await room.saved()
  const papers = await openFromList(room, 'Council papers')
  await highlight(app.page, papers, 'Log in to read this article.', 'blue')
  await room.saved()
  await writeFile(file, bank('south', '18:40').replace(/The ferry .*\n/, ''))
  await app.command('refresh')
  await expect(room.text('The quay')).toContainText('south bank')

  const { md = '', html = '', csv = '', json = '' } = await exported(app, dataDir)
  for (const each of [md, html, csv, json]) {
    expect(each).toContain('north bank is to be mended')
    expect(each).toContain('south bank is to be mended')
    expect(each).toContain('The ferry leaves at 18:20')
    expect(each).toContain('asks its readers to log in')
  }
  for (const each of [md, html]) {
    expect(each).toContain('Found again, not confirmed yet')
    expect(each).toContain('Not found in the text any more; the words were those above.')
    expect(each).toContain('Warning: The page asks its readers to log in')
  }
  expect(csv).toMatch(/,moved,.*south bank/)
  expect(csv).toContain(',orphaned,')
  const { articles } = JSON.parse(json) as {
    articles: { places?: Record<string, { state: string; words?: string }>; warnings?: unknown[] }[]
  }
  const states = articles.flatMap(({ places = {} }) => Object.values(places))
  expect(states.map(({ state }) => state).sort()).toEqual(['moved', 'orphaned'])
  expect(articles.flatMap(({ warnings = [] }) => warnings)).toMatchObject([{ code: 'login-wall' }])
})

test('lines and paragraphs of a highlight are in every export, on its card, and in what is copied', async ({
  launch,
  library,
  dataDir,
}) => {
  await writeFile(join(library.path, 'tides.html'), verse)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const text = await openFromList(room, 'Tides')
  const [first] = await linesOf(text, 'The tide goes out')
  const [last] = await linesOf(text, 'where it has been.')
  const [from] = await linesOf(text, 'The tide goes out')
  if (!first || !last || !from) throw new Error('no lines')
  const middle = ({ y, height }: { y: number; height: number }) => y + height / 2
  const below = last.y - first.y + (first.y - from.y)
  await page.mouse.move(from.x, middle(from))
  await page.mouse.down()
  await page.mouse.move(last.x + last.width - 1, middle(from) + below, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.press('h')
  await expect(marksOf(text).first()).toBeVisible()
  await room.saved()
  const lines = [
    'The tide goes out,',
    'the tide comes in,',
    'and nobody asks',
    'where it has been.',
  ]
  const card = page.locator('.card-quote q')
  await expect.poll(async () => (await card.innerText()).split(/\n+/)).toEqual(lines)

  const { md = '', html = '', csv = '' } = await exported(app, dataDir)
  expect(md).toContain(`> ${lines[0]}  \n> ${lines[1]}\n>\n> ${lines[2]}  \n> ${lines[3]}\n`)
  expect(html).toContain(`<p>${lines[0]}<br>${lines[1]}</p><p>${lines[2]}<br>${lines[3]}</p>`)
  expect(csv).toContain(`"${lines[0]}\n${lines[1]}\n\n${lines[2]}\n${lines[3]}"`)

  await chooseCommand(app, 'Copy quote with reference')
  await expect(room.messages).toContainText('The quote was copied')
  // Into a box for plain text, to see what plain text there is.
  await page.locator('.card-quote').click()
  await page.keyboard.press('n')
  const box = page.getByRole('textbox', { name: 'Note, in Markdown' })
  await box.press('ControlOrMeta+v')
  await expect(box).toHaveValue(`“${lines[0]}\n${lines[1]}\n\n${lines[2]}\n${lines[3]}”\n(“Tides”)`)
})

test('highlights that are here under other ids are told, and skipped, kept or replaced', async ({
  launch,
  library,
  dataDir,
}) => {
  const file = join(library.path, 'bank.txt')
  await writeFile(file, bank('north', '18:20'))
  const before = await hashes(library.path)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const text = await openFromList(room, 'The quay')
  await highlight(page, text, 'The ferry leaves at 18:20', 'red')
  await highlight(page, text, 'nobody asked those who live behind it', 'green')
  await room.saved()
  await app.command('export')
  const out = room.dialog('Export notes')
  await out.getByRole('radio', { name: 'Parallax (JSON)' }).check({ force: true })
  await expect(out.getByRole('status')).toContainText('.json')
  const made = await save(app, out, join(dataDir, 'twins.json'))
  const path = join(dataDir, 'others.json')
  const ids = [...new Set(made.match(/"id": "([0-9a-f]{8}-[0-9a-f-]{27})"/g))]
  let others = made.replaceAll('"color": "red"', '"color": "blue"')
  for (const [n, id] of ids.entries())
    others = others.replaceAll(id.slice(7, -1), `00000000-0000-4000-8000-00000000000${n}`)
  await writeFile(path, others)

  const dialog = room.dialog('Import annotations')
  const choose = async () => {
    await chooseCommand(app, 'Import annotations')
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose file…' }).click()
    await (await chooser).setFiles(path)
    await expect(dialog).toContainText(
      '2 highlights are here under other ids, 1 with another note, tags or colour.',
    )
  }
  await choose()
  await expect(dialog.getByRole('radio', { name: 'Skip' })).toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  // By keyboard: both are kept.
  await dialog.getByRole('radio', { name: 'Skip' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'Keep both' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Import 2' }).click()
  await expect(room.messages).toContainText('2 annotations were imported')
  await expect(page.locator('.card')).toHaveCount(4)
  await app.command('undo')
  await expect(page.locator('.card')).toHaveCount(2)

  await choose()
  await dialog.getByRole('radio', { name: 'Replace those here' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Import 2' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.card[data-color=blue]')).toHaveCount(1)
  await expect(page.locator('.card')).toHaveCount(2)
  await app.command('undo')
  await expect(page.locator('.card[data-color=red]')).toHaveCount(1)
  await room.saved()
  await app.close()

  const report = { read: 2, twins: 2, differing: 1, duplicates: 0 }
  expect(await parallaxJson('import', library.path, path)).toMatchObject({ ...report, anchored: 0 })
  expect(
    await parallaxJson('import', library.path, path, '--duplicates', 'keep', '--dry-run'),
  ).toMatchObject({ ...report, anchored: 2 })
  expect(await parallaxJson('import', library.path, path, '--duplicates', 'replace')).toMatchObject(
    {
      ...report,
      anchored: 2,
    },
  )
  const after = await readFile(file, 'utf8')
  expect(after).toBe(bank('north', '18:20'))
  expect(await hashes(library.path)).toEqual(before)
})

/** Latvian: nothing tells by itself which encoding its few letters are of. */
const latvian = 'Tilts būs slēgts\n\nTā teica mērs pirmdien. Neviens to nav prasījis mums.\n'
const windows1257 = Uint8Array.from(
  [...latvian].map((char) => ({ ū: 0xfb, ē: 0xe7, ā: 0xe2, ī: 0xee })[char] ?? char.charCodeAt(0)),
)

test('a text is read with another encoding, by mouse and by key, and its notes stay on their words', async ({
  launch,
  library,
}) => {
  const path = await library.write('tilts.txt', windows1257)
  await library.write('other.txt', 'The ferry runs again\n\nFrom Monday it leaves on the hour.\n')
  const before = await hashes(library.path)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  await room.row('Tilts').click()
  const text = room.main.getByRole('article')
  await expect(text).toContainText('Neviens')
  await expect(text).not.toContainText('mērs')
  await highlight(page, text, 'Neviens to nav', 'yellow')
  await room.saved()

  await text.focus()
  await page.keyboard.press('ControlOrMeta+F2')
  const dialog = room.dialog('Read with another encoding')
  const choice = (name: string) => dialog.getByRole('radio', { name: new RegExp(name) })
  await expect(choice('^As found')).toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Read so' })).toBeDisabled()
  await expect(choice('Baltic \\(Windows-1257\\)')).toHaveAccessibleName(/Tā teica mērs pirmdien/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await dialog.getByText('Baltic (Windows-1257)').click()
  await dialog.getByRole('button', { name: 'Read so' }).click()
  await expect(room.messages).toContainText('Read as Baltic (Windows-1257)')
  await expect(text).toContainText('Tā teica mērs pirmdien.')
  await expect(room.pane('Tilts būs slēgts')).toBeVisible()
  await expect(room.row('Tilts būs slēgts')).toBeVisible()
  await expect(marksOf(text)).toHaveText('Neviens to nav')
  await app.command('undo')
  await expect(text).not.toContainText('mērs')
  await app.command('redo')
  await expect(text).toContainText('mērs')

  // By the menu of the row, with the keyboard in the dialog: as found again.
  await room.row('Tilts būs slēgts').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Read with another encoding…' }).click()
  await expect(choice('Baltic \\(Windows-1257\\)')).toBeChecked()
  await choice('Baltic \\(Windows-1257\\)').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < 40 && !(await choice('^As found').isChecked()); step++)
    await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(text).not.toContainText('mērs')
  await app.command('undo')
  await expect(text).toContainText('mērs')
  await room.saved()
  await app.close()

  const again = await launch({ library: library.path })
  await expect(roomOf(again).row('Tilts būs slēgts')).toBeVisible()
  await again.close()
  expect(await readArticle(path)).not.toMatchObject({ text: latvian })
  expect(await parallaxJson('read', path, '--encoding', 'cp1257')).toMatchObject({ text: latvian })
  const inLibrary = ['read', '--library', library.path, 'tilts.txt'] as const
  expect(await parallaxJson(...inLibrary)).toMatchObject({ text: latvian })
  expect(await parallaxJson(...inLibrary, '--encoding', 'as-found')).not.toMatchObject({
    text: latvian,
  })
  expect(await parallaxJson(...inLibrary, '--encoding', 'windows-1257')).toMatchObject({
    title: 'Tilts būs slēgts',
  })
  expect(await parallax('read', path, '--encoding', 'klingon')).toMatchObject({ code: 2 })
  expect(await hashes(library.path)).toEqual(before)
})

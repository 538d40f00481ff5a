// The reading view shows what an article is made of as such: tables, pictures, lists, notes, links.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { highlight, linesOf, marksOf } from './pages/text.ts'

/** 64 × 48 pixels of one blue. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAQ0lEQVR42u3PQQkAAAgEsAtmJjMZ1Qp+hcEKLNXzWgQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQErhYbMXjiqhK8hQAAAABJRU5ErkJggg=='

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August']
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const columns = [...months, ...months].map((month) => `${month} 2026`)
const wide = `# Crossings by month

${row(columns)}
${row(columns.map(() => '---:'))}
${row(columns.map(() => '10,233'))}

    toll(class, year) = base(class) * (1 + rise(year)) ; rounded up to the next ten pence of the ordinance
`

const html = `<!doctype html>
<html lang="en"><head><title>Ferry toll to double</title></head><body><article>
<h1>Ferry toll to double</h1>
<p>The cantonal council raised the ferry toll on Tuesday night, see its <a href="https://example.org/minutes">minutes</a>.</p>
<figure><img src="${picture}" alt="The ferry at the Halden pier"><figcaption>The ferry at the pier</figcaption></figure>
<h2>Who pays what</h2>
<table><thead><tr><th>Ticket</th><th>2025</th><th>2026</th></tr></thead><tbody>
<tr><td>Foot passenger</td><td>2.40</td><td>4.80</td></tr>
<tr><td>Bicycle</td><td>3.10</td><td>5.00</td></tr></tbody></table>
<ul><li>The toll rises on 1 June.<ul><li>Season tickets follow.</li></ul></li></ul>
<blockquote><p>We pay twice for neither.</p></blockquote>
<p>The council sits again on 12 March, and counting of the petition began in the evening.</p>
</article></body></html>`

const name = 'Ferry toll to double'

test('headings, lists, quotes and tables are such for screen readers', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', html)
  const app = await launch({ library: library.path })
  const text = await openFromList(roomOf(app), name)
  await expect(text.getByRole('heading', { name: 'Who pays what' })).toBeVisible()
  const table = text.getByRole('table').first()
  await expect(table.getByRole('columnheader')).toHaveText(['Ticket', '2025', '2026'])
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByRole('cell', { name: '4.80' })).toBeVisible()
  await expect(table).not.toContainText('|', { useInnerText: true })
  await expect(text).toContainText('Foot passenger | 2.40 | 4.80')
  await expect(text.getByRole('listitem')).toHaveCount(2)
  await expect(text.locator('blockquote')).toHaveText('We pay twice for neither.')
  const { violations } = await new AxeBuilder({ page: app.page }).include('article').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})

test('words in a cell are highlighted, and the caret walks through cells', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', html)
  const app = await launch({ library: library.path })
  const text = await openFromList(roomOf(app), name)
  await highlight(app.page, text, 'Foot passenger')
  await expect(marksOf(text)).toHaveText(['Foot passenger'])
  await app.page.keyboard.press('Escape')

  await app.command('caret')
  const [line] = await linesOf(text, '2.40')
  await app.page.mouse.click((line?.x ?? 0) + 2, (line?.y ?? 0) + 8)
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Home')
  await app.page.keyboard.press('Shift+ArrowRight')
  await app.page.keyboard.press('Shift+ArrowRight')
  await app.page.keyboard.press('h')
  await expect(marksOf(text)).toHaveText(['Foot passenger', '3.'])
})

test('what is too wide scrolls in its box, by keyboard too', async ({ launch, library }) => {
  await library.write('crossings.md', wide)
  const app = await launch({ library: library.path })
  const text = await openFromList(roomOf(app), 'Crossings by month')
  await expect(text.getByRole('region')).toHaveCount(2)
  for (const box of [
    text.getByRole('region', { name: 'Table 1, scrolls sideways' }),
    text.getByRole('region', { name: 'Preformatted text, scrolls sideways' }),
  ]) {
    await box.focus()
    await app.page.keyboard.press('ArrowRight')
    await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
  }
  const sideways = await text.evaluate(
    (host) => host.parentElement?.scrollWidth === host.parentElement?.clientWidth,
  )
  expect(sideways).toBe(true)
})

test('a link asks first, by mouse and by keyboard', async ({ launch, library }) => {
  await library.write('ferry.html', html)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, name)
  const dialog = room.dialog('Open this address?')
  await text.getByRole('link', { name: 'minutes' }).click()
  await expect(dialog).toContainText('https://example.org/minutes')
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const [line] = await linesOf(text, 'minutes')
  await app.command('caret')
  // The caret is put beside the link, for a click on it would open it.
  await app.page.mouse.click((line?.x ?? 0) - 3, (line?.y ?? 0) + 8)
  for (let step = 0; step < 3; step++) await app.page.keyboard.press('ArrowRight')
  await app.page.keyboard.press('Enter')
  await expect(dialog).toContainText('https://example.org/minutes')
})

test('a picture is shown with its caption, large on a click, and read out', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', html)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, name)
  const shown = text.getByRole('button', { name: 'The ferry at the Halden pier' })
  const image = text.getByRole('img', { name: 'The ferry at the Halden pier' })
  await expect(image).toHaveJSProperty('naturalWidth', 64)
  expect(await image.getAttribute('src')).toMatch(/^blob:/)
  const dialog = room.dialog('Picture')
  await shown.click()
  await expect(dialog.getByRole('img', { name: 'The ferry at the Halden pier' })).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(shown).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await app.page.keyboard.press('Escape')
})

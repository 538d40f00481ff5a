// What stands beside the panes while comparing: who else tells a sentence, and the fact table.
import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, type TestLibrary, test } from './fixtures.ts'
import {
  compareOpenArticles,
  compareSideOf,
  factTableOf,
  openFactTable,
} from './pages/comparing-beside.ts'
import { historyWords, openFromList, roomOf } from './pages/room.ts'
import { marksOf } from './pages/text.ts'

const articles = {
  'ferry-post.md': ['Ferry Post', 'Island ferry to stop in May'],
  'shore-times.md': ['Shore Times', 'Last crossing set for spring'],
  'market-note.md': ['Market Note', 'Traders fear a quiet summer'],
} as const

const bodies: Readonly<Record<keyof typeof articles, readonly string[]>> = {
  'ferry-post.md': [
    'The county ferry to Lindholm island will stop running on 4 May because its engine is worn out.',
    'Captain Oskar Brenning told the harbour meeting that he had warned the county for eleven years.',
    'A replacement vessel would cost 22 million crowns and take thirty months to build.',
    'The lighthouse keeper grows tomatoes behind a wall of driftwood.',
  ],
  'shore-times.md': [
    'The county ferry to Lindholm island will stop running on 4 May because its engine is worn out.',
    'A replacement vessel would cost 22 million crowns and take thirty months to build, the county says.',
    'Schoolchildren from the island are to be lodged with families on the mainland during weekdays.',
  ],
  'market-note.md': [
    'The county ferry to Lindholm island will stop running on 4 May, the county has announced.',
    'A replacement vessel would cost 22 million crowns and take thirty months to build.',
    'Schoolchildren from the island are to be lodged with families on the mainland during weekdays.',
  ],
}

const written = ([outlet, title]: readonly [string, string], body: readonly string[]): string =>
  `---\ntitle: "${title}"\noutlet: ${outlet}\ndate: 2026-04-20\n---\n\n# ${title}\n\n${body.join('\n\n')}\n`

/** Opens so many of the articles side by side. */
async function open(
  library: TestLibrary,
  launch: (options: { library: string }) => Promise<App>,
  names: readonly (keyof typeof articles)[],
): Promise<App> {
  for (const name of names) await library.write(name, written(articles[name], bodies[name]))
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  for (const name of names) await openFromList(room, articles[name][1])
  await room.text(articles[names[0] ?? 'ferry-post.md'][1]).focus()
  return app
}

const all = ['ferry-post.md', 'shore-times.md', 'market-note.md'] as const
const [, post] = articles['ferry-post.md']
const [, times] = articles['shore-times.md']

test('the fact table shows what all tell, what one tells alone, and what it does not tell', async ({
  library,
  launch,
}) => {
  const app = await open(library, launch, all)
  await compareOpenArticles(app)
  const table = await openFactTable(app)
  for (const name of ['Ferry Post', 'Shore Times', 'Market Note'])
    await expect(table.grid.getByRole('columnheader', { name })).toBeVisible()
  await table.order.selectOption({ label: `Ferry Post: ${post}` })

  await table.filter('Shared by all').click()
  await expect(table.row('replacement vessel')).toContainText('3 of 3')
  await expect(table.row('tomatoes')).toHaveCount(0)
  await table.filter('Only here').click()
  await expect(table.row('tomatoes')).toContainText('no match found')
  await expect(table.row('replacement vessel')).toHaveCount(0)
  await table.filter('Missing here').click()
  await expect(table.row('Schoolchildren')).toContainText('all others')
  await expect(table.rows).toHaveCount(await table.count('Missing here'))

  // Another article leads: other rows are missing.
  await table.order.selectOption({ label: `Shore Times: ${times}` })
  await expect(table.row('Schoolchildren')).toHaveCount(0)
  await table.filter('All').click()
  await expect(table.row('Schoolchildren')).toContainText('2 of 3')

  await table.region.getByRole('button', { name: 'Close the fact table' }).click()
  await expect(table.region).toHaveCount(0)
})

test('a row shows its passages in their panes, and what the others have of it beside them', async ({
  library,
  launch,
}) => {
  const app = await open(library, launch, all)
  const side = await compareOpenArticles(app)
  await expect(side.side).toContainText('Click a sentence')
  const table = await openFactTable(app)
  // The table may still bring the row before into view: then the press falls on another.
  const choose = (words: string) =>
    expect(async () => {
      await table.row(words).getByText(words).first().click()
      await expect(side.side).toContainText(words, { timeout: 2_000 })
    }).toPass()
  await choose('replacement vessel')
  await expect(side.matches).toHaveCount(2)
  await expect(side.match('Shore Times')).toContainText('replacement vessel')
  await choose('tomatoes')
  await expect(side.match('Shore Times: no match found')).toBeVisible()
  await expect(side.match('Market Note: no match found')).toBeVisible()

  // A match brings its pane into focus; the notes stay one press away.
  await choose('replacement vessel')
  await side
    .match('Shore Times')
    .getByRole('button', { name: /replacement vessel/ })
    .click()
  await expect(roomOf(app).pane(times)).toHaveAttribute('data-focused')
  await side.tab('Notes').click()
  await expect(app.page.getByRole('complementary', { name: 'Notes' })).toBeVisible()
})

test('the reader says what matches, and can take it back', async ({ library, launch }) => {
  const app = await open(library, launch, all)
  const side = await compareOpenArticles(app)
  const table = await openFactTable(app)
  await table.row('replacement vessel').getByText('replacement vessel').first().click()
  const match = side.match('Shore Times')

  await match.getByRole('button', { name: 'Why do these match?' }).click()
  await expect(match.getByRole('list', { name: 'What speaks for it' })).toBeVisible()
  await match.getByRole('button', { name: 'Yes, these match' }).click()
  await expect(match).toContainText('you said so')
  await match.getByRole('button', { name: 'No, these do not match' }).click()
  await expect(side.match('Shore Times: no match found')).toBeVisible()
  await side.rejected.getByText('Rejected (1)').click()
  await side.rejected.getByRole('button', { name: 'Take back' }).click()
  await expect(match).toContainText('replacement vessel')
  await expect(side.rejected).toHaveCount(0)

  // Taking back is a step of undo like any other.
  await roomOf(app).text(post).focus()
  await app.command('undo')
  await expect(side.match('Shore Times: no match found')).toBeVisible()
})

test('rows that are ticked are annotated in all their articles, as one step of undo', async ({
  library,
  launch,
}) => {
  const app = await open(library, launch, all)
  const { page } = app
  const room = roomOf(app)
  await compareOpenArticles(app)
  const table = await openFactTable(app)
  await expect(table.annotate).toBeDisabled()
  for (const words of ['Captain Oskar', 'replacement vessel']) {
    await table.tick(words)
    await expect(table.row(words)).toHaveAttribute('aria-selected', 'true')
  }
  await table.annotate.click()
  const form = page.getByRole('dialog', { name: 'Annotate the ticked rows' })
  await form.getByRole('button', { name: 'green' }).click()
  await form.getByRole('combobox', { name: 'Add a tag' }).fill('cost')
  await page.keyboard.press('Enter')
  await form.getByRole('textbox', { name: /^Note/ }).fill('Told by all')
  await form.getByRole('button', { name: 'Highlight 4 passages' }).click()
  await expect(form).toBeHidden()
  await expect(room.messages).toContainText('4 passages in 3 articles')
  await expect(marksOf(room.text(post))).toHaveCount(2)
  await expect(marksOf(room.text(times))).toHaveCount(1)
  expect((await historyWords(app)).undo).toContain('Highlight 4 passages')

  await room.text(post).focus()
  await app.command('undo')
  await expect(marksOf(room.text(post))).toHaveCount(0)
  await expect(marksOf(room.text(times))).toHaveCount(0)
})

test('all of it goes by the keyboard', async ({ library, launch }) => {
  const app = await open(library, launch, all)
  const { page } = app
  const room = roomOf(app)
  await page.keyboard.press('F8')
  const side = compareSideOf(app)
  await expect(side.side.getByRole('heading', { name: 'What they share' })).toBeVisible()
  await page.keyboard.press('Shift+F8')
  const table = factTableOf(app)
  await expect(table.rows.first()).toBeVisible()
  await table.row('replacement vessel').getByRole('rowheader').focus()
  await page.keyboard.press('Enter')
  await expect(side.matches).toHaveCount(2)

  // Y, X and W are about the match that the arrow keys have come to.
  await side.matches.first().getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('w')
  const second = side.matches.nth(1)
  await expect(second.getByRole('list', { name: 'What speaks for it' })).toBeVisible()
  await page.keyboard.press('y')
  await expect(room.messages).toContainText('Saved: these match')
  await expect(second).toContainText('you said so')

  // The table's height is set by the arrow keys on its edge.
  const { edge } = table
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await edge.focus()
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(async () => Number(await edge.getAttribute('aria-valuenow')))
    .toBeLessThan(before)
  await page.keyboard.press('Shift+F8')
  await expect(table.region).toHaveCount(0)
})

test('each state says what is and what to do', async ({ library, launch }) => {
  const app = await open(library, launch, ['ferry-post.md'])
  await app.command('fact-table')
  const side = compareSideOf(app)
  await expect(side.side).toContainText('Open another article beside this one')
  await expect(factTableOf(app).region).toContainText('Open another article beside this one')
  await library.write('bare.md', '---\ntitle: "A headline alone"\noutlet: Bare Daily\n---\n')
  await library.write(
    'shore-times.md',
    written(articles['shore-times.md'], bodies['shore-times.md']),
  )
  await openFromList(roomOf(app), times)
  await expect(factTableOf(app).rows.first()).toBeVisible()
})

test('nothing beside the panes stands in anyone’s way', async ({ library, launch }) => {
  test.slow()
  const app = await open(library, launch, all)
  const { page } = app
  await compareOpenArticles(app)
  const table = await openFactTable(app)
  await table.row('replacement vessel').getByText('replacement vessel').first().click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
    expect.soft(found, colorScheme).toEqual([])
  }
})

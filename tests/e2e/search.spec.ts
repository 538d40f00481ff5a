// Search over the library: found as one types, gone to and walked through, by mouse and by keyboard.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright/test'
import { type App, expect, test } from './fixtures.ts'
import { courier, herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { roomOf } from './pages/room.ts'
import { selectByMouse } from './pages/text.ts'

const searchOf = (page: Page): Locator => page.getByRole('search', { name: 'Search the library' })
const boxIn = (search: Locator): Locator =>
  search.getByRole('searchbox', { name: 'Search texts, notes and tags' })
const hitsIn = (search: Locator): Locator =>
  search.getByRole('listbox', { name: 'Found' }).getByRole('option')

async function opened(app: App): Promise<Locator> {
  await expect(roomOf(app).text(herald)).toBeVisible()
  await app.command('search')
  const search = searchOf(app.page)
  await expect(boxIn(search)).toBeFocused()
  return search
}

/** What a highlight of the page stands on. */
const highlighted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(`[...(CSS.highlights.get('${name}') ?? [])].map(String)`)

test('words are found as one types, and a click goes to the place with all of them marked', async ({
  app,
}) => {
  const { page } = app
  const search = await opened(app)
  await page.keyboard.type('sledgeham')
  await expect(search.getByRole('status')).toHaveText('1 article')
  const hit = hitsIn(search).first()
  await expect(hit.locator('mark')).toHaveText('sledgehammer')
  await hit.click()
  await expect(roomOf(app).text(herald)).toBeFocused()
  await expect.poll(() => highlighted(page, 'sought-current')).toEqual(['sledgehammer'])
  expect(await highlighted(page, 'sought')).toContain('sledgehammer')

  await search.getByRole('button', { name: 'Back to the library' }).click()
  await expect(search).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
  expect(await highlighted(page, 'sought')).toEqual([])
})

test('everything can be done by key: arrows, Enter, from place to place, and back', async ({
  app,
}) => {
  const { page } = app
  const search = await opened(app)
  await page.keyboard.type('"Quay Street" bridge')
  await expect(search.getByRole('status')).toHaveText(/^\d articles$/)
  await page.keyboard.press('ArrowDown')
  await expect(hitsIn(search).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(hitsIn(search).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(boxIn(search)).toBeFocused()

  const walked = new Set<string>()
  for (let step = 0; step < 30 && walked.size < 2; step++) {
    await app.command('search-next')
    await expect.poll(() => highlighted(page, 'sought-current')).toHaveLength(1)
    walked.add(String(await page.evaluate(`document.activeElement?.getAttribute('aria-label')`)))
  }
  expect(walked.size, 'articles that were walked through').toBe(2)
  await app.command('search')
  await expect(boxIn(search)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  await app.command('search-next')
  await expect(roomOf(app).messages).toContainText('Search the library first.')
  expect(await highlighted(page, 'sought-current')).toEqual([])
})

test('operators are suggested, and what is off in a query is shown at its place', async ({
  app,
}) => {
  const { page } = app
  const search = await opened(app)
  const suggestions = search.getByRole('listbox', { name: 'Suggestions' })
  await expect(suggestions.getByRole('option').first()).toContainText('tag:')
  await page.keyboard.type('outlet:har')
  await suggestions.getByRole('option', { name: /Harbour Herald/ }).click()
  await expect(boxIn(search)).toHaveValue('outlet:"Harbour Herald" ')
  await expect(search.getByRole('status')).toHaveText('1 article')
  await page.keyboard.type('before:3/4/2026')
  const problem = search.getByRole('list', { name: 'What the search could not make out' })
  await expect(problem.locator('mark')).toHaveText('before:3/4/2026')
  await problem.getByRole('button').click()
  await page.keyboard.type('before:2026-03-04')
  await expect(problem).toBeHidden()
  await expect(search.getByRole('status')).toHaveText('1 article')
})

test('a note is found once it is written', async ({ app }) => {
  const { page } = app
  const search = await opened(app)
  await page.keyboard.type('zeppelin')
  await expect(search.getByRole('status')).toHaveText('Nothing found')
  const text = roomOf(app).text(courier)
  await selectByMouse(page, text, 'Divers found cracks')
  await page.keyboard.press('h')
  await page.keyboard.press('n')
  await expect(notesOf(page).noteBox).toBeFocused()
  await page.keyboard.type('No zeppelin was seen')
  await page.keyboard.press('Escape')
  await expect(search.getByRole('status')).toHaveText('1 article')
  await expect(hitsIn(search).first()).toContainText('Note')
  await hitsIn(search).first().click()
  await expect(text).toBeFocused()
})

test('nothing of it stands in anyone’s way', async ({ app }) => {
  const { page } = app
  const search = await opened(app)
  await expect(search.getByRole('listbox', { name: 'Suggestions' })).toBeVisible()
  const violations = async (): Promise<string[]> => {
    const found = await new AxeBuilder({ page }).include('.search-side').analyze()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }
  expect(await violations()).toEqual([])
  await page.keyboard.type('bridge before:3/4/2026')
  await expect(search.getByRole('list', { name: /could not make out/ })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await boxIn(search).fill('bridge before:3/4/2026 colour:mauve')
    await expect(search.getByRole('list', { name: /could not make out/ })).toBeVisible()
    expect(await violations(), colorScheme).toEqual([])
    await boxIn(search).fill('bridge')
    await expect(hitsIn(search).first()).toBeVisible()
    expect(await violations(), colorScheme).toEqual([])
  }
})

test('a thousand articles are searched as well as four', async ({ launch, library }) => {
  test.slow()
  await mkdir(library.path, { recursive: true })
  for (let at = 0; at < 1_000; at++)
    await writeFile(
      join(library.path, `article-${at}.txt`),
      `Number ${at}\n\nThe harbour is quiet today, and word${at} is only here.\n`,
    )
  const app = await launch({ library: library.path })
  await expect(app.page.getByRole('navigation', { name: 'Library' })).toContainText(
    '1,000 articles',
  )
  await app.command('search')
  const search = searchOf(app.page)
  await boxIn(search).fill('harbour')
  await expect(search.getByRole('status')).toHaveText('1,000 articles', { timeout: 60_000 })
  await boxIn(search).fill('word723')
  await expect(search.getByRole('status')).toHaveText('1 article')
  await app.page.keyboard.press('Enter')
  await expect.poll(() => highlighted(app.page, 'sought-current')).toEqual(['word723'])
})

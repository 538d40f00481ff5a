// What an article's reading is not sure of: seen by whoever opens it, read out, reached by keyboard.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, test } from './fixtures.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'

const sentence =
  'The parish of Upper Weir met on a wet evening to hear why the wheel of the mill stands still.'
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`

/** Files that are not, or not all of, an article, with what is said of each. */
const files: Readonly<
  Record<string, { name: string; content: string | Uint8Array; says: RegExp }>
> = {
  'login.html': {
    name: 'The wheel at Upper Weir',
    content: page(
      'The wheel at Upper Weir',
      `<p>${sentence}</p><div class="gate"><p>To continue reading, log in or create a free account.</p></div>`,
    ),
    says: /log/i,
  },
  'cookies.html': {
    name: 'Before you continue',
    content: page(
      'Before you continue',
      '<p>We and our 214 partners store cookies on your device and use them to show you what you may like. With your consent we read them again.</p><p>You can refuse cookies or manage your choices at any time; some partners do not ask for your consent but have a legitimate interest.</p><button>Accept all</button>',
    ),
    says: /cookie|consent/i,
  },
  'bytes.txt': {
    name: 'A letter with a broken byte',
    content: Buffer.concat([
      Buffer.from(`A letter with a broken byte\n\nCafé. ${sentence} ${sentence}\n`),
      Buffer.from([0xff]),
      Buffer.from(` über. ${sentence}\n`),
    ]),
    says: /\S/,
  },
  'nul.txt': {
    name: 'A note with nothing in the midst',
    content: `A note with nothing in the midst\n\n${sentence}\u0000 ${sentence}\n`,
    says: /\S/,
  },
  'front.md': {
    name: 'A head that is no head',
    content: `---\ntitle: [unclosed\n  - : :\n---\n\n# A head that is no head\n\n${sentence}\n`,
    says: /\S/,
  },
}

async function openAll(app: App, names: readonly string[]) {
  const room = roomOf(app)
  for (const name of names) await openFromList(room, name)
  return room
}

test('are seen over the text of each such article, and an ordinary one has none', async ({
  launch,
  library,
}) => {
  for (const [path, { content }] of Object.entries(files))
    await writeFile(join(library.path, path), content)
  await writeFile(join(library.path, 'plain.txt'), `A plain text of the parish\n\n${sentence}\n`)
  const app = await launch({ library: library.path })
  const room = await openAll(
    app,
    Object.values(files).map(({ name }) => name),
  )
  for (const { name, says } of Object.values(files)) {
    const warnings = room.pane(name).getByRole('group', { name: 'Warnings' })
    await expect(warnings, name).toBeVisible()
    await expect(warnings.getByRole('listitem').first(), name).toHaveText(says)
    // It is within what is read out when it comes.
    const readOut = room.pane(name).getByRole('status')
    await expect(readOut.getByRole('group', { name: 'Warnings' }), name).toHaveCount(1)
  }
  await openFromList(room, 'A plain text of the parish')
  const plain = room.pane('A plain text of the parish')
  await expect(plain.getByRole('group', { name: 'Warnings' })).toHaveCount(0)
  await expect(plain.getByRole('button', { name: /warning/ })).toHaveCount(0)
  await chooseCommand(app, 'Warnings of this article')
  await expect(room.messages).toContainText('There are no warnings')
})

test('are reached by key, menu and palette, folded away, and had again', async ({
  launch,
  library,
}) => {
  const { name, content } = files['login.html'] ?? { name: '', content: '' }
  await writeFile(join(library.path, 'login.html'), content)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = await openAll(app, [name])
  const warnings = room.pane(name).getByRole('group', { name: 'Warnings' })
  const text = room.text(name)

  await text.focus()
  await page.keyboard.press('Shift+F1')
  await expect(warnings).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(warnings.getByRole('button', { name: 'Fold the warnings away' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(warnings).toHaveCount(0)
  await expect(text).toBeFocused()
  const button = room.pane(name).getByRole('button', { name: '1 warning' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await chooseCommand(app, 'Warnings of this article')
  await expect(warnings).toBeFocused()
  await button.click()
  await expect(warnings).toHaveCount(0)
  await button.click()
  await expect(warnings).toBeFocused()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await app.command('warnings')
  await expect(warnings).toBeFocused()
})

for (const scheme of ['light', 'dark'] as const)
  test(`stand in nobody’s way (${scheme})`, async ({ launch, library }) => {
    const { name, content } = files['cookies.html'] ?? { name: '', content: '' }
    await writeFile(join(library.path, 'cookies.html'), content)
    const app = await launch({ library: library.path })
    await app.page.emulateMedia({ colorScheme: scheme })
    const room = await openAll(app, [name])
    await expect(room.pane(name).getByRole('group', { name: 'Warnings' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

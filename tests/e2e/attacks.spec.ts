// What attacks whoever shows it, put through every format that can carry it: nothing of it runs,
// nothing leaves, and the article is made of the reading view's own elements alone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { attacks } from '../fixtures/attacks.ts'
import { hostileFiles } from '../fixtures/hostile.ts'
import { root } from './drivers/app.ts'
import { type App, test as base, expect } from './fixtures.ts'
import { type Outside, openOutside } from './pages/outside.ts'
import { openFromList, roomOf } from './pages/room.ts'

const test = base.extend<{ outside: Outside }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  outside: async ({}, use) => {
    const outside = await openOutside()
    await use(outside)
    await outside.close()
    expect(outside.visits, 'nobody went outside').toEqual([])
  },
})

/** The corpora of others, which are no part of the project. */
function corpora(): string[] {
  const folder = join(root, '../shared/data/import-dev/attacks')
  return ['dompurify.json', 'owasp.json'].flatMap((name) => {
    const file = join(folder, name)
    if (!existsSync(file)) return []
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly unknown[] }
    return cases.flatMap((one) => {
      if (typeof one === 'string') return [one]
      const { payload, html, input } = one as Record<string, unknown>
      return [payload, html, input].filter((text) => typeof text === 'string')
    })
  })
}

interface Shown {
  readonly localName: string
  readonly namespaceURI: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
}

/** Elements and attributes of an article that the reading view does not make. */
const foreignIn = (text: Locator): Promise<string[]> =>
  text.evaluate((host) => {
    const elements =
      /^(?:div|p|h[2-6]|blockquote|pre|span|em|strong|code|mark|figure|figcaption|img|button|table|tbody|thead|tr|td|th|hr|sup|a)$/
    const attributes =
      /^(?:class|dir|lang|role|title|style|tabindex|alt|width|height|id|loading|decoding|type|src|draggable|hidden|scope|aria-[a-z]+|data-[a-z-]+)$/
    return [...host.querySelectorAll('*')].flatMap((element: Shown) => [
      ...(elements.test(element.localName) &&
      element.namespaceURI === 'http://www.w3.org/1999/xhtml'
        ? []
        : [element.localName]),
      ...[...element.attributes]
        .filter(({ name, value }) => !attributes.test(name) || /^(?:javascript|data):/i.test(value))
        .filter(({ name }) => name !== 'data-href')
        .map(({ name, value }) => `${element.localName}[${name}="${value.slice(0, 60)}"]`),
      ...(element.localName === 'img' && !/^blob:/.test(element.getAttribute('src') ?? 'blob:')
        ? [`img ${element.getAttribute('src')}`]
        : []),
    ])
  })

const hacked = ({ page }: App): Promise<unknown> => page.evaluate('window.hacked')

for (const [corpus, list] of [
  ['our own attacks', attacks],
  ['the corpora of DOMPurify and OWASP', () => corpora()],
] as const)
  test(`${corpus}: no format lets any through`, async ({ launch, library, outside }) => {
    const all = list(outside.url)
    test.skip(all.length === 0, 'the corpora are not at hand')
    test.setTimeout(120_000)
    const files = hostileFiles(all)
    for (const [name, content] of files) await library.write(name, content)
    const app = await launch({ library: library.path })
    const room = roomOf(app)
    await expect(room.articles.getByRole('row')).toHaveCount(files.size)
    for (const name of files.keys()) {
      const title = name.replace(/\.\w+$/, '')
      const text = await openFromList(room, title)
      await expect(text, name).toContainText('A sentence that nobody would look at twice')
      // To its end, so that what is drawn late is drawn, too.
      await text.press('ControlOrMeta+End')
      expect(await foreignIn(text), name).toEqual([])
      expect(await hacked(app), name).toBeUndefined()
      await app.page.keyboard.press('ControlOrMeta+w')
    }
  })

test('no link of an attack opens anything but web and mail addresses', async ({
  launch,
  library,
  outside,
}) => {
  const links = attacks(outside.url).filter((attack) => attack.includes('to press</a>'))
  await library.write('links.html', hostileFiles(links).get('page.html') ?? '')
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, 'page')
  for (const link of await text.locator('.link').all()) {
    const address = (await link.getAttribute('data-href')) ?? ''
    await link.click()
    const opens = /^(?:https?|mailto):/i.test(address)
    const dialog = room.dialog(opens ? 'Open this address?' : 'This link is not opened')
    await expect(dialog, address).toBeVisible()
    if (!opens)
      await expect(dialog, address).toContainText('Only web and mail addresses can be opened')
    await app.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  expect(await hacked(app)).toBeUndefined()
})

test('what is pasted is put away without anything that acts', async ({ app, outside }) => {
  const pasted = attacks(outside.url).join('\n')
  const html = `<h1>Pasted words</h1><p>A paragraph of words that stays.</p>${pasted}<p>The end of it.</p>`
  await app.page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/html', ${JSON.stringify(html)})
    data.setData('text/plain', 'Pasted words')
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })()`)
  const room = roomOf(app)
  const text = room.text('Pasted words')
  await expect(text).toContainText('A paragraph of words that stays.')
  expect(await foreignIn(text)).toEqual([])
  expect(await hacked(app)).toBeUndefined()
})

// The place where somebody reads is never lost: whatever is done with the window, the panes and the type,
// the sentence that stood at the top of a pane stands there still.
import type { Page } from 'playwright/test'
import { type App, expect, test } from './fixtures.ts'
import { openFromList, roomOf } from './pages/room.ts'

const names = ['Alder', 'Birch', 'Cedar', 'Dogwood']
const words =
  'the river rose above the lower quay while nobody on the council had been told of it'.split(' ')

/** A long article of numbered sentences, some in lists, quotes and headings. */
function longText(name: string): string {
  let at = 0
  const sentence = (): string => {
    at++
    const length = 6 + ((at * 7) % 19)
    const said = Array.from({ length }, (_, n) => words[(at * 5 + n * 3) % words.length])
    return `${name[0]}${at} ${said.join(' ')}.`
  }
  const parts = Array.from({ length: 70 }, (_, n) => {
    const some = Array.from({ length: 1 + (n % 4) }, sentence).join(' ')
    if (n % 11 === 5) return `## ${sentence()}`
    if (n % 9 === 4) return `> ${some}`
    return n % 7 === 3 ? `- ${sentence()}\n- ${sentence()}` : some
  })
  return `# ${name}\n\n${parts.join('\n\n')}\n`
}

interface Top {
  readonly pane: string
  readonly sentence: string
}

const textNodes = 4

/** The sentence at the beginning of the topmost whole line of each pane that is shown. */
const tops = (page: Page): Promise<Top[]> =>
  page.locator('.scroller').evaluateAll((scrollers, textNodes) => {
    const topOf = (scroller: (typeof scrollers)[number]): Top => {
      const { ownerDocument } = scroller
      const { top } = scroller.getBoundingClientRect()
      const pane = scroller.querySelector('article')?.getAttribute('aria-label') ?? ''
      let sentence = ''
      const walker = ownerDocument.createTreeWalker(scroller, textNodes)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
          const range = ownerDocument.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          if (/^[A-D]\d+$/.test(word)) sentence = word
          const rect = range.getBoundingClientRect()
          if (rect.height > 0 && rect.bottom > top + 8) return { pane, sentence }
        }
      }
      return { pane, sentence }
    }
    return scrollers.map(topOf)
  }, textNodes)

/** Whether a sentence has a line at the top of a pane, or one line off. */
const standsAtTop = (page: Page, top: Top): Promise<boolean> =>
  page.locator('.scroller').evaluateAll(
    (scrollers, [{ pane, sentence }, textNodes]) => {
      const stands = (scroller: (typeof scrollers)[number]): boolean => {
        const article = scroller.querySelector('article')
        if (article?.getAttribute('aria-label') !== pane) return false
        const { ownerDocument } = scroller
        const { top } = scroller.getBoundingClientRect()
        const style = ownerDocument.defaultView?.getComputedStyle(article)
        const line = Number.parseFloat(style?.lineHeight ?? '24')
        const range = ownerDocument.createRange()
        const walker = ownerDocument.createTreeWalker(article, textNodes)
        let begun = false
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.nodeValue ?? ''
          const start = begun ? 0 : text.indexOf(`${sentence} `)
          if (start < 0) continue
          if (!begun) range.setStart(node, start)
          begun = true
          const end = text.indexOf('.', start)
          range.setEnd(node, end < 0 ? text.length : end)
          if (end >= 0) break
        }
        return [...range.getClientRects()].some(
          (rect) => rect.bottom > top && rect.top < top + 2 * line + 4,
        )
      }
      return scrollers.some(stands)
    },
    [top, textNodes] as const,
  )

async function opened(
  launch: (options: { library: string }) => Promise<App>,
  library: { path: string; write: (name: string, text: string) => Promise<unknown> },
  many: number,
): Promise<App> {
  for (const name of names) await library.write(`${name}.md`, longText(name))
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  for (const name of names.slice(0, many)) await openFromList(room, name)
  await expect.poll(room.titles).toEqual(names.slice(0, many))
  return app
}

/** Scrolls each pane to somewhere in it. */
async function scrollAll(page: Page, shares: readonly number[]): Promise<void> {
  await page.locator('.scroller').evaluateAll((scrollers, shares) => {
    for (const [at, scroller] of scrollers.entries()) {
      const most = scroller.scrollHeight - scroller.clientHeight
      scroller.scrollTop = Math.round(most * (shares[at % shares.length] ?? 0))
    }
  }, shares)
  await settled(page)
}

/** Some frames: scrolls are told, sizes are observed, what comes into view has its height. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(250)

async function holds(page: Page, before: readonly Top[], after: string): Promise<void> {
  await settled(page)
  for (const top of before)
    await expect
      .poll(() => standsAtTop(page, top), {
        message: `${top.sentence} of ${top.pane} after ${after}`,
      })
      .toBe(true)
}

test('a narrow window and back, larger type and reordering keep the place', async ({
  launch,
  library,
}) => {
  const app = await opened(launch, library, 3)
  const { page } = app
  await page.setViewportSize({ width: 1440, height: 900 })
  await scrollAll(page, [0.43, 0.7, 0.2])
  const before = await tops(page)
  expect(before.map(({ sentence }) => sentence)).not.toContain('')
  await page.setViewportSize({ width: 900, height: 800 })
  await settled(page)
  await page.setViewportSize({ width: 420, height: 800 })
  await settled(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.locator('.scroller')).toHaveCount(3)
  await holds(page, before, 'a narrow window and back')
  await app.command('move-pane-left')
  await holds(page, before, 'moving a pane')
  await app.command('move-pane-left')
  await holds(page, before, 'moving it again')
  for (let n = 0; n < 4; n++) await app.command('text-larger')
  await holds(page, before, 'larger type')
  await app.command('zoom-in')
  await holds(page, before, 'larger type in one pane')
  for (let n = 0; n < 4; n++) await app.command('text-smaller')
  await holds(page, before, 'type as it was')
})

test('the copy of a pane starts at the same place, and a closed neighbour takes none away', async ({
  launch,
  library,
}) => {
  const app = await opened(launch, library, 2)
  const { page } = app
  await scrollAll(page, [0.3, 0.6])
  const before = await tops(page)
  await app.command('split')
  await expect(page.locator('.scroller')).toHaveCount(3)
  await holds(page, before, 'splitting')
  const copies = (await tops(page)).filter(({ pane }) => pane === 'Birch')
  expect(new Set(copies.map(({ sentence }) => sentence)).size).toBe(1)
  await app.command('close-pane')
  await expect(page.locator('.scroller')).toHaveCount(2)
  await holds(page, before, 'closing')
})

for (const seed of [2, 3])
  test(`any sequence of acts keeps the place of every pane, seed ${seed}`, async ({
    host,
    launch,
    library,
  }) => {
    test.skip(host !== 'web', 'a window is given its size from outside there alone')
    let app = await opened(launch, library, 3)
    let { page } = app
    let state = seed * 2654435761
    const next = (below: number): number => {
      state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
      return state % below
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await scrollAll(page, [0.43, 0.7, 0.2])
    const before = await tops(page)
    const done: string[] = []
    const acts: Record<string, () => Promise<unknown>> = {
      wide: () => page.setViewportSize({ width: 1200 + next(700), height: 700 + next(300) }),
      narrow: async () => {
        await page.setViewportSize({ width: 420 + next(480), height: 800 })
        await settled(page)
        await page.setViewportSize({ width: 1440, height: 900 })
      },
      larger: () => app.command('text-larger'),
      smaller: () => app.command('text-smaller'),
      zoom: () => app.command(next(2) === 0 ? 'zoom-in' : 'zoom-out'),
      left: () => app.command('move-pane-left'),
      right: () => app.command('move-pane-right'),
      sides: () => app.command(next(2) === 0 ? 'toggle-left' : 'toggle-right'),
      split: async () => {
        if ((await page.locator('.scroller').count()) < 5) await app.command('split')
      },
      compare: () => app.command('compare'),
      restart: async () => {
        await page.waitForTimeout(500)
        await app.close()
        app = await launch({ library: library.path })
        page = app.page
        await page.setViewportSize({ width: 1440, height: 900 })
        await expect(page.locator('.scroller article')).not.toHaveCount(0)
      },
    }
    const namesOfActs = Object.keys(acts)
    for (let n = 0; n < 8; n++) {
      const name = namesOfActs[next(namesOfActs.length)] ?? 'wide'
      done.push(name)
      await acts[name]?.()
      await expect(page.locator('.scroller article')).not.toHaveCount(0)
      await holds(page, before, done.join(', '))
    }
  })

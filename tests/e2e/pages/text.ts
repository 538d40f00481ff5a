// An article's text under a reader's hands: where words stand on the screen, selecting them, and the
// highlights on them.
import type { Locator, Page } from 'playwright/test'
import { expect } from '../fixtures.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The lines that words take up on the screen where they are first to be seen (a headline that stands
 * in the pane's header is not shown again), brought into view. Throws if they are nowhere.
 */
export async function linesOf(text: Locator, words: string): Promise<readonly Box[]> {
  return text.evaluate((host, wanted) => {
    const { ownerDocument: document } = host
    const all = host.textContent ?? ''
    const rangeAt = (at: number) => {
      const walker = document.createTreeWalker(host, 4)
      const range = document.createRange()
      let seen = 0
      while (walker.nextNode()) {
        const node = walker.currentNode
        const { length } = node.textContent ?? ''
        if (at >= seen && at < seen + length) range.setStart(node, at - seen)
        const end = at + wanted.length
        if (end > seen && end <= seen + length) range.setEnd(node, end - seen)
        seen += length
      }
      return range
    }
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
      const range = rangeAt(at)
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      // A paragraph may be higher than the pane: the words themselves are brought to its middle.
      const scroller = host.parentElement
      const view = scroller?.getBoundingClientRect()
      if (scroller && view) {
        const middle = view.top + view.height / 2
        scroller.scrollBy({ top: range.getBoundingClientRect().top - middle, behavior: 'instant' })
      }
      const boxes: { x: number; y: number; width: number; height: number }[] = []
      for (const { x, y, width, height } of range.getClientRects())
        if (width > 0) boxes.push({ x, y, width, height })
      if (boxes.length > 0) return boxes
    }
    throw new Error(`“${wanted}” is not to be seen`)
  }, words)
}

/** The same once nothing moves any more: faces have come, headers are of one height, the pane holds its place. */
export async function restingLinesOf(text: Locator, words: string): Promise<readonly Box[]> {
  await text.evaluate((host) => host.ownerDocument.fonts.ready.then(() => undefined))
  let before = ''
  await expect
    .poll(async () => {
      const now = JSON.stringify(await linesOf(text, words))
      const same = now === before
      before = now
      return same
    })
    .toBe(true)
  return linesOf(text, words)
}

/** Drags over words with the mouse, as a reader does. */
export async function selectByMouse(page: Page, text: Locator, words: string): Promise<void> {
  await expect(text).toBeVisible()
  const lines = await restingLinesOf(text, words)
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) throw new Error(`“${words}” is not to be seen`)
  await page.mouse.move(first.x + 1, first.y + first.height / 2)
  await page.mouse.down()
  await page.mouse.move(first.x + first.width / 2, first.y + first.height / 2, { steps: 3 })
  await page.mouse.move(last.x + last.width - 1, last.y + last.height / 2, { steps: 3 })
  await page.mouse.up()
  await expect.poll(() => selectedText(text)).toBe(words)
}

export const selectedText = (text: Locator): Promise<string> =>
  text.evaluate((host) => String(host.ownerDocument.getSelection()))

/** Milliseconds that a finger stays on a button: the page lives on meanwhile. */
const press = 40

/** Clicks into the middle of words, or some pixels beside it. */
export async function clickOn(page: Page, text: Locator, words: string, aside = 0): Promise<void> {
  const [line] = await restingLinesOf(text, words)
  if (!line) throw new Error(`“${words}” is not to be seen`)
  await page.mouse.click(line.x + line.width / 2 + aside, line.y + line.height / 2, {
    delay: press,
  })
}

// Playwright knows the role, its types do not.
const mark = 'mark' as string as Parameters<Locator['getByRole']>[0]

export const marksOf = (text: Locator): Locator => text.getByRole(mark)

/** The marks whose description says this. */
export const describedMarks = (text: Locator, description: string | RegExp): Locator =>
  text.getByRole(mark, { description })

/** The toolbar beside a selection, or beside the highlight in hand. */
export const toolbarOf = (page: Page, of: 'Selection' | 'Highlight'): Locator =>
  page.getByRole('toolbar', { name: of, exact: true })

/** Selects words, and gives them a colour with the toolbar. */
export async function highlight(
  page: Page,
  text: Locator,
  words: string,
  color = 'yellow',
): Promise<void> {
  await selectByMouse(page, text, words)
  await toolbarOf(page, 'Selection').getByRole('button', { name: color, exact: true }).click()
  await expect(toolbarOf(page, 'Highlight')).toBeVisible()
}

/** Whether two boxes share a point. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

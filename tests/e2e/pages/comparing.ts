// The comparison in the texts under a reader's hands: articles that share sentences, what stands at
// the foot of a pane, what is said to screen readers.
import type { Locator } from 'playwright/test'
import type { App, TestLibrary } from '../fixtures.ts'
import { expect } from '../fixtures.ts'
import { openFromList, roomOf } from './room.ts'

export const pilot = 'The harbour pilot saw the lamp go out shortly before midnight on Sunday.'
export const keeper =
  'The keeper, Anna Lund, had climbed the tower twice that evening to mend the motor.'
export const alone = 'Nobody has painted the railings since the war.'

export const beacon = 'Beacon'
export const lantern = 'Lantern'
export const shore = 'Shore Post'

const filler = (word: string, count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `Paragraph ${word}${index} tells of ${word}thing${index} and ${word}talk${index}.`,
  ).join('\n\n')

/** Three articles: two sentences that two of them tell in the same words, one that only one tells. */
export async function writeTellers(library: TestLibrary): Promise<void> {
  const article = (source: string, ...paragraphs: readonly string[]) =>
    ['---', `title: ${source} on the lamp`, `source: ${source}`, '---', '', paragraphs.join('\n\n')]
      .join('\n')
      .concat('\n')
  await library.write('beacon.md', article(beacon, `${pilot} ${alone}`, keeper, filler('brik', 3)))
  await library.write('lantern.md', article(lantern, filler('velm', 30), pilot, filler('tosk', 30)))
  await library.write('shore.md', article(shore, keeper, filler('gran', 3)))
}

export const titleOf = (source: string): string => `${source} on the lamp`

/** Opens the three side by side and has them compared. */
export async function compareTellers(app: App): Promise<void> {
  const room = roomOf(app)
  for (const source of [beacon, lantern, shore]) await openFromList(room, titleOf(source))
  await app.command('compare')
  await expect(strip(room.pane(titleOf(shore)))).toBeVisible()
}

/** The whole article at a glance, as an image with a name. */
export const strip = (pane: Locator): Locator => pane.getByRole('img', { name: /^Of this article/ })

/** What is said to screen readers, and not shown. */
export const heard = ({ page }: App): Locator => page.getByRole('main').locator('.only-heard')

/** Vertical place of words on the screen, pixels. */
export const heightOf = (text: Locator, words: string): Promise<number> =>
  text.evaluate((host, wanted) => {
    const { ownerDocument: document } = host
    const walker = document.createTreeWalker(host, 4)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      return range.getBoundingClientRect().top
    }
    return Number.NaN
  }, words)

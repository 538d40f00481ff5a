// Two articles that share passages at different places, and where a passage stands in its pane.
import type { App } from '../drivers/app.ts'
import type { TestLibrary } from '../drivers/library.ts'
import { expect } from '../fixtures.ts'
import { openFromList, roomOf } from './room.ts'

const things = [
  ...['lighthouse', 'granary', 'observatory', 'tannery', 'aqueduct', 'brewery'],
  ...['foundry', 'chandlery', 'vineyard', 'monastery', 'racecourse', 'shipyard'],
]
const towns = ['Varnhem', 'Estrup', 'Holmby', 'Lunden', 'Askvik', 'Tornby']

/** What both articles tell in the same words, by its place in the order. */
export const shared = (index: number): string =>
  `The old ${things[index % things.length]} of ${towns[index % towns.length]} was sold to its tenants for ${index + 3} million crowns after ${index + 2} years of dispute.`

const filler = (outlet: string, index: number): string =>
  `${outlet} notes, in passage ${index}, something that is told nowhere else: ${Array.from(
    { length: 40 },
    (_, word) => `${outlet.toLowerCase()}${(index * 7 + word * 13) % 997}`,
  ).join(' ')}.`

/** Shared passages with so many of its own before each. */
const article = (outlet: string, own: number): string =>
  [
    `${outlet} on the sales`,
    ...things.flatMap((_, index) => [
      ...Array.from({ length: own }, (_, each) => filler(outlet, index * own + each)),
      shared(index),
    ]),
  ].join('\n\n')

export const north = 'North on the sales'
export const south = 'South on the sales'

/** Opens the two articles side by side, compares them, and has the first in focus. */
export async function openPair(app: App): Promise<void> {
  const room = roomOf(app)
  await openFromList(room, north)
  await openFromList(room, south)
  await app.command('compare')
  await room.pane(north).getByRole('heading', { level: 2 }).click()
}

export async function writePair(library: TestLibrary): Promise<void> {
  await library.write('north.txt', article('North', 1))
  await library.write('south.txt', article('South', 3))
}

/** How many pixels below the top of its pane a passage stands. */
export const heightOf = ({ page }: App, pane: string, words: string): Promise<number> =>
  page
    .getByRole('main')
    .getByRole('region', { name: pane, exact: true })
    .getByRole('article')
    .evaluate((text, wanted) => {
      const block = [...text.querySelectorAll('[data-block]')].find(
        (each) => each.textContent === wanted,
      )
      const top = text.parentElement?.getBoundingClientRect().top ?? 0
      return (block?.getBoundingClientRect().top ?? Number.NaN) - top
    }, words)

/** How far apart a passage stands in the two panes, in pixels. */
export async function apart(app: App, words: string): Promise<number> {
  return Math.abs((await heightOf(app, north, words)) - (await heightOf(app, south, words)))
}

/** Scrolls a pane with the wheel until a passage stands in its upper half. */
export async function wheelTo(app: App, pane: string, words: string): Promise<void> {
  const { page } = app
  const box = await roomOf(app).text(pane).locator('..').boundingBox()
  if (!box) throw new Error('no pane')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await expect(async () => {
    const away = (await heightOf(app, pane, words)) - box.height * 0.3
    if (Math.abs(away) > 60) await page.mouse.wheel(0, away)
    expect(Math.abs(away)).toBeLessThan(60)
  }).toPass()
}

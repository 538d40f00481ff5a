// Scrolling in step: by the passages that correspond, paired anew by the reader's own scrolling,
// and by pins above all.
import { expect, test } from './fixtures.ts'
import {
  apart,
  heightOf,
  north,
  openPair,
  shared,
  south,
  wheelTo,
  writePair,
} from './pages/in-step.ts'
import { chooseCommand, roomOf } from './pages/room.ts'

test('panes scroll in step by what they share, and only once it is switched on', async ({
  launch,
  library,
}) => {
  await writePair(library)
  const app = await launch({ library: library.path })
  await openPair(app)
  await wheelTo(app, north, shared(4))
  expect(await apart(app, shared(4))).toBeGreaterThan(300)
  await app.command('scroll-in-step')
  await expect.poll(() => apart(app, shared(4))).toBeLessThan(40)
  await wheelTo(app, north, shared(9))
  await expect.poll(() => apart(app, shared(9))).toBeLessThan(40)
  await wheelTo(app, north, shared(1))
  await expect.poll(() => apart(app, shared(1))).toBeLessThan(40)

  // The other one leads once it is in focus.
  await roomOf(app).pane(south).getByRole('heading', { level: 2 }).click()
  await wheelTo(app, south, shared(7))
  await expect.poll(() => apart(app, shared(7))).toBeLessThan(40)
})

test('what the reader scrolls by hand is paired anew, and pins win', async ({
  launch,
  library,
}) => {
  await writePair(library)
  const app = await launch({ library: library.path })
  await openPair(app)
  await app.command('scroll-in-step')
  await wheelTo(app, north, shared(5))
  await expect.poll(() => apart(app, shared(5))).toBeLessThan(40)

  // The pane in focus stays where it is while the other one is moved.
  const before = await heightOf(app, north, shared(5))
  await wheelTo(app, south, shared(6))
  expect(Math.abs((await heightOf(app, north, shared(5))) - before)).toBeLessThan(2)
  await app.command('pin')
  const pins = app.page.getByRole('button', { name: /^Pinned to/ })
  await expect(pins).toHaveCount(2)
  await wheelTo(app, north, shared(1))
  await wheelTo(app, north, shared(5))
  await expect
    .poll(async () =>
      Math.abs((await heightOf(app, north, shared(5))) - (await heightOf(app, south, shared(6)))),
    )
    .toBeLessThan(130)

  // Pins last, and go when they are told to.
  await roomOf(app).saved()
  await expect(pins.first()).toHaveAccessibleName('Pinned to South on the sales. Take the pin away')
  await chooseCommand(app, 'Remove all pins')
  await expect(pins).toHaveCount(0)
  await wheelTo(app, north, shared(8))
  await expect.poll(() => apart(app, shared(8))).toBeLessThan(40)
})

// While files are being read the index is told of many together; of the last one it is told at once.
import { expect, it } from 'vitest'
import { createFeed } from '../../../../src/main/features/search/feed.ts'
import { emptyIndex, emptyLibrary } from './empty-library.ts'

it('what was gathered is told as soon as the last file was read', async () => {
  let unread = 1
  let asked = 0
  const feed = createFeed({
    source: emptyLibrary,
    index: {
      ...emptyIndex,
      told() {
        asked++
        return null
      },
    },
    unread: () => unread,
    isKeptBeside: async () => false,
    progressed: () => undefined,
    // Longer than any test.
    gatherFor: 3_600_000,
    onBug(thrown) {
      throw thrown
    },
  })
  feed.articles(['arrives'])
  await expect.poll(() => asked).toBe(1)
  unread = 0
  feed.articles(['arrives'])
  await feed.idle()
  expect(asked).toBe(2)
})

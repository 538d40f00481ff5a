// A bug of ours in what tells the index is told, ends nothing else, and does not end it for good.
import { expect, it } from 'vitest'
import { createFeed } from '../../../../src/main/features/search/feed.ts'
import { emptyIndex, emptyLibrary } from './empty-library.ts'

/** A feed into an index that fails when it is asked for its list, until it is mended. */
function intoBrokenIndex() {
  const bugs: unknown[] = []
  const state = { isBroken: true, asked: 0 }
  const feed = createFeed({
    source: emptyLibrary,
    index: {
      ...emptyIndex,
      toldAfter() {
        state.asked++
        if (state.isBroken) throw new Error('a bug')
        return []
      },
    },
    unread: () => 0,
    isKeptBeside: async () => false,
    progressed: () => undefined,
    onBug: (thrown) => bugs.push(thrown),
  })
  return { feed, bugs, state }
}

it('is told once, and the search says that it may not find all', async () => {
  const { feed, bugs } = intoBrokenIndex()
  feed.everything()
  await feed.idle()
  feed.articles(['a', 'b'])
  await feed.idle()
  expect(bugs).toHaveLength(1)
  expect(feed.left()).toBeGreaterThan(0)
  // Nobody waits for what does not come.
  expect(feed.isBusy()).toBe(false)
})

it('is got over when somebody asks for it again', async () => {
  const { feed, bugs, state } = intoBrokenIndex()
  feed.everything()
  await feed.idle()
  state.isBroken = false
  feed.again()
  await feed.idle()
  expect(feed.left()).toBeNull()
  const { asked } = state
  feed.again()
  await feed.idle()
  expect(state.asked).toBe(asked)
  expect(bugs).toHaveLength(1)
})

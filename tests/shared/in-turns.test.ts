// Work on many things, a few of them at a time.
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inTurns } from '../../src/shared/in-turns.ts'

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

it('works on each once, in their order, and on no more than so many at a time', async () => {
  const begun: [string, number][] = []
  let underWay = 0
  let most = 0
  await inTurns(letters, 3, async (letter, at) => {
    begun.push([letter, at])
    most = Math.max(most, ++underWay)
    await turn()
    underWay--
  })
  expect(begun).toEqual(letters.map((letter, at) => [letter, at]))
  expect(most).toBe(3)
  expect(underWay, 'all that was begun is done').toBe(0)
})

it('begins no other once it is not to go on, and waits for what is under way', async () => {
  const begun: string[] = []
  const done: string[] = []
  await inTurns(
    letters,
    2,
    async (letter) => {
      begun.push(letter)
      await turn()
      done.push(letter)
    },
    () => begun.length < 4,
  )
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  expect(done).toEqual(begun)
})

it('is over at once where there is nothing, and rejects as its work does', async () => {
  await inTurns([], 4, async () => expect.unreachable())
  const failing = inTurns(letters, 2, async (letter) => {
    if (letter === 'b') throw new Error('no b')
  })
  await expect(failing).rejects.toThrow('no b')
})

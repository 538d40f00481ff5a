// The library that is left stays open for a last word, and no longer than that.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createOpenLibraries } from '../../../src/main/core/open-libraries.ts'

/** A library that notes when it was let go; `slow`: only after a while. */
function libraryAt(path: string, slow = 0) {
  const library = {
    path,
    closed: false,
    async close() {
      await sleep(slow)
      library.closed = true
    },
  }
  return library
}

type Fake = ReturnType<typeof libraryAt>

/** Long enough never to pass in a test. */
const patient = 60_000

it('lets go at once of a library that no window shows', async () => {
  const libraries = createOpenLibraries<Fake>(patient)
  const one = libraryAt('/1', 20)
  await libraries.show(one, [])
  await libraries.show(libraryAt('/2'), [])
  expect(one.closed).toBe(true)
  expect(libraries.named('/1')).toBeNull()
})

it('holds a library until every window has left it', async () => {
  const libraries = createOpenLibraries<Fake>(patient)
  const one = libraryAt('/1')
  await libraries.show(one, [])
  await libraries.show(libraryAt('/2'), ['a', 'b'])
  expect(libraries.named('/1')).toBe(one)
  libraries.left('/1', 'a')
  libraries.left('/1', 'a')
  libraries.left('/1', 'stranger')
  libraries.left('/2', 'b')
  expect(libraries.named('/1')).toBe(one)
  expect(one.closed).toBe(false)
  libraries.left('/1', 'b')
  expect(libraries.named('/1')).toBeNull()
  await libraries.close()
  expect(one.closed).toBe(true)
})

it('lets go of a library when its time is over, whoever has not spoken', async () => {
  const libraries = createOpenLibraries<Fake>(10)
  const one = libraryAt('/1')
  await libraries.show(one, [])
  await libraries.show(libraryAt('/2'), ['gone'])
  await expect.poll(() => one.closed).toBe(true)
  expect(libraries.named('/1')).toBeNull()
})

it('takes back a library that is opened again while it is held, and holds the other', async () => {
  const libraries = createOpenLibraries<Fake>(patient)
  const [one, two] = [libraryAt('/1'), libraryAt('/2')]
  await libraries.show(one, [])
  await libraries.show(two, ['a'])
  expect(await libraries.takeBack('/1')).toBe(one)
  await libraries.show(one, ['a'])
  expect(libraries.current()).toBe(one)
  expect(libraries.named('/2')).toBe(two)
  // What was said of the first time is not about the second.
  libraries.left('/1', 'a')
  expect(one.closed).toBe(false)
  await libraries.close()
  expect([one.closed, two.closed]).toEqual([true, true])
})

it('has a library opened anew only after it was let go', async () => {
  const libraries = createOpenLibraries<Fake>(patient)
  const one = libraryAt('/1', 30)
  await libraries.show(one, [])
  await libraries.show(libraryAt('/2'), ['a'])
  libraries.left('/1', 'a')
  expect(one.closed).toBe(false)
  expect(await libraries.takeBack('/1')).toBeNull()
  expect(one.closed).toBe(true)
})

it('lets go at once of the same library as it was opened before', async () => {
  const libraries = createOpenLibraries<Fake>(patient)
  const [before, after] = [libraryAt('/1'), libraryAt('/1')]
  await libraries.show(before, [])
  await libraries.show(after, ['a'])
  expect(before.closed).toBe(true)
  expect(libraries.named('/1')).toBe(after)
})

it('waits for all that are held when the app is closed', async () => {
  const libraries = createOpenLibraries<Fake>(patient)
  const all = [libraryAt('/1', 20), libraryAt('/2', 40), libraryAt('/3', 10)]
  for (const library of all) await libraries.show(library, ['a'])
  await libraries.close()
  expect(all.map(({ closed }) => closed)).toEqual([true, true, true])
  expect(libraries.current()).toBeNull()
})

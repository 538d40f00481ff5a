import { expect, test } from 'vitest'
import { createSteps } from '../../../src/main/core/steps.ts'

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end }
}

/** Steps that note what began, what ended, and what is kept. */
function noted() {
  const steps = createSteps()
  const log: string[] = []
  const work = (name: string, until?: Promise<void>) => async () => {
    log.push(`${name} begins`)
    await until
    log.push(`${name} ends`)
    return name
  }
  return {
    log,
    act: (name: string, sheets: string[], until?: Promise<void>) =>
      steps.act(new Set(sheets), work(name, until), (done) => log.push(`${done} kept`)),
    turn: (name: string, sheets: string[], until?: Promise<void>, last = 0) =>
      steps.turn(
        last,
        () => log.push(`${name} chosen`),
        () => new Set(sheets),
        work(name, until),
      ),
  }
}

test('a step waits for one that touches the same sheet, and for no other', async () => {
  const { log, act } = noted()
  const large = held()
  const first = act('large', ['a', 'b', 'c'], large.done)
  const same = act('same', ['c', 'd'])
  await act('other', ['d', 'e'].slice(1))
  expect(log).toEqual(['large begins', 'other begins', 'other ends', 'other kept'])
  large.end()
  await Promise.all([first, same])
  expect(log.slice(4)).toEqual([
    'large ends',
    'large kept',
    'same begins',
    'same ends',
    'same kept',
  ])
})

test('undo waits for what was begun before it, and chooses then', async () => {
  const { log, act, turn } = noted()
  const large = held()
  const first = act('large', ['a'], large.done)
  const undone = turn('undo', ['a'])
  large.end()
  await Promise.all([first, undone])
  expect(log).toEqual([
    'large begins',
    'large ends',
    'large kept',
    'undo chosen',
    'undo begins',
    'undo ends',
  ])
})

test('undo does not wait for what was begun before the step that it takes back', async () => {
  const { log, act, turn } = noted()
  const large = held()
  const first = act('large', ['a', 'b'], large.done)
  await act('save', ['c'])
  await turn('undo', ['c'], undefined, 2)
  expect(log).toEqual([
    'large begins',
    'save begins',
    'save ends',
    'save kept',
    'undo chosen',
    'undo begins',
    'undo ends',
  ])
  large.end()
  await first
})

test('undo does not wait for a step of many files that is not the last', async () => {
  const { log, act, turn } = noted()
  const large = held()
  await act('save', ['c'])
  const first = act('large', [...'abdefghijkl'], large.done)
  await turn('undo', ['c'], undefined, 1)
  expect(log.at(-1)).toBe('undo ends')
  large.end()
  await first
})

test('what is begun after an undo is answered at once, and kept above it', async () => {
  const { log, act, turn } = noted()
  const large = held()
  const undone = turn('undo', ['a'], large.done)
  await act('save', ['b'])
  expect(log).toEqual(['undo chosen', 'undo begins', 'save begins', 'save ends'])
  large.end()
  await undone
  await act('next', ['c'])
  expect(log.slice(4, 6)).toEqual(['undo ends', 'save kept'])
})

test('what touches the sheets of an undo that was asked for before it comes after it', async () => {
  const { log, act, turn } = noted()
  const [large, second] = [held(), held()]
  const first = act('large', ['x'], large.done)
  const undone = turn('undo', ['a'], second.done)
  const save = act('save', ['a'])
  large.end()
  await first
  second.end()
  await Promise.all([undone, save])
  expect(log.indexOf('undo ends')).toBeLessThan(log.indexOf('save begins'))
})

test('a step that fails is in the way of none', async () => {
  const steps = createSteps()
  const broken = async (): Promise<never> => {
    throw new Error('broken')
  }
  await expect(steps.act(new Set(['a']), broken, () => undefined)).rejects.toThrow('broken')
  await expect(
    steps.turn(
      0,
      () => {
        throw new Error('none')
      },
      () => new Set<string>(),
      broken,
    ),
  ).rejects.toThrow('none')
  expect(
    await steps.act(
      new Set(['a']),
      async () => 'done',
      () => undefined,
    ),
  ).toBe('done')
})

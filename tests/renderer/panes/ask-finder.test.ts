// What is asked of the worker that finds, and what becomes of an expression without end.
import { expect, it, onTestFinished } from 'vitest'
import { createAskedFinder } from '../../../src/renderer/panes/find/ask-finder.ts'
import type { FindQuestion } from '../../../src/renderer/panes/find/find-worker.ts'
import { startFindWorker } from '../../../src/renderer/panes/find/start-find-worker.ts'
import type { FindTrouble } from '../../../src/renderer/state/find.ts'
import { asTyped } from '../../../src/shared/text/find.ts'

const question = (query: string, pattern = false): FindQuestion => ({
  query,
  choices: asTyped,
  pattern,
})

function finderIn(text: string, start = startFindWorker) {
  const said: (readonly string[] | FindTrouble)[] = []
  let started = 0
  const finder = createAskedFinder(
    text,
    {
      onFound: (found) => said.push(found.map(({ start: from, end }) => text.slice(from, end))),
      onTrouble: (trouble) => said.push(trouble),
    },
    () => {
      started++
      return start()
    },
  )
  onTestFinished(finder.dispose)
  return { finder, said, started: () => started }
}

it('finds words, and what an expression matches', async () => {
  const { finder, said } = finderIn('The pier, the PIERS')
  finder.ask(question('pier'))
  await expect.poll(() => said).toEqual([['pier', 'PIER']])
  finder.ask(question('p\\w+s', true))
  await expect.poll(() => said.at(-1)).toEqual(['PIERS'])
})

it('answers the newest of what is asked at once, and nothing that was forgotten', async () => {
  const { finder, said } = finderIn('a b c')
  for (const query of ['a', 'b', 'c']) finder.ask(question(query))
  await expect.poll(() => said.at(-1)).toEqual(['c'])
  expect(said.length).toBeLessThanOrEqual(2)
  finder.ask(question('a'))
  finder.forget()
  finder.ask(question('b'))
  await expect.poll(() => said.at(-1)).toEqual(['b'])
  expect(said).not.toContainEqual(['a'])
})

it('says where an expression is wrong', async () => {
  const { finder, said } = finderIn('a b c')
  finder.ask(question('a(', true))
  await expect.poll(() => said).toMatchObject([{ why: 'wrong', problem: { start: 1, end: 2 } }])
})

it.each([
  '(a+)+$',
  '(a|a)*$',
  '(a*)*b',
  '(?:a+){2,}$',
  '(\\w+\\s?)+$',
  '(a|aa)+$',
  '(.*a){20}$',
  '([a-z]+)*$',
])('ends %s, which explodes, and goes on with another worker', async (pattern) => {
  const { finder, said, started } = finderIn(`${'a'.repeat(5_000)}! the end`)
  finder.ask(question(pattern, true))
  await expect.poll(() => said, { timeout: 5_000 }).toEqual([{ why: 'stopped' }])
  finder.ask(question('the'))
  await expect.poll(() => said.at(-1), { timeout: 8_000 }).toEqual(['the'])
  expect(started()).toBe(2)
})

it('answers what was asked while an expression exploded', async () => {
  const { finder, said } = finderIn(`${'a'.repeat(5_000)}! the end`)
  finder.ask(question('(a+)+$', true))
  await new Promise((done) => setTimeout(done, 250))
  finder.ask(question('end'))
  await expect.poll(() => said, { timeout: 5_000 }).toEqual([['end']])
})

it('says that it cannot find where no worker starts', async () => {
  const { finder, said } = finderIn('a', () => {
    throw new Error('no worker')
  })
  finder.ask(question('a'))
  await expect.poll(() => said.at(-1)).toEqual({ why: 'failed' })
})

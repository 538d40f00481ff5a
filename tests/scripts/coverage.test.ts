// That the page which says what holds each promise names tests that are there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')
const named = [...page.matchAll(/`(e2e\/[\w-]+\.spec\.ts)`: ([^;|*]+?) *(?=[;|])/g)].map(
  ([, file = '', name = '']) => ({ file, name }),
)

it.each(named)('$file has “$name”', ({ file, name }) => {
  const source = readFileSync(join(root, 'tests', file), 'utf8')
  const names = [...source.matchAll(/\btest\(\s*(['`])(.*?)\1/gs)].map(([, , words]) => words)
  expect(names.some((words) => words?.startsWith(name))).toBe(true)
})

it('names dozens', () => {
  expect(named.length).toBeGreaterThan(25)
})

// What a tag is called after renamings, whatever they are.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { currentTag, renamedTag } from '../../../src/shared/kinds/tag.ts'

const after = (renamed: Record<string, string>) => (tag: string) =>
  currentTag(tag, (name) => (Object.hasOwn(renamed, name) ? (renamed[name] ?? null) : null))

it.each([
  ['a', 'b', 'it was renamed'],
  ['a/x', 'b/x', 'one above it was renamed'],
  ['ab', 'ab', 'another only begins so'],
  ['c', 'e', 'it was renamed twice'],
  ['c/x/y', 'e/x/y', 'one far above it was renamed twice'],
  ['p/q', 'r', 'it was renamed itself, whatever happened above it'],
])('%s is called %s when %s', (tag, name) => {
  expect(after({ 'a': 'b', 'c': 'd', 'd': 'e', 'p': 'z', 'p/q': 'r' })(tag)).toBe(name)
})

it('comes to an end for renamings in circles and beneath themselves', () => {
  expect(after({ a: 'b', b: 'a' })('a')).toBe('a')
  expect(after({ a: 'a/a' })('a/x')).toBe('a/x')
  expect(after({ a: 'x', x: 'a/b' })('a')).toBe('a')
  const names = fc.constantFrom('a', 'b', 'a/b', 'b/a', 'a/b/a', 'c')
  fc.assert(
    fc.property(fc.dictionary(names, names), names, (renamed, tag) => {
      const name = after(renamed)(tag)
      expect(name.length).toBeLessThan(60)
      expect(after(renamed)(name)).toBe(name)
    }),
  )
})

it('renames a tag with what is beneath it, and nothing else', () => {
  expect(['a', 'a/b', 'ab', 'b/a'].map((tag) => renamedTag(tag, 'a', 'x/y'))).toEqual([
    'x/y',
    'x/y/b',
    'ab',
    'b/a',
  ])
})

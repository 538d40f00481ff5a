// That the cost of parsing is bounded before it is paid. What the parser really does is counted: how
// often the engine passed through each block of its code.
import { Session } from 'node:inspector'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { mostSearches, mostSteps } from '../../../src/shared/markdown/parse.ts'
import { parseCost } from '../../../src/shared/markdown/parse-cost.ts'
import { bombs, hostileNote } from '../../fixtures/hostile-notes.ts'

let stepsOf: (markdown: string) => number

beforeAll(async () => {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  // Counted from the first time on that its code is run: it must not have been loaded before.
  const { fromMarkdown } = await import('mdast-util-from-markdown')
  const { gfmFromMarkdown } = await import('mdast-util-gfm')
  const { gfm } = await import('micromark-extension-gfm')
  const counted = (): number => {
    let steps = 0
    session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      for (const { url, functions } of result) {
        if (!/micromark|mdast|unist/.test(url) || /\.test\.ts/.test(url)) continue
        for (const { ranges } of functions) for (const { count } of ranges) steps += count
      }
    })
    return steps
  }
  stepsOf = (markdown) => {
    counted()
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    return counted()
  }
  return () => session.disconnect()
})

const bound = (markdown: string): number => {
  const { steps, searches } = parseCost(markdown)
  return steps + searches
}

it('counts what the parser does', () => {
  const [short, long] = [stepsOf('word '.repeat(100)), stepsOf('word '.repeat(200))]
  expect(short).toBeGreaterThan(10_000)
  expect(long / short).toBeCloseTo(2, 0)
})

describe.each(Object.entries(bombs))('%s', (_, bomb) => {
  it('cost no more than was said before', () => {
    for (const n of [1, 10, 160]) {
      const markdown = bomb(n)
      expect(stepsOf(markdown)).toBeLessThanOrEqual(bound(markdown))
    }
  })
})

it('says enough for any mixture of what hurts', () => {
  fc.assert(
    fc.property(hostileNote, ({ note }) => {
      expect(stepsOf(note)).toBeLessThanOrEqual(bound(note))
    }),
    { numRuns: 40 },
  )
})

it.each([
  [
    'forty pages of prose',
    'A sentence of ten words that says nothing much at all.\n\n'.repeat(1_500),
  ],
  ['a list of three thousand items', '- an item\n'.repeat(3_000)],
  ['a table of three hundred rows', `| a | b |\n|-|-|\n${'| **one** | *two* |\n'.repeat(300)}`],
  ['a paragraph with a hundred links', '[words](https://a.example/path) and '.repeat(100)],
  ['lines of dashes', `${'-'.repeat(200)}\n\n`.repeat(50)],
  [
    'code that is indented deeply',
    '```\n'.concat('          if (a) return b[c]\n'.repeat(200), '```'),
  ],
])('leaves room for %s', (_, markdown) => {
  const { steps, searches, nesting } = parseCost(markdown)
  expect(steps).toBeLessThan(mostSteps)
  expect(searches).toBeLessThan(mostSearches)
  expect(nesting).toBeLessThan(10)
})

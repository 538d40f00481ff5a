// The checks of structure, each on a few lines that break it, and the list of debts that may only shrink.
import { describe, expect, it } from 'vitest'
import { longestFunction, longFunctions, packings } from '../../scripts/lib/structure/checks.mjs'
import { circles } from '../../scripts/lib/structure/circles.mjs'
import { judgeDebts, settled } from '../../scripts/lib/structure/debts.mjs'
import { parseSource } from '../../scripts/lib/structure/source-files.mjs'

const parsed = (text: string, file = 'src/x.ts') => parseSource(file, text)
const statements = (count: number): string => 'step()\n'.repeat(count)

describe('the check of circles', () => {
  const files = (texts: Readonly<Record<string, string>>) =>
    circles(Object.entries(texts).map(([file, text]) => parsed(text, file)))

  it('finds files that reach each other, by types and later imports too', () => {
    expect(
      files({
        'src/a.ts': "import type { B } from './b.ts'\nexport type A = B\n",
        'src/b.ts': "export const b = () => import('./deep/c.ts')\n",
        'src/deep/c.ts': "export * from '../a.ts'\n",
        'src/d.ts': "export * from './a.ts'\n",
      }),
    ).toEqual([['src/a.ts', 'src/b.ts', 'src/deep/c.ts']])
  })

  it('finds a file that imports itself', () => {
    expect(files({ 'src/a.ts': "export * from './a.ts'\n" })).toEqual([['src/a.ts']])
  })

  it('finds none where two ways lead to one file', () => {
    expect(
      files({
        'src/a.ts': "import './b.ts'\nimport './c.ts'\n",
        'src/b.ts': "import './c.ts'\n",
        'src/c.ts': "import 'node:fs'\n",
      }),
    ).toEqual([])
  })
})

describe('the check of lengths', () => {
  const lengths = (text: string) =>
    parsed(text).functions.map(({ name, lines }) => `${name} ${lines}`)

  it('names a function by where it stands, and counts from its first line to its last', () => {
    expect(
      lengths(`export function outer() {
  const inner = () => {
    step()
  }
  return { method() {}, list: items.map(() => 1), inner }
}
class Box {
  open() {}
}
`),
    ).toEqual(['outer 6', 'outer > inner 3', 'outer > method 1', 'outer > map(…) 1', 'open 1'])
  })

  it('counts a table of data as one line, and what is no data in full', () => {
    expect(lengths("function data() {\n  return [\n    'a',\n    { b: -1 },\n  ]\n}\n")).toEqual([
      'data 3',
    ])
    expect(lengths("function calls() {\n  return [\n    'a',\n    b(),\n  ]\n}\n")).toEqual([
      'calls 6',
    ])
  })

  it(`refuses one of more than ${longestFunction} lines, components too`, () => {
    const just = longestFunction - 2
    expect(longFunctions(parsed(`function a() {\n${statements(just)}}\n`))).toEqual([])
    const [found] = longFunctions(parsed(`function a() {\n${statements(just + 1)}}\n`))
    expect(found).toMatchObject({ key: 'src/x.ts a', amount: longestFunction + 1 })
    const component = `export function Pane() {\n${statements(90)}return <p>text</p>\n}\n`
    expect(longFunctions(parsed(component, 'src/x.tsx'))).toHaveLength(1)
  })

  it('takes the tests that stand under one heading for a table', () => {
    const tests = `describe.each([1])('a', () => {\n${statements(90)}})\n`
    expect(longFunctions(parsed(tests))).toEqual([])
    const within = `describe('a', () => {\n  function b() {\n${statements(90)}}\n})\n`
    expect(longFunctions(parsed(within))).toHaveLength(1)
  })
})

describe('the check of packed objects', () => {
  it('finds an object that is made only to be spread', () => {
    const text = 'export const a = (b: number, c: number) => ({\n  d: 1,\n  ...{ b, c },\n})\n'
    expect(packings(parsed(text))).toMatchObject([{ key: 'src/x.ts', amount: 1 }])
  })

  it('leaves a spread that has a reason', () => {
    const text = 'export const a = (b: object, c: boolean) => ({ ...b, ...(c ? { d: 1 } : {}) })\n'
    expect(packings(parsed(text))).toEqual([])
  })
})

describe('the list of debts', () => {
  const debts = { old: 1, long: 120, many: 3 }

  it('lets stand what is listed', () => {
    expect(judgeDebts(debts, debts)).toEqual({ grown: [], paid: [], less: [] })
  })

  it('refuses what is new, what has grown, and what is paid but still listed', () => {
    expect(judgeDebts({ long: 121, many: 2, fresh: 1 }, debts)).toEqual({
      grown: ['long', 'fresh'],
      paid: ['old'],
      less: ['many'],
    })
  })

  it('only ever shrinks', () => {
    expect(settled({ long: 121, many: 2, fresh: 1 }, debts)).toEqual({ long: 120, many: 2 })
  })
})

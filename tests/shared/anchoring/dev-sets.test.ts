// Real edits of real documents, kept beside the project because their texts belong to others.
// Without them there is nothing to measure, and the rest of the tests stands alone.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { describe as describeRange } from '../../../src/shared/anchoring/describe.ts'
import { createResolver, type Resolver, resolve } from '../../../src/shared/anchoring/resolve.ts'
import type { Anchor } from '../../../src/shared/model/annotation.ts'

const data = fileURLToPath(new URL('../../../../shared/data/anchoring-dev/', import.meta.url))

type Range = readonly [start: number, end: number]
type Quote = { readonly exact: string; readonly prefix?: string; readonly suffix?: string }
type Revision = Quote & {
  readonly id: string
  readonly doc: string
  readonly cls: string
  readonly start: number
  readonly end: number
  readonly expect: Range | null
  readonly ambiguous?: boolean
  readonly borderline?: boolean
}

const load = <T>(file: string): T => JSON.parse(readFileSync(`${data}${file}`, 'utf8')) as T

const isAt = (anchor: Anchor, [start, end]: Range, tolerance = 0): boolean =>
  anchor.state !== 'orphaned' &&
  Math.abs(anchor.start - start) <= tolerance &&
  Math.abs(anchor.end - end) <= tolerance

function overlap(anchor: Anchor, [start, end]: Range): number {
  if (anchor.state === 'orphaned') return 0
  const common = Math.min(end, anchor.end) - Math.max(start, anchor.start)
  const all = Math.max(end, anchor.end) - Math.min(start, anchor.start)
  return Math.max(0, common) / all
}

describe.skipIf(!existsSync(data))('on the development sets', () => {
  function revisions() {
    const { cases } = load<{ cases: readonly Revision[] }>('revisions/cases.json')
    const open = new Map<string, { text: string; resolver: Resolver; aligned: Resolver }>()
    const at = (doc: string) => {
      const known = open.get(doc)
      if (known) return known
      const text = readFileSync(`${data}revisions/docs/${doc}.new.txt`, 'utf8')
      const old = readFileSync(`${data}revisions/docs/${doc}.old.txt`, 'utf8')
      const made = {
        text,
        resolver: createResolver(text),
        aligned: createResolver(text, () => old),
      }
      open.set(doc, made)
      return made
    }
    return { cases: cases.filter((each) => !each.ambiguous && !each.borderline), at }
  }

  // Without the old text a name or a number that is another may be another passage: so many are left.
  it.each([
    ['with the old text', true, true, 2],
    ['with the old text and without a position', true, false, 2],
    ['with the old position', false, true, 7],
    ['without a position', false, false, 7],
  ])(
    'finds highlights again after an edit, %s, and none in the wrong place',
    (_, hasOld, hasPosition, most) => {
      const { cases, at } = revisions()
      const lost: string[] = []
      const wrong: string[] = []
      for (const { id, doc, cls, start, end, exact, prefix, suffix, expect: wanted } of cases) {
        const { text, resolver, aligned } = at(doc)
        const quote = { exact, prefix, suffix }
        const asked = hasPosition ? { ...quote, start, end } : quote
        const anchor = (hasOld ? aligned : resolver).resolve('new', asked)
        if (anchor.state === 'orphaned') {
          if (wanted) lost.push(id)
        } else if (!wanted) wrong.push(id)
        else if (overlap(anchor, wanted) < (cls === 'same' ? 1 : 0.8)) {
          if (text.slice(anchor.start, anchor.end) !== text.slice(...wanted)) wrong.push(id)
        }
      }
      expect(wrong).toEqual([])
      expect(lost.length).toBeLessThanOrEqual(most)
    },
  )

  it('finds no highlight of one document in another', () => {
    const { cases, at } = revisions()
    const docs = [...new Set(cases.map(({ doc }) => doc))]
    const wrong = cases.flatMap((each, index) => {
      const other = docs[(docs.indexOf(each.doc) + 1 + (index % (docs.length - 1))) % docs.length]
      const { text, resolver } = at(other ?? each.doc)
      const anchor = resolver.resolve('new', each)
      return anchor.state === 'orphaned' || text.includes(each.exact) ? [] : [each.id]
    })
    expect(wrong).toEqual([])
  })

  it('agrees with the cases of Apache Annotator, except where only strictness says no', () => {
    type Case = {
      id: string
      text: string
      selector: Quote
      expectAll: readonly Range[]
      usableAs: string
    }
    const { cases } = load<{ cases: readonly Case[] }>('cases/apache-text-quote-match.json')
    const missed = cases
      .filter(({ usableAs }) => !/strictly|empty-quote/.test(usableAs))
      .filter(({ text, selector, expectAll }) => {
        const anchor = resolve(text, '', selector)
        return !expectAll.some((range) => isAt(anchor, range))
      })
    expect(missed.map(({ id }) => id)).toEqual([])
  })

  it('finds what it described itself, without the position', () => {
    type Case = { id: string; text: string; range: Range }
    const { sets } = load<{ sets: Record<string, readonly Case[]> }>(
      'cases/apache-text-quote-describe.json',
    )
    const missed = Object.values(sets)
      .flat()
      .filter(({ range: [start, end] }) => start < end)
      .filter(({ text, range }) => {
        const { exact, prefix, suffix } = describeRange(text, 'hash', ...range)
        return !isAt(resolve(text, '', { exact, prefix, suffix }), range)
      })
    expect(missed.map(({ id }) => id)).toEqual([])
  })

  it('agrees with the cases of approx-string-match', () => {
    type Case = { id: string; text: string; selector: Quote; expectAny: readonly Range[] }
    const { cases } = load<{ cases: readonly Case[] }>('cases/approx-string-match.json')
    const missed = cases.filter(({ text, selector, expectAny }) => {
      const anchor = resolve(text, '', selector)
      return !expectAny.some((range) => isAt(anchor, range))
    })
    expect(missed.map(({ id }) => id)).toEqual([])
  })

  it('agrees with the cases of Hypothesis, and its scores fall as quote or context get worse', () => {
    type Case = {
      id: string
      text: string
      selector: Quote
      expect: readonly Range[]
      tolerance?: number
    }
    type Ranking = {
      id: string
      text: string
      vary: string
      exact?: string
      descending: readonly string[]
    }
    const { texts, cases, ranking } = load<{
      texts: Record<string, string>
      cases: readonly Case[]
      ranking: readonly Ranking[]
    }>('cases/hypothesis-match-quote.json')
    const missed = cases.filter(({ text, selector, expect: wanted, tolerance }) => {
      const anchor = resolve(texts[text] ?? '', '', selector)
      if (wanted.length === 0) return anchor.state !== 'orphaned'
      return !wanted.some((range) => isAt(anchor, range, tolerance))
    })
    expect(missed.map(({ id }) => id)).toEqual([])
    for (const { text, vary, exact, descending } of ranking) {
      const scores = descending.map(
        (value) => resolve(texts[text] ?? '', '', { exact: exact ?? '', [vary]: value }).score,
      )
      expect(new Set(scores).size).toBe(scores.length)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    }
  })
})

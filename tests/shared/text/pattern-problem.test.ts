// Where an expression is wrong: the place is the reader's, the words are ours.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternFlags } from '../../../src/shared/text/find-pattern.ts'
import { patternProblem } from '../../../src/shared/text/pattern-problem.ts'

const flags = patternFlags(false)

describe('patternProblem', () => {
  it.each([
    'bridge',
    'colou?r',
    '(a+)+$',
    '[^\\])]+',
    '(?<day>\\d+)\\k<day>',
    '\\p{Lu}',
    'a|',
    '\\(',
    '[(]',
    '🌉{2}',
  ])('has nothing to say of %s', (pattern) => {
    expect(patternProblem(pattern, flags)).toBeNull()
  })

  it.each([
    ['a bracket that is not closed', '(a', '('],
    ['the innermost of several', 'x(y[z)', '['],
    ['one within one that is closed', '((a)', '('],
    ['a bracket that closes nothing', 'a)b(', ')'],
    ['a sign that repeats nothing', '*a', '*'],
    ['the second of two', 'a**', '*', 2],
    ['numbers of times in the wrong order', 'a{2,1}', '{'],
    ['a brace alone', 'a{', '{'],
    ['a backslash at the end', 'a\\', '\\'],
    ['an escape that is none', 'a\\qb', '\\q'],
    ['a property that is none', 'x\\p{Foo}', '\\p'],
    ['a name that is nowhere', '(?<n>a)\\k<m>', '\\k'],
    ['a name that is taken', '(?<a>x)(?<a>y)', '(?', 7],
    ['a group of no kind', '(?x)', '(?'],
    ['a range in the wrong order', '[z-a]', 'a'],
    ['an escaped letter with a stroke', 'é\\đ', '\\đ'],
    ['what stands after two halves of one sign', '🌉(', '('],
  ])('finds the place of %s: %s', (_what, pattern, wrong, at = pattern.indexOf(wrong)) => {
    const found = patternProblem(pattern, flags)
    expect(found).toMatchObject({ start: at, end: at + wrong.length })
    expect(found?.words).toMatch(/\S/)
  })

  it('says of a pattern without end that it is too long, and tries no beginnings', () => {
    expect(patternProblem('(a'.repeat(5_000), flags)).toMatchObject({ start: 1_000 })
  })

  it('finds a place inside whatever the engine refuses, and none in what it takes', () => {
    const signs = fc.constantFrom(...Array.from('ab-09()[]{}*+?|^$.,:=!<>\\\\pkuxé🌉'))
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 14 }), (pattern) => {
        let valid = true
        try {
          new RegExp(pattern, flags)
        } catch {
          valid = false
        }
        const found = patternProblem(pattern, flags)
        expect(found === null).toBe(valid)
        if (!found) return
        expect(found.start).toBeLessThan(found.end)
        expect(found.end).toBeLessThanOrEqual(pattern.length)
      }),
      { numRuns: 2_000 },
    )
  })
})

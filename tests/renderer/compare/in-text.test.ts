import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { warnings } from '../../../src/renderer/compare/in-text/banner-words.ts'
import { changedSpans } from '../../../src/renderer/compare/in-text/changed-words.ts'
import { ribbonPath } from '../../../src/renderer/compare/in-text/ribbon-path.ts'
import { stripParts } from '../../../src/renderer/compare/in-text/strip-rows.ts'
import type { PairVerdict } from '../../../src/shared/model/comparison.ts'

describe('changedSpans', () => {
  const text = 'The fire broke out at 7.40, an hour later than said.'
  const sentence = { start: 0, end: text.length }
  const place = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const changed = (...same: readonly string[]) =>
    changedSpans(text, sentence, same.map(place)).map(({ start, end }) => text.slice(start, end))

  it('gives the words between those that are the same, without what stands around them', () => {
    expect(changed('The fire broke out at', 'later than said')).toEqual(['7.40, an hour'])
    expect(changed('fire broke out at 7.40, an hour later')).toEqual(['The', 'than said'])
  })

  it('gives none where all is the same, and none where hardly anything is', () => {
    expect(changed(text)).toEqual([])
    expect(changed('The')).toEqual([])
  })
})

describe('stripParts', () => {
  it('lets most of what stands on a row decide, and joins rows of one kind', () => {
    const parts = stripParts(
      [
        { told: 'all', top: 0, bottom: 10 },
        { told: 'some', top: 10, bottom: 14.2 },
        { told: 'only', top: 14.2, bottom: 20 },
        { told: null, top: 20, bottom: 30 },
      ],
      30,
    )
    expect(parts).toEqual([
      { told: 'all', from: 0, to: 10 },
      { told: 'some', from: 10, to: 14 },
      { told: 'only', from: 14, to: 20 },
    ])
  })

  it('never leaves the strip, and its parts never overlap', () => {
    const sentence = fc.record({
      told: fc.constantFrom('all', 'some', 'only', null),
      top: fc.double({ min: 0, max: 90, noNaN: true }),
      height: fc.double({ min: 0, max: 40, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 40 }), (sentences) => {
        const placed = sentences.map(({ told, top, height }) => ({
          told,
          top,
          bottom: top + height,
        }))
        let at = 0
        for (const { from, to } of stripParts(placed, 80)) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(80)
          at = to
        }
      }),
    )
  })
})

describe('ribbonPath', () => {
  it('has an arrow only where its end is out of view', () => {
    const from = { x: 0, y: 10, away: null }
    expect(ribbonPath(from, { x: 40, y: 90, away: null }).heads).toBe('')
    expect(ribbonPath(from, { x: 40, y: 90, away: 'down' }).heads).toContain('L40 94')
    expect(ribbonPath(from, { x: 40, y: 4, away: 'up' }).heads).toContain('L40 0')
  })
})

describe('warnings', () => {
  const names = ['Herald', 'Courier', 'Gazette']
  const pair = (a: number, b: number, fields: Partial<PairVerdict>): PairVerdict => ({
    a,
    b,
    event: 'same',
    score: 1,
    because: [],
    otherLanguage: false,
    ...fields,
  })
  const articles = names.map((_, index) => ({
    textHash: '',
    language: index === 2 ? 'de' : 'en',
    sentences: [],
  }))
  const said = (...pairs: readonly PairVerdict[]) =>
    warnings({ articles, pairs: [...pairs] }, names)

  it('says nothing where all tell one event', () => {
    expect(said(pair(0, 1, {}), pair(0, 2, {}), pair(1, 2, {}))).toEqual([])
  })

  it('names the article that stands apart once', () => {
    expect(said(pair(0, 2, { event: 'different' }), pair(1, 2, { event: 'different' }))).toEqual([
      'Gazette seems to tell another event than Herald or Courier: what matches there may only look alike.',
    ])
  })

  it('is softer where it is unsure, and says what another language means', () => {
    expect(said(pair(0, 1, { event: 'unsure' }))[0]).toContain('may tell different events')
    const [language] = said(pair(0, 2, { otherLanguage: true }))
    expect(language).toContain('German')
    expect(language).toContain('not compared by their words')
  })
})

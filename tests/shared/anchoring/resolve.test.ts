import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describe as describeRange } from '../../../src/shared/anchoring/describe.ts'
import { createResolver, resolve, type Selector } from '../../../src/shared/anchoring/resolve.ts'
import { Anchor } from '../../../src/shared/model/annotation.ts'

const council =
  'The council voted on Tuesday to close the old bridge. Residents of the east bank were not asked. ' +
  'A spokesman said that the bridge would be repaired within two years, and that a ferry would run until then. ' +
  'Critics called the vote a farce. The council voted again on Friday.'

const at = (text: string, words: string, from = 0): { start: number; end: number } => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

const targetOf = (text: string, words: string, from = 0): Selector => {
  const { start, end } = at(text, words, from)
  return describeRange(text, 'old', start, end)
}

describe('finds the very words', () => {
  it('where they were, when the text is the same', () => {
    const target = targetOf(council, 'old bridge')
    expect(resolve(council, 'old', target)).toEqual({
      state: 'anchored',
      ...at(council, 'old bridge'),
      score: 1,
    })
  })

  it('in their place, when words were put in far before them', () => {
    const changed = `An introduction was added.\n\n${council}`
    const anchor = resolve(changed, 'new', targetOf(council, 'were not asked'))
    expect(anchor).toMatchObject({ state: 'anchored', ...at(changed, 'were not asked') })
  })

  it('elsewhere, and says so, when other words stand beside them now', () => {
    const target = targetOf(council, 'were not asked')
    const changed = council.replace(`${target.exact}${target.suffix}`, `${target.exact} by anybody`)
    const anchor = resolve(`An introduction.\n\n${changed}`, 'new', target)
    expect(anchor).toMatchObject({ state: 'moved' })
  })

  it('by their context, when they stand there twice', () => {
    const second = targetOf(council, 'The council voted', 50)
    const changed = council.replace('A spokesman', 'Somebody')
    expect(resolve(changed, 'new', second)).toMatchObject(at(changed, 'The council voted', 50))
  })

  it('by their context even when the same words stand at the old position now', () => {
    const east = 'On the east bank the council was cheered by many residents. '
    const west = 'At a meeting in the west the council was not heard out at all. '
    const target = targetOf(`Intro. ${west}${east}`, 'the council was', 60)
    const swapped = `${'-'.repeat(11)}${east}${west}`
    const start = at(swapped, 'the council was', 60).start
    const stale = { ...target, start, end: start + 15 }
    expect(resolve(swapped, 'new', stale)).toMatchObject(at(swapped, 'the council was'))
  })

  it('without a position, and says anchored', () => {
    const anchor = resolve(council, '', { exact: 'a farce' })
    expect(anchor).toMatchObject({ state: 'anchored', ...at(council, 'a farce') })
  })

  it('without a position, and does not say anchored when another place fits as well', () => {
    const anchor = resolve(council, '', { exact: 'The council voted' })
    expect(anchor).toMatchObject({ state: 'moved', ...at(council, 'The council voted') })
  })

  it('with a stale position, by the quote', () => {
    const target = { ...targetOf(council, 'a ferry would run'), start: 3, end: 20 }
    expect(resolve(council, 'new', target)).toMatchObject(at(council, 'a ferry would run'))
    expect(resolve(council, 'old', target)).toMatchObject(at(council, 'a ferry would run'))
  })
})

describe('finds words that were typed otherwise', () => {
  it.each([
    ['quote marks', '"It isn\'t done," she said', '“It isn’t done,” she said'],
    ['guillemets', '“Non”, dit-il', '« Non », dit-il'.replaceAll(' »', '»').replace('« ', '«')],
    ['dashes', 'a bridge - or a ferry -- soon', 'a bridge – or a ferry — soon'],
    ['white space', 'repaired within\ntwo years', 'repaired within two   years'],
    ['no-break spaces', '10 000 people came', '10\u00a0000 people came'],
    ['composed accents', 'the caf\u00e9 by the r\u00edver', 'the cafe\u0301 by the ri\u0301ver'],
    ['soft hyphens', 'the spokesman said so', 'the spokes\u00adman said so'],
    ['ligatures', 'the final office', 'the ﬁnal oﬃce'],
    ['an ellipsis', 'and then... nothing', 'and then… nothing'],
    ['capitals', 'Critics called it a farce', 'CRITICS CALLED IT A FARCE'],
  ])('%s', (_, exact, now) => {
    const text = `Before it all began. ${now}. After it all ended.`
    expect(resolve(text, 'new', { exact, start: 5, end: 9 })).toMatchObject({
      state: 'moved',
      ...at(text, now),
    })
  })
})

describe('finds changed words', () => {
  it.each([
    ['a word changed', 'would be repaired within two years', 'would be rebuilt within two years'],
    ['a word dropped', 'were not asked. A spokesman said', 'were not asked. A spokesman'],
    [
      'a clause put in',
      'the bridge would be repaired within two years',
      'the bridge, which dates from 1911, would be repaired within two years',
    ],
    ['the last word changed', 'a ferry would run until then', 'a ferry would run until May'],
    ['the first word changed', 'Residents of the east bank', 'Inhabitants of the east bank'],
    ['a spelling', 'Critics called the vote', 'Critcs caled the vote'],
  ])('%s', (_, old, now) => {
    const changed = council.replace(old, now)
    const anchor = resolve(changed, 'new', targetOf(council, old))
    expect(anchor).toMatchObject({ state: 'moved', ...at(changed, now) })
    expect(anchor.score).toBeLessThan(1)
  })

  it('in scripts without spaces', () => {
    const text = '市議会は火曜日に古い橋を閉鎖することを決めた。東岸の住民には何も聞かれなかった。'
    const changed = text.replace('古い橋を閉鎖', '古い大橋を閉鎖').replace('市議会', '昨日、市議会')
    const anchor = resolve(changed, 'new', targetOf(text, '古い橋を閉鎖することを決めた'))
    expect(anchor).toMatchObject(at(changed, '古い大橋を閉鎖することを決めた'))
  })
})

describe('makes an orphan of', () => {
  it.each<[string, Selector, string]>([
    ['an empty quote', { exact: '' }, council],
    ['white space', { exact: ' \n\t' }, council],
    ['invisible characters', { exact: '\u200b\u200b' }, council],
    ['words that are not there', { exact: 'the mayor resigned over the tunnel affair' }, council],
    ['anything in an empty text', { exact: 'words', start: 0, end: 5 }, ''],
    [
      'a deleted sentence',
      targetOf(council, 'Critics called the vote a farce.'),
      council.replace('Critics called the vote a farce. ', ''),
    ],
    [
      'a deleted sentence among others that look like it',
      targetOf(council, 'The council voted again on Friday.'),
      council.replace(' The council voted again on Friday.', ''),
    ],
    [
      'a short word in another context',
      {
        exact: 'bank',
        prefix: 'deposited all their money in the ',
        suffix: ' and waited for interest rates',
        start: 900,
        end: 904,
      },
      council,
    ],
  ])('%s', (_, selector, text) => {
    const anchor = resolve(text, 'new', selector)
    expect(anchor).toMatchObject({ state: 'orphaned', start: null, end: null })
    expect(anchor.score).toBeGreaterThanOrEqual(0)
    expect(anchor.score).toBeLessThan(1)
  })
})

const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(council, 'a'.repeat(300), '🎉\ud800', council.slice(20, 90)),
)

it('never throws, and gives a valid range or none, whatever it is asked', () => {
  const anySelector = fc.record(
    {
      exact: anyString,
      prefix: anyString,
      suffix: anyString,
      start: fc.integer({ min: -5, max: 1000 }),
      end: fc.integer({ min: -5, max: 1000 }),
      textHash: fc.constantFrom('', 'a', 'b'),
    },
    { requiredKeys: ['exact'] },
  )
  fc.assert(
    fc.property(anyString, anySelector, fc.constantFrom('', 'a'), (text, selector, hash) => {
      const anchor = Anchor.parse(resolve(text, hash, selector))
      if (anchor.state === 'orphaned') return
      expect(anchor.end).toBeGreaterThan(anchor.start)
      expect(anchor.end).toBeLessThanOrEqual(text.length)
      expect(anchor.score).toBeLessThanOrEqual(1)
    }),
    { numRuns: 500 },
  )
})

it('gives the same for one selector as for many', () => {
  const resolver = createResolver(council)
  const targets = ['old bridge', 'a farce', 'two years'].map((words) => targetOf(council, words))
  for (const target of [...targets, ...targets]) {
    expect(resolver.resolve('new', target)).toEqual(resolve(council, 'new', target))
  }
})

describe('takes no time over', () => {
  const word = (n: number): string => `w${((n * 7919) % 100_003).toString(36)}`
  const long = Array.from({ length: 100_000 }, (_, n) => word(n)).join(' ')

  it.each<[string, string, Selector]>([
    ['a long quote that stands there', long, { exact: long.slice(1_000, 201_000) }],
    [
      'a long quote with a change',
      long.replace(word(20_000), 'changed'),
      { exact: long.slice(1_000, 201_000), start: 1_000 },
    ],
    ['a long quote that does not', 'Nothing here.', { exact: long }],
    ['a long quote of one letter', 'a'.repeat(300_000), { exact: 'a'.repeat(150_000), start: 7 }],
    ['a short quote of one letter', 'a'.repeat(300_000), { exact: 'aaaa', prefix: 'aaab' }],
  ])('%s', (_, text, selector) => {
    const began = performance.now()
    resolve(text, 'new', selector)
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  it('a quote over 100,000 characters of which a word was changed, and finds it', () => {
    const exact = long.slice(1_000, 201_000).trim()
    const changed = long.slice(0, 90_000) + long.slice(90_004)
    const anchor = resolve(changed, 'new', { exact, start: 1_000, end: 1_000 + exact.length })
    expect(anchor.state).toBe('moved')
    expect(Math.abs((anchor.start ?? 0) - changed.indexOf(exact.slice(0, 40)))).toBeLessThan(10)
  })
})

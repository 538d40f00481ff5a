// What a card shows of the words that a highlight was made on: those that differ are told apart, and what is
// long is shortened around them.
import { describe, expect, it } from 'vitest'
import { whatChanged } from '../../../src/renderer/annotations/what-changed.ts'

const differing = (words: string, ...was: string[]) =>
  whatChanged(
    words,
    was.map((each) => ({ was: each, is: 'other' })),
    'was',
  )
    .stretches.filter(({ differs }) => differs)
    .map(({ text }) => text)

const shown = (words: string, was: readonly string[], whole = false) => {
  const changes = was.map((each) => ({ was: each, is: 'other' }))
  const { stretches, more } = whatChanged(words, changes, 'was', whole)
  return { text: stretches.map(({ text }) => text).join(''), more }
}

describe('the words that differ', () => {
  it.each([
    ['a number', 'The ferry leaves at 18:20 on weekdays.', ['18:20']],
    ['the first word', 'Nobody was hurt.', ['Nobody']],
    ['the last words', 'It was shut in May.', ['in May.']],
    ['two of the same', 'two by two they came', ['two', 'two']],
    ['words across lines', 'was shut\non Monday', ['shut\non']],
    ['a whole quote', 'eleven', ['eleven']],
    ['Chinese', '桥梁于星期一关闭', ['星期一']],
    ['Arabic', 'يغلق الجسر يوم الاثنين', ['الاثنين']],
  ])('are told apart: %s', (_, words, was) => {
    expect(differing(words, ...was)).toEqual(was.map((each) => each.replace('\n', ' ')))
  })

  it('are words, not letters inside others', () => {
    const changes = [{ was: 'a', is: 'the' }]
    const { stretches } = whatChanged('He saw a cat', changes, 'was')
    expect(stretches.map(({ text }) => text)).toEqual(['He saw ', 'a', ' cat'])
  })

  it('that are not found where they are due mark nothing', () => {
    expect(differing('The ferry leaves at noon.', 'midnight')).toEqual([])
    expect(shown('The ferry leaves at noon.', ['midnight']).text).toBe('The ferry leaves at noon.')
  })

  it('that were put in are not among what was there', () => {
    expect(differing('The ferry leaves at noon.', '')).toEqual([])
  })

  it('are those of the other side where that is asked for', () => {
    const { stretches } = whatChanged('at 18:40', [{ was: '18:20', is: '18:40' }], 'is')
    expect(stretches).toEqual([
      { text: 'at ', differs: false },
      { text: '18:40', differs: true },
    ])
  })
})

describe('a long quote', () => {
  const filler = (n: number) => `${'so it went on and on '.repeat(n)}`
  const long = `${filler(8)}forty boats ${filler(12)}Monday ${filler(8)}`

  it('is shown around what differs', () => {
    const { text, more } = shown(long, ['forty', 'Monday'])
    expect(text.length).toBeLessThan(240)
    expect(text).toMatch(/^….*\bforty\b.*….*\bMonday\b.*…$/)
    expect(more).toBe(0)
  })

  it('is whole when it is asked for whole', () => {
    expect(shown(long, ['forty', 'Monday'], true).text.trim()).toBe(long.trim())
  })

  it('without a mark is its beginning', () => {
    const { text } = shown(long, [])
    expect(text.length).toBeLessThan(170)
    expect(text.endsWith('…')).toBe(true)
  })

  it('with many changes shows the first, and counts the others', () => {
    const words = Array.from({ length: 9 }, (_, n) => `${filler(3)}number${n}`)
    const { text, more } = shown(
      words.join(' '),
      Array.from({ length: 9 }, (_, n) => `number${n}`),
    )
    expect(more).toBe(5)
    expect(text).toContain('number3')
    expect(text).not.toContain('number4')
  })

  it('cuts no character in two', () => {
    const text = shown(`${'🚢'.repeat(200)} forty ${'🚢'.repeat(200)}`, ['forty']).text
    expect(text).toContain('forty')
    expect(text).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    )
  })
})

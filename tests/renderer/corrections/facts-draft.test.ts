import { describe, expect, it } from 'vitest'
import { chosenOf, keyOf } from '../../../src/renderer/corrections/chosen-offers.ts'
import {
  dateError,
  draftOf,
  errorsIn,
  patchOf,
} from '../../../src/renderer/corrections/facts-draft.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { MetaPatch } from '../../../src/shared/model/library.ts'

const said = { ...noMeta, title: 'Bridge shut', byline: 'M. Ellison', published: '2026-03' }

describe('the draft of an article’s facts', () => {
  it('asks for nothing where nothing was changed', () => {
    expect(patchOf(draftOf(said), said, said)).toEqual({})
  })

  it('asks for what was changed, trimmed', () => {
    const draft = { ...draftOf(said), byline: ' Mara Ellison ', source: 'Harbour Herald' }
    const patch = patchOf(draft, said, said)
    expect(patch).toEqual({ byline: 'Mara Ellison', source: 'Harbour Herald' })
    expect(MetaPatch.safeParse(patch).success).toBe(true)
  })

  it('asks for the file’s own word where it is written again, or the field is emptied', () => {
    const now = { ...said, title: 'Bridge closed', source: 'Herald' }
    const draft = { ...draftOf(now), title: 'Bridge shut', source: '' }
    expect(patchOf(draft, now, said)).toEqual({ title: null, source: null })
  })

  it.each(['2026', '2026-03', '2026-03-04', '2024-02-29', '2026-03-04T18:30:00Z'])(
    'takes the date %s',
    (date) => expect(dateError(date)).toBeNull(),
  )

  it('takes and refuses the dates and languages that the core does', () => {
    for (const published of ['2026', '2026-3', '26', '2026-03-04T10:00+01:00', '2026-03-04T1', ' '])
      expect(dateError(published) === null).toBe(MetaPatch.safeParse({ published }).success)
    for (const language of ['en', 'pt-BR', 'english', 'e', 'zh-Hant-TW', 'de_AT'])
      expect(errorsIn({ ...draftOf(said), language }).language === undefined).toBe(
        MetaPatch.safeParse({ language }).success,
      )
  })

  it.each([
    ['4 March 2026', 'Write the date as 2026-03-04'],
    ['2026-3-4', 'Write the date as 2026-03-04'],
    ['2026-13', 'There is no month 13.'],
    ['2026-02-30', 'That month has 28 days.'],
    ['2026-04-00', 'That month has 30 days.'],
    ['2026-03-04T25:00', 'no such time'],
  ])('says what is wrong with the date %s', (date, words) =>
    expect(dateError(date)).toContain(words),
  )

  it('says what is wrong with a language and with too long a title', () => {
    const errors = errorsIn({ ...draftOf(said), language: 'English', title: 'x'.repeat(1_001) })
    expect(errors.language).toContain('such as en')
    expect(errors.title).toContain('too long')
    expect(errorsIn(draftOf(said))).toEqual({})
  })
})

describe('the offers for other articles', () => {
  const other = (article: string) => ({ article, path: `${article}.txt`, title: null })
  const offers = [
    { id: 'source', what: 'Outlet: The Herald', articles: [other('a'), other('b')] },
    { id: 'sign-up', what: 'Furniture: “Sign up”', articles: [other('a')] },
  ]

  it('are all chosen at first', () => {
    expect(chosenOf(offers, new Set())).toEqual([
      { offer: 'source', articles: ['a', 'b'] },
      { offer: 'sign-up', articles: ['a'] },
    ])
  })

  it('lose what is unticked, one by one', () => {
    const left = new Set([keyOf('source', 'a'), keyOf('sign-up', 'a')])
    expect(chosenOf(offers, left)).toEqual([{ offer: 'source', articles: ['b'] }])
  })
})

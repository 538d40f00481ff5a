// What a screen reader says of a highlighted passage.
import { describe, expect, it } from 'vitest'
import { describeMark } from '../../../src/renderer/panes/describe-mark.ts'
import { toPainted } from '../../../src/renderer/panes/in-hand.ts'
import type { Anchor, ResolvedAnnotation } from '../../../src/shared/model/annotation.ts'

const target = { start: 0, end: 4, exact: 'word', prefix: '', suffix: '', textHash: 'hash' }
const time = '2026-03-04T10:00:00.000Z'

const at = (anchor: Anchor, note = ''): ResolvedAnnotation => ({
  annotation: {
    id: '4f2f4b1e-8f0e-4c58-9d37-8d2f6a3b9c10',
    target,
    color: 'yellow',
    tags: ['a'],
    note,
    created: time,
    modified: time,
  },
  anchor,
})

const said = (one: ResolvedAnnotation): string => describeMark(toPainted([one]))

describe('a mark', () => {
  it('says that its passage was found again, before its tags and note', () => {
    expect(said(at({ state: 'moved', start: 0, end: 4, score: 1 }, 'why?'))).toBe(
      'yellow highlight, found again, not confirmed, tagged a, note: why?',
    )
  })

  it('says nothing of that where it stands on the words it was made on', () => {
    expect(said(at({ state: 'anchored', start: 0, end: 4, score: 1 }))).toBe(
      'yellow highlight, tagged a',
    )
  })

  it('is none where the passage was not found', () => {
    expect(toPainted([at({ state: 'orphaned', start: null, end: null, score: 0 })])).toEqual([])
  })
})

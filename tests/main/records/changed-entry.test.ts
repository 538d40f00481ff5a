// What a change makes of a record that was changed otherwise meanwhile.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedEntry } from '../../../src/main/core/records/changed-entry.ts'
import { annotationKind } from '../../../src/shared/kinds/annotation.ts'
import { isLive, newEntry } from '../../../src/shared/kinds/entry.ts'
import type { Change } from '../../../src/shared/kinds/kind.ts'
import { nextStamp } from '../../../src/shared/kinds/stamp.ts'
import type { Annotation } from '../../../src/shared/model/annotation.ts'

const time = '2026-03-04T10:00:00.000Z'
const stamp = (seen: readonly string[]) => nextStamp(Date.parse(time), 'here', seen)
const annotation = (tags: readonly string[]): Annotation => ({
  id: '0b6e0a4e-8f0b-4a53-9d0e-0d5f6f0a1c11',
  target: { start: 0, end: 6, exact: 'cracks', prefix: '', suffix: '', textHash: 'h' },
  color: 'yellow',
  tags,
  note: '',
  created: time,
  modified: time,
})

/** The tags after a change of some to others, where there are others by now. */
function tagsAfter(
  before: readonly string[],
  after: readonly string[],
  now: readonly string[],
  how: Pick<Change, 'renames'> = {},
) {
  const { modified: _, ...data } = annotation(now)
  const change = {
    kind: annotationKind,
    article: 'a',
    key: data.id,
    before: annotation(before),
    after: annotation(after),
    ...how,
  }
  const changed = changedEntry(newEntry(data, stamp([])), change, stamp)
  return isLive(changed) ? changed.data.tags : null
}

describe('a change of tags', () => {
  it.each([
    ['one given meanwhile stays', ['a'], ['b'], ['a', 'x'], ['b', 'x']],
    ['one taken away meanwhile stays away', ['a', 'x'], ['a', 'x', 'b'], ['a'], ['a', 'b']],
    [
      'one given in the place of one that is gone meanwhile is given',
      ['a'],
      ['b'],
      ['x'],
      ['b', 'x'],
    ],
    ['one that became one with another comes back', ['b'], ['a', 'b'], ['b', 'x'], ['a', 'b', 'x']],
    ['what is there already is there once', ['a'], ['a', 'b'], ['a', 'b'], ['a', 'b']],
  ])('%s', (_what, before, after, now, expected) => {
    expect(tagsAfter(before, after, now)).toEqual(expected)
  })

  it('that is a renaming gives no other name for one that is gone meanwhile', () => {
    expect(tagsAfter(['a'], ['b'], ['x'], { renames: true })).toEqual(['x'])
    expect(tagsAfter(['a', 'x'], ['b', 'x'], ['a'], { renames: true })).toEqual(['b'])
  })

  const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))

  it('gives what was asked for where nothing else happened', () => {
    fc.assert(
      fc.property(tags, tags, (before, after) => {
        expect(tagsAfter(before, after, before)).toEqual(after)
      }),
    )
  })

  it('gives no tag twice, none that it took out, and loses none that others gave', () => {
    fc.assert(
      fc.property(tags, tags, tags, (before, after, now) => {
        const given = tagsAfter(before, after, now)
        if (!Array.isArray(given)) throw new Error('no tags')
        expect(new Set(given).size).toBe(given.length)
        for (const tag of before) if (!after.includes(tag)) expect(given).not.toContain(tag)
        for (const tag of now) if (!before.includes(tag)) expect(given).toContain(tag)
      }),
    )
  })
})

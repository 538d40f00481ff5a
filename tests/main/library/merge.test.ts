import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeData } from '../../../src/main/core/merge.ts'
import type { AnnotationData } from '../../../src/main/store/annotation-file.ts'
import type { Annotation } from '../../../src/shared/model/annotation.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { type Correction, correctionKey } from '../../../src/shared/model/correction.ts'

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(8).concat('-0000-4000-8000-000000000000'))
const time = (second: number): string => `2026-03-04T10:00:${String(second).padStart(2, '0')}.000Z`

const annotation = (id: string, second: number, note = ''): Annotation => ({
  id,
  target: { start: 0, end: 3, exact: 'The', prefix: '', suffix: '', textHash: 'h' },
  color: 'yellow',
  tags: [],
  note,
  created: time(0),
  modified: time(second),
})

const data = (
  annotations: readonly Annotation[],
  deleted: readonly { id: string; deleted: string }[] = [],
  corrections: readonly Correction[] = [],
): AnnotationData => ({
  article: {
    ...{ id: '0123456789abcdef', path: 'a.txt', sha256: '', textHash: 'h' },
    ...noMeta,
  },
  annotations,
  deleted,
  corrections,
})

const notes = (merged: AnnotationData): readonly string[] => merged.annotations.map((a) => a.note)
const [one = '', two = ''] = ids

describe('mergeData', () => {
  it('keeps what either side has made', () => {
    const merged = mergeData(
      data([annotation(one, 1, 'theirs')]),
      data([annotation(two, 2, 'mine')]),
    )
    expect(notes(merged)).toEqual(['theirs', 'mine'])
  })

  it('takes the later state of what both have', () => {
    const early = data([annotation(one, 1, 'early')])
    const late = data([annotation(one, 2, 'late')])
    expect(notes(mergeData(early, late))).toEqual(['late'])
    expect(notes(mergeData(late, early))).toEqual(['late'])
  })

  it('deletes what the other side deleted after its last change', () => {
    const tombstone = { id: one, deleted: time(3) }
    const merged = mergeData(data([], [tombstone]), data([annotation(one, 2)]))
    expect(merged.annotations).toEqual([])
    expect(merged.deleted).toEqual([tombstone])
  })

  it('keeps what was changed after the other side deleted it', () => {
    const merged = mergeData(data([], [{ id: one, deleted: time(1) }]), data([annotation(one, 2)]))
    expect(merged.annotations).toHaveLength(1)
    expect(merged.deleted).toEqual([])
  })

  it('gives the same whichever side comes first, and the same again when merged again', () => {
    const anyCorrection = fc
      .tuple(fc.constantFrom('title', 'source'), fc.option(fc.constantFrom('A', 'B')), fc.nat(5))
      .map(([field, value, at]): Correction => {
        const modified = time(at)
        return field === 'title'
          ? { kind: 'fact', field, value, modified }
          : {
              ...{ kind: 'mark', id: 'ab'.repeat(8), target: annotation(one, 0).target },
              ...{ furniture: value === null ? null : value === 'A', modified },
            }
      })
    const side = fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(9), fc.boolean()), { maxLength: 3 }),
        fc.uniqueArray(anyCorrection, { maxLength: 2, selector: correctionKey }),
      )
      .map(([made, corrections]) => {
        const seen = new Map(made.map((entry) => [entry[0], entry]))
        const kept = [...seen.values()]
        return data(
          kept.filter(([, , gone]) => !gone).map(([id, at]) => annotation(id, at)),
          kept.filter(([, , gone]) => gone).map(([id, at]) => ({ id, deleted: time(at) })),
          corrections,
        )
      })
    const sorted = ({ annotations, deleted, corrections }: AnnotationData) => ({
      corrections: [...corrections].sort((a, b) => (correctionKey(a) < correctionKey(b) ? -1 : 1)),
      annotations: [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1)),
      deleted: [...deleted].sort((a, b) => (a.id < b.id ? -1 : 1)),
    })
    fc.assert(
      fc.property(side, side, (a, b) => {
        const merged = mergeData(a, b)
        expect(sorted(mergeData(b, a))).toEqual(sorted(merged))
        expect(sorted(mergeData(merged, a))).toEqual(sorted(merged))
      }),
    )
  })

  it('keeps the later word of each correction, also when that was to take it back', () => {
    const fact = (value: string | null, at: number): Correction => ({
      ...{ kind: 'fact', field: 'byline', value },
      modified: time(at),
    })
    const both = mergeData(data([], [], [fact('Ada Holm', 3)]), data([], [], [fact(null, 5)]))
    expect(both.corrections).toEqual([fact(null, 5)])
    const again = mergeData(both, data([], [], [fact('Jon Vik', 7)]))
    expect(again.corrections).toEqual([fact('Jon Vik', 7)])
  })
})

// A record as a line: what it says does not hang on the order in which its fields were written.
import { describe, expect, it } from 'vitest'
import { annotationKind } from '../../../src/shared/kinds/annotation.ts'
import {
  type Entry,
  isLive,
  joinEntries,
  newEntry,
  withFields,
} from '../../../src/shared/kinds/entry.ts'
import { liveLine, parseLine, recordOf } from '../../../src/shared/kinds/line.ts'
import { nextStamp } from '../../../src/shared/kinds/stamp.ts'

const time = '2026-03-04T10:00:00.000Z'
const data = {
  id: '0b6e0a4e-8f0b-4a53-9d0e-0d5f6f0a1c11',
  target: { start: 0, end: 6, exact: 'cracks', prefix: '', suffix: ' in', textHash: 'h' },
  color: 'yellow',
  tags: [],
  note: '',
  created: time,
}
const madeBy = (machine: string) => newEntry(data, nextStamp(Date.parse(time), machine, []))

/** As the file has it: the fields of every object in the order of their names. */
function fromFile(entry: Entry): Entry {
  if (!isLive(entry)) return entry
  const text = JSON.stringify(liveLine(entry), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  const parsed = parseLine(annotationKind, JSON.parse(text))
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value.entry
}

describe('a version that says what holds anyway', () => {
  it('is none, on the machine that joined the two and on one that reads it from the file', () => {
    const joined = joinEntries(madeBy('here'), madeBy('there'))
    if (!isLive(joined)) throw new Error('it is gone')
    expect(joined.versions.map(({ field }) => field)).toContain('target')
    expect(recordOf(annotationKind, joined)).not.toHaveProperty('versions')
    expect(recordOf(annotationKind, fromFile(joined))).not.toHaveProperty('versions')
  })

  it('is none when the record is changed after it was read from the file', () => {
    const read = fromFile(joinEntries(madeBy('here'), madeBy('there')))
    if (!isLive(read)) throw new Error('it is gone')
    expect(read.versions.map(({ field }) => field)).toContain('target')
    const now = nextStamp(Date.parse(time) + 1_000, 'here', [])
    const changed = withFields(read, { note: 'A note.' }, now)
    const shown = recordOf(annotationKind, changed)?.versions ?? []
    expect(shown.map(({ field }) => field)).toEqual(['note'])
  })

  it('is none where one of the two was read from a file and the other was made here', () => {
    const joined = joinEntries(madeBy('here'), fromFile(madeBy('there')))
    expect(recordOf(annotationKind, joined)).not.toHaveProperty('versions')
  })
})

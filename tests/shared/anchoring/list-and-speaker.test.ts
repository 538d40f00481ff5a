// A note in a list, in rows or in what somebody said stands on its own words or on none.
import { describe, expect, it } from 'vitest'
import { describe as describeRange } from '../../../src/shared/anchoring/describe.ts'
import { createResolver } from '../../../src/shared/anchoring/resolve.ts'
import { listAndSpeakerCases } from './list-and-speaker-cases.ts'

/** A text without its brackets, and where they were. */
function marked(typed: string): {
  readonly text: string
  readonly start: number
  readonly end: number
} {
  const start = typed.indexOf('[')
  const end = typed.indexOf(']') - 1
  return { text: typed.replace(/[[\]]/g, ''), start, end }
}

const runs = listAndSpeakerCases.flatMap((each) =>
  each.hasOld.map((hasOld) => ({ ...each, hasOld })),
)

describe('among others that look like it', () => {
  it.each(runs)('tells apart $kind (old text at hand: $hasOld)', ({ old, now, hasOld }) => {
    const [was, is] = [marked(old), marked(now)]
    const target = describeRange(was.text, 'old', was.start, was.end)
    const found = createResolver(is.text, () => (hasOld ? was.text : null)).resolve('new', target)
    if (is.start < 0) {
      expect(found.state).toBe('orphaned')
      return
    }
    expect(is.text.slice(found.start ?? 0, found.end ?? 0)).toBe(is.text.slice(is.start, is.end))
  })
})

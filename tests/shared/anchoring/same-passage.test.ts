// What looks like a passage and says something else is another passage; what says the same is the same.
import { describe, expect, it } from 'vitest'
import { describe as describeRange } from '../../../src/shared/anchoring/describe.ts'
import { createResolver } from '../../../src/shared/anchoring/resolve.ts'
import type { Anchor } from '../../../src/shared/model/annotation.ts'
import { lookAlikes, same } from './look-alike-cases.ts'

const before = 'The harbour board published its figures in the afternoon.'
const after = 'Both crews had wished for a longer trial.'
const textOf = (...passages: readonly string[]): string => [before, ...passages, after].join('\n\n')

function find(old: string, text: string, words: string, hasOld: boolean): Anchor {
  const start = old.indexOf(words)
  const target = describeRange(old, 'old', start, start + words.length)
  return createResolver(text, () => (hasOld ? old : null)).resolve('new', target)
}

describe.each(Object.entries(lookAlikes))('another %s', (kind, pairs) => {
  it.each(pairs)('“%s” was deleted before “%s”', (words, other) => {
    const old = textOf(words, other)
    for (const hasOld of [true, false])
      expect(find(old, textOf(other), words, hasOld).state).toBe('orphaned')
  })

  it.each(pairs)('“%s” was deleted, and “%s” stands elsewhere', (words, other) => {
    const between = 'Nobody at the quay could say how it had come to that.'
    const old = textOf(other, between, words)
    for (const hasOld of [true, false])
      expect(find(old, textOf(other, between), words, hasOld).state).toBe('orphaned')
  })

  it.each(pairs)('“%s” was changed to “%s” in its place, and that is told', (words, now) => {
    const [old, text] = [textOf(words), textOf(now)]
    const found = find(old, text, words, true)
    expect(found.state).toBe('moved')
    if (found.state !== 'moved') return
    expect(text.slice(found.start, found.end)).toBe(now)
    expect(found.changes?.length).toBeGreaterThan(0)
    for (const { was, is } of found.changes ?? []) {
      expect(words).toContain(was)
      expect(now).toContain(is)
    }
    // Without the old text only a thing may have become another, between the same neighbours.
    if (kind !== 'thing') expect(find(old, text, words, false).state).toBe('orphaned')
  })
})

it.each(same)('“%s” is found as “%s”', (words, now) => {
  for (const hasOld of [true, false]) {
    const text = textOf(now)
    const found = find(textOf(words), text, words, hasOld)
    expect(found.state).not.toBe('orphaned')
    expect(text.slice(found.start ?? 0, found.end ?? 0)).toBe(now)
  }
})

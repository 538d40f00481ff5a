import { describe, expect, it } from 'vitest'
import {
  duplicateWords,
  isPlain,
  outcomeWords,
  reportText,
  toldOf,
} from '../../../src/renderer/actions/came.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import type { ArticleSummary } from '../../../src/shared/model/library.ts'
import type { AddedFile, Duplicate } from '../../../src/shared/model/reading.ts'

const row = (path: string, parts = 0): ArticleSummary => ({
  ...noMeta,
  ...{ id: '0123456789abcdef', path, format: 'text', state: 'ready', problem: null },
  ...{ words: 9, annotations: 0, notes: 0, parts, part: null, corrected: [] },
})

const file = (name: string, over: Partial<AddedFile> = {}): AddedFile => ({
  ...{ name, path: name, article: row(name), warnings: [], duplicates: [], error: null },
  ...over,
})

const same = (kind: Duplicate['kind'], share = 1): Duplicate => ({
  ...{ article: 'fedcba9876543210', path: 'old.txt', title: 'Old', kind, share },
})

describe('what came of files', () => {
  it('is plain when all were read as they are', () => {
    const told = toldOf([file('a.txt'), file('b.txt')])
    expect(isPlain(told)).toBe(true)
    expect(outcomeWords(told)).toBe('Read 2.')
  })

  it('tells what was refused, mended, doubled or is several', () => {
    const error = {
      code: 'not-text',
      message: 'It is no text.',
      advice: 'Save it as text.',
    } as const
    const told = toldOf([
      file('a.txt', { warnings: [{ code: 'bad-byte', message: 'One byte was wrong.' }] }),
      file('b.bin', { path: null, article: null, error }),
      file('c.docx', { article: row('c.docx', 12) }),
      file('d.txt', { duplicates: [same('same-file')] }),
    ])
    expect(told).toMatchObject({
      read: 3,
      refused: [{ path: 'b.bin' }],
      repaired: [{ path: 'a.txt' }],
      several: [{ path: 'c.docx', parts: 12 }],
      duplicates: [{ path: 'd.txt', of: { path: 'old.txt' } }],
    })
    expect(outcomeWords({ ...told, unread: 4, skipped: 1 })).toBe(
      'Read 3, mended 1, refused 1, left 4 unread. 1 file of other kinds was passed over.',
    )
    expect(isPlain(told)).toBe(false)
    const text = reportText(told)
    for (const words of [
      'b.bin · It is no text.',
      'One byte was wrong.',
      'c.docx: 12',
      'The same file',
    ])
      expect(text).toContain(words)
  })

  it('says in words what a duplicate is, and never rounds up to all', () => {
    expect(duplicateWords(same('same-file'))).toBe('The same file')
    expect(duplicateWords(same('same-text'))).toBe('The same text in another format')
    expect(duplicateWords(same('near-text', 0.8799))).toBe('Nearly the same text, 87 %')
    expect(duplicateWords(same('near-text', 0.999))).toBe('Nearly the same text, 99 %')
  })
})

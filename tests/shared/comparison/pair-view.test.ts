import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../../src/shared/comparison/pair-view.ts'

describe('the pieces of a passage', () => {
  const text = 'Before. The town will close the old bridge. After.'
  const passage = { start: 8, end: 43 }

  test('are its whole text, cut where words are the same', () => {
    const same = [
      { start: 8, end: 16 },
      { start: 22, end: 31 },
    ]
    const pieces = piecesOf(text, passage, same)
    expect(pieces.map(({ text }) => text).join('')).toBe('The town will close the old bridge.')
    expect(pieces.filter((piece) => !piece.same).map(({ text }) => text)).toEqual([
      'will',
      'old bridge',
    ])
  })

  test('are one piece where nothing is known', () => {
    expect(piecesOf(text, passage, [])).toEqual([
      { text: 'The town will close the old bridge.', same: true },
    ])
  })
})

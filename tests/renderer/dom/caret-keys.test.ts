import { describe, expect, it } from 'vitest'
import { caretMove } from '../../../src/renderer/dom/caret-keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false }

describe('caretMove', () => {
  it('knows the keys of Windows and Linux', () => {
    expect(caretMove({ ...none, key: 'ArrowLeft', ctrlKey: true }, false)).toEqual({
      kind: 'step',
      direction: 'left',
      granularity: 'word',
    })
    expect(caretMove({ ...none, key: 'Home', ctrlKey: true }, false)).toEqual({
      kind: 'edge',
      direction: 'backward',
    })
    expect(caretMove({ ...none, key: 'ArrowLeft', altKey: true }, false)).toBeNull()
    expect(caretMove({ ...none, key: 'ArrowDown', ctrlKey: true }, false)).toBeNull()
  })

  it('knows the keys of a Mac', () => {
    expect(caretMove({ ...none, key: 'ArrowRight', altKey: true }, true)).toEqual({
      kind: 'step',
      direction: 'right',
      granularity: 'word',
    })
    expect(caretMove({ ...none, key: 'ArrowRight', metaKey: true }, true)).toEqual({
      kind: 'step',
      direction: 'right',
      granularity: 'lineboundary',
    })
    expect(caretMove({ ...none, key: 'ArrowUp', metaKey: true }, true)).toEqual({
      kind: 'edge',
      direction: 'backward',
    })
    expect(caretMove({ ...none, key: 'ArrowRight', ctrlKey: true }, true)).toBeNull()
  })

  it('leaves all other keys', () => {
    expect(caretMove({ ...none, key: 'a' }, false)).toBeNull()
    expect(caretMove({ ...none, key: 'PageDown', ctrlKey: true }, false)).toBeNull()
  })
})

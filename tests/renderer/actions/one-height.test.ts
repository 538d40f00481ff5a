// Passages of several texts brought to one height, as far as all can come.
import { expect, it } from 'vitest'
import { bringToOneHeight } from '../../../src/renderer/actions/one-height.ts'
import type { Reader } from '../../../src/renderer/state/readers.ts'

/** A text scrolled by some pixels, whose passage stands at a height of the window; null: it is not drawn. */
function passage(top: number | null, scrollTop: number) {
  const stood: number[] = []
  const reader: Partial<Reader> = {
    rects: () => (top === null ? [] : [new DOMRect(0, top, 10, 10)]),
    standAt: (_offset, y) => void stood.push(y),
    scroller: Object.assign(document.createElement('div'), {}),
  }
  Object.defineProperty(reader.scroller, 'scrollTop', { value: scrollTop })
  return { reader: reader as Reader, start: 0, end: 5, stood }
}

it('brings all to the height that is wanted', () => {
  const all = [passage(900, 400), passage(100, 700)]
  bringToOneHeight(all, 300)
  expect(all.map(({ stood }) => stood)).toEqual([[300], [300]])
})

it('brings them no further down than the one that can come down least', () => {
  const all = [passage(900, 400), passage(20, 60), passage(null, 0)]
  bringToOneHeight(all, 300)
  expect(all.map(({ stood }) => stood)).toEqual([[80], [80], [80]])
})

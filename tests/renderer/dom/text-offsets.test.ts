import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPainter } from '../../../src/renderer/dom/painter.ts'
import { annotationsIn, anyArticle, articleOf, nextFrame, openArticle, words } from './helpers.ts'

describe('createTextMap', () => {
  it('finds every offset again, with and without marks over it', () => {
    fc.assert(
      fc.property(
        anyArticle.chain((article) =>
          fc.tuple(fc.constant(article), annotationsIn(article.text.length)),
        ),
        ([article, annotations]) => {
          const { host, map, close } = openArticle(article)
          const painter = createPainter(host, article, { describe: () => '' })
          for (const list of [[], annotations]) {
            painter.set(list)
            painter.flush()
            for (let offset = 0; offset <= article.text.length; offset++) {
              for (const bias of ['start', 'end'] as const) {
                const { node, offset: inNode } = map.pointAt(offset, bias)
                expect(map.offsetOf(node, inNode)).toBe(offset)
              }
            }
            const all = map.rangeOf(0, article.text.length).toString()
            expect(all).toBe(article.text)
          }
          painter.dispose()
          close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('passes over the empty text nodes that marks leave behind', () => {
    const article = articleOf(['One two'])
    const { host, map } = openArticle(article)
    const painter = createPainter(host, article, { describe: () => '' })
    painter.set([{ id: 'a', start: 0, end: 7, color: 'red' }])
    painter.flush()
    expect(map.pointAt(0, 'end').node.textContent).toBe('One two')
    expect(map.pointAt(7).node.textContent).toBe('One two')
  })

  it('knows the offset of places in elements', () => {
    const article = articleOf([
      'One two',
      { kind: 'list-item', text: 'Three' },
      { kind: 'list-item', text: 'Four' },
      'Five',
    ])
    const { host, map } = openArticle(article)
    const chunk = host.firstChild as Element
    expect(map.offsetOf(host, 0)).toBe(0)
    expect(map.offsetOf(host, 1)).toBe(article.text.length)
    expect(map.offsetOf(chunk, 1)).toBe(7)
    expect(map.offsetOf(chunk, 2)).toBe(9)
    expect(map.offsetOf(host.querySelector('[role="list"]') as Element, 2)).toBe(16)
    expect(map.offsetOf(host.querySelector('p') as Element, 1)).toBe(7)
    expect(map.offsetOf(document.body, 0)).toBeNull()
  })

  it('prefers a block to the white space beside it', () => {
    const { map } = openArticle(articleOf(['One', 'Two']))
    expect(map.pointAt(3).node.parentElement?.localName).toBe('p')
    expect(map.pointAt(4).node.parentElement?.className).toBe('chunk')
    expect(map.pointAt(5, 'end').node.textContent).toBe('Two')
    expect(map.pointAt(-5).offset).toBe(0)
    expect(map.pointAt(99)).toMatchObject({ offset: 3 })
  })

  it('gives rectangles of text, a line each, whether marked or not', () => {
    const article = articleOf([words(30), words(3)], [{ kind: 'strong', start: 6, end: 11 }])
    const { host, map } = openArticle(article)
    const rects = map.rectsOf(0, article.text.length)
    const lines = Math.round((host.querySelector('p')?.offsetHeight ?? 0) / 24)
    expect(rects).toHaveLength(lines + 1)
    expect(rects.every((rect) => rect.width > 0 && rect.height < 24)).toBe(true)
    const painter = createPainter(host, article, { describe: () => '' })
    painter.set([{ id: 'a', start: 3, end: 40, color: 'red' }])
    painter.flush()
    expect(map.rectsOf(0, article.text.length)).toHaveLength(lines + 1)
  })

  it('tells the caret place and the character at a point', async () => {
    const article = articleOf(['The first 😀 paragraph', 'The second'])
    const { map } = openArticle(article)
    // A chunk can be hit once a frame has found it in view.
    await nextFrame()
    for (const index of [0, 4, 10, 13]) {
      const rect = map.rectsOf(index, index + 1)[0] ?? map.rectsOf(index, index + 2)[0]
      if (!rect) throw new Error('no rectangle')
      const middle = rect.top + rect.height / 2
      expect(map.characterFromPoint(rect.left + 1, middle)).toBe(index)
      expect(map.characterFromPoint(rect.right - 1, middle)).toBe(index)
      expect(map.offsetFromPoint(rect.left + 1, middle)).toBe(index)
    }
    const first = map.rectsOf(0, 1)[0] ?? new DOMRect()
    expect(map.characterFromPoint(first.left + 380, first.top + 5)).toBeNull()
    expect(map.offsetFromPoint(first.left, first.top - 40)).toBeNull()
  })

  it('reads a selection without the white space at its ends', () => {
    const article = articleOf(['One  two', 'Three'])
    const { map } = openArticle(article)
    const selection = document.getSelection()
    const select = (start: number, end: number): void => {
      const range = map.rangeOf(start, end)
      selection?.setBaseAndExtent(
        range.endContainer,
        range.endOffset,
        range.startContainer,
        range.startOffset,
      )
    }
    select(3, 9)
    expect(map.selectionRange(selection)).toEqual({ start: 5, end: 8 })
    select(3, 5)
    expect(map.selectionRange(selection)).toBeNull()
    select(4, 4)
    expect(map.selectionRange(selection)).toBeNull()
    selection?.removeAllRanges()
    expect(map.selectionRange(selection)).toBeNull()
  })

  it('takes no selection that holds text outside, but one that only ends there', () => {
    const article = articleOf(['One', 'Two'])
    const { map, scroller } = openArticle(article)
    const selection = document.getSelection()
    const start = map.pointAt(5)
    const after = scroller.nextElementSibling as Element
    selection?.setBaseAndExtent(start.node, start.offset, after.firstChild as Node, 4)
    expect(map.selectionRange(selection)).toBeNull()
    selection?.setBaseAndExtent(start.node, start.offset, after, 0)
    expect(map.selectionRange(selection)).toEqual({ start: 5, end: 8 })
    selection?.selectAllChildren(after)
    expect(map.selectionRange(selection)).toBeNull()
  })
})

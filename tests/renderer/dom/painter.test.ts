import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleText } from '../../../src/renderer/dom/build-article.ts'
import { createPainter, type PaintedAnnotation } from '../../../src/renderer/dom/painter.ts'
import type { Color } from '../../../src/shared/model/color.ts'
import {
  annotationsIn,
  anyArticle,
  articleOf,
  nextFrame,
  openArticle,
  type Page,
  words,
} from './helpers.ts'

const describeIds = (ids: readonly string[]): string => `Highlight ${ids.join(', ')}`

function openPainted(article: ArticleText) {
  const page = openArticle(article)
  const painter = createPainter(page.host, article, {
    describe: describeIds,
    viewport: page.scroller,
  })
  onTestFinished(painter.dispose)
  return { ...page, painter }
}

const on = (
  id: string,
  start: number,
  end: number,
  color: Color = 'yellow',
): PaintedAnnotation => ({
  id,
  start,
  end,
  color,
})

const marksIn = ({ host }: Pick<Page, 'host'>): readonly HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>('mark.highlight'),
]

const shape = (page: Pick<Page, 'host'>) =>
  marksIn(page).map((mark) => [
    mark.textContent,
    mark.dataset.ids,
    String(mark.dataset.ids?.split(' ').length),
  ])

const countText = (root: Node): number => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let count = 0
  while (walker.nextNode()) count++
  return count
}

describe('createPainter', () => {
  it('keeps the text, marks what the annotations cover, and clears to the very same DOM', () => {
    fc.assert(
      fc.property(
        anyArticle.chain((article) => {
          const list = annotationsIn(article.text.length)
          return fc.tuple(fc.constant(article), list, list)
        }),
        ([article, first, second]) => {
          const { host, map, painter, close } = openPainted(article)
          const before = host.innerHTML
          const textNodes = countText(host)
          for (const list of [first, second]) {
            painter.set(list)
            painter.flush()
            expect(host.textContent).toBe(article.text)
            expect(host.querySelector('mark mark')).toBeNull()
            const painted = new Map<number, readonly string[]>()
            for (const mark of marksIn({ host })) {
              expect(mark.closest('[data-block]')).not.toBeNull()
              const start = map.offsetOf(mark, 0) ?? -1
              const length = mark.textContent?.length ?? 0
              const ids = mark.dataset.ids?.split(' ') ?? []
              for (let at = start; at < start + length; at++) painted.set(at, ids)
            }
            for (let at = 0; at < article.text.length; at++) {
              // White space may be joined to a neighbour's mark; a surrogate pair is marked whole.
              if (/[\s\ud800-\udfff]/.test(article.text.charAt(at))) continue
              const over = list.filter((one) => one.start <= at && one.end > at)
              expect([...(painted.get(at) ?? [])].sort()).toEqual(over.map((one) => one.id).sort())
            }
          }
          painter.set([])
          painter.flush()
          expect(host.innerHTML).toBe(before)
          expect(countText(host)).toBe(textNodes)
          painter.dispose()
          close()
        },
      ),
      { numRuns: 120 },
    )
  })

  it('marks three overlapping annotations in disjoint pieces, the smallest last', () => {
    const page = openPainted(articleOf(['The council voted to close the bridge.']))
    page.painter.set([
      on('small', 12, 17, 'red'),
      on('all', 0, 38, 'blue'),
      on('middle', 4, 26, 'green'),
    ])
    expect(shape(page)).toEqual([
      ['The ', 'all', '1'],
      ['council ', 'all middle', '2'],
      ['voted', 'all middle small', '3'],
      [' to close', 'all middle', '2'],
      [' the bridge.', 'all', '1'],
    ])
    const third = marksIn(page)[2]
    expect(third?.dataset.color).toBe('blue')
    expect(third?.getAttribute('data-color-2')).toBe('green')
    expect(third?.getAttribute('data-color-3')).toBe('red')
    expect(third?.tabIndex).toBe(-1)
    expect(third?.getAttribute('aria-description')).toBe('Highlight all, middle, small')
  })

  it('marks an annotation over several blocks in each, and never the space between', () => {
    const article = articleOf(['One', 'Two', 'Three'])
    const page = openPainted(article)
    page.painter.set([on('a', 1, 12)])
    expect(shape(page).map(([text]) => text)).toEqual(['ne', 'Two', 'Th'])
    expect(page.host.querySelector('.chunk > mark')).toBeNull()
  })

  it('marks across emphasis and links', () => {
    const article = articleOf(['plain strong plain'], [{ kind: 'strong', start: 6, end: 12 }])
    const page = openPainted(article)
    page.painter.set([on('a', 3, 15)])
    expect(shape(page).map(([text]) => text)).toEqual(['in ', 'strong', ' pl'])
    expect(page.host.querySelector('strong > mark')).not.toBeNull()
  })

  it('leaves no gap where a piece is white space alone', () => {
    const page = openPainted(articleOf(['one two three']))
    page.painter.set([on('a', 0, 4), on('b', 3, 7)])
    expect(shape(page)).toEqual([
      ['one ', 'a', '1'],
      ['two', 'b', '1'],
    ])
    page.painter.set([on('a', 3, 7), on('b', 4, 7)])
    expect(shape(page)).toEqual([[' two', 'a b', '2']])
    page.painter.set([on('a', 3, 4)])
    expect(shape(page)).toEqual([])
  })

  it('does not break a character in two', () => {
    const page = openPainted(articleOf(['a😀b']))
    page.painter.set([on('a', 2, 4)])
    expect(shape(page).map(([text]) => text)).toEqual(['😀b'])
  })

  it('touches one block when one annotation joins a thousand', () => {
    const article = articleOf(Array.from({ length: 200 }, () => words(40)))
    const page = openPainted(article)
    const step = Math.floor(article.text.length / 1000)
    const many = Array.from({ length: 1000 }, (_, index) =>
      on(`m${index}`, index * step, index * step + step + 7),
    )
    page.painter.set(many)
    page.painter.flush()
    const observer = new MutationObserver(() => undefined)
    observer.observe(page.host, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    const range = page.map.blockRange(3)
    if (!range) throw new Error('no block')
    page.painter.set([
      ...many.map((one) => ({ ...one })),
      on('new', range.start + 2, range.end - 2),
    ])
    page.painter.flush()
    const touched = new Set(
      observer.takeRecords().flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement
        return element ? [element.closest('[data-block]')] : []
      }),
    )
    // A mark that was taken away has no block any more.
    touched.delete(null)
    expect([...touched]).toEqual([page.map.blockElement(3)])
    expect(page.painter.marksOf('new').length).toBeGreaterThan(3)
  })

  it('touches nothing when nothing changed, and repaints for a colour, a tag, a note', () => {
    const page = openPainted(articleOf(['One two three']))
    page.painter.set([on('a', 0, 3)])
    const mark = marksIn(page)[0]
    page.painter.set([{ ...on('a', 0, 3), tags: [], note: '' }])
    expect(marksIn(page)[0]).toBe(mark)
    page.painter.set([on('a', 0, 3, 'red')])
    expect(marksIn(page)[0]?.dataset.color).toBe('red')
    const red = marksIn(page)[0]
    page.painter.set([{ ...on('a', 0, 3, 'red'), note: 'why?' }])
    expect(marksIn(page)[0]).not.toBe(red)
  })

  it('paints what is in view at once and the rest when idle', async () => {
    const article = articleOf(Array.from({ length: 200 }, () => words(40)))
    const page = openPainted(article)
    page.painter.set(
      article.blocks.map((block, index) => on(`a${index}`, block.start, block.start + 5)),
    )
    const atOnce = marksIn(page).length
    expect(atOnce).toBeGreaterThan(0)
    expect(atOnce).toBeLessThan(30)
    await expect.poll(() => marksIn(page).length, { timeout: 5000 }).toBe(200)
  })

  it('paints everything before printing', () => {
    const article = articleOf(Array.from({ length: 200 }, () => words(40)))
    const page = openPainted(article)
    page.painter.set(
      article.blocks.map((block, index) => on(`a${index}`, block.start, block.start + 5)),
    )
    window.dispatchEvent(new Event('beforeprint'))
    expect(marksIn(page)).toHaveLength(200)
  })

  it('keeps the selection, its direction, and the scroll position', async () => {
    const article = articleOf(Array.from({ length: 40 }, () => words(40)))
    const page = openPainted(article)
    const { map, painter, scroller } = page
    await nextFrame()
    scroller.scrollTop = 120
    const selection = document.getSelection()
    const from = map.pointAt(30)
    const to = map.pointAt(8)
    selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    for (const list of [[on('a', 0, 12)], [on('b', 10, 60), on('a', 20, 40)], []]) {
      painter.set(list)
      expect(
        selection?.anchorNode && map.offsetOf(selection.anchorNode, selection.anchorOffset),
      ).toBe(30)
      expect(selection?.focusNode && map.offsetOf(selection.focusNode, selection.focusOffset)).toBe(
        8,
      )
      expect(selection?.toString()).toBe(article.text.slice(8, 30))
      expect(scroller.scrollTop).toBe(120)
    }
  })

  it('keeps the keyboard focus on the mark, or in the article when the mark goes', () => {
    const page = openPainted(articleOf(['One two three']))
    page.painter.set([on('a', 0, 7)])
    marksIn(page)[0]?.focus()
    page.painter.set([on('a', 0, 7), on('b', 4, 13)])
    expect(document.activeElement).toBe(marksIn(page)[0])
    page.painter.set([])
    expect(document.activeElement).toBe(page.host)
  })

  it('outlines the focused annotation, through repaints', () => {
    const page = openPainted(articleOf(['One two three', 'Four']))
    page.painter.set([on('a', 0, 7), on('b', 4, 18)])
    const focused = () =>
      marksIn(page)
        .filter((mark) => mark.dataset.focused !== undefined)
        .map((mark) => mark.textContent)
    page.painter.focus('b')
    expect(focused()).toEqual(['two', ' three', 'Fou'])
    page.painter.set([on('a', 0, 7), on('b', 4, 17)])
    expect(focused()).toEqual(['two', ' three', 'Fo'])
    page.painter.focus('a')
    expect(focused()).toEqual(['One ', 'two'])
    page.painter.focus(null)
    expect(focused()).toEqual([])
  })

  it('dims a mark only if all its annotations are dimmed', () => {
    const page = openPainted(articleOf(['One two three']))
    page.painter.set([{ ...on('a', 0, 7), dimmed: true }, on('b', 4, 13)])
    expect(marksIn(page).map((mark) => mark.dataset.dimmed)).toEqual(['', undefined, undefined])
  })

  it('takes over the marks of a painter before it', () => {
    const article = articleOf(['One two three'])
    const page = openPainted(article)
    page.painter.set([on('a', 0, 7)])
    page.painter.dispose()
    const next = createPainter(page.host, article, { describe: describeIds })
    onTestFinished(next.dispose)
    next.set([on('b', 4, 13)])
    expect(shape(page)).toEqual([['two three', 'b', '1']])
  })
})

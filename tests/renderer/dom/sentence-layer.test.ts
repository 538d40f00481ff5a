import '../../../src/renderer/compare/in-text/in-text.css'
import { describe, expect, it, onTestFinished } from 'vitest'
import { groundPath } from '../../../src/renderer/dom/ground-path.ts'
import { createSentenceLayer } from '../../../src/renderer/dom/sentence-layer.ts'
import { linesOf, stretches } from '../../../src/renderer/dom/sentence-lines.ts'
import { measureHeights } from '../../../src/renderer/dom/text-heights.ts'
import { articleOf, nextFrame, openArticle, type Piece, words } from './helpers.ts'

/** An article with a layer that marks every sentence given by its words. */
function layered(pieces: readonly Piece[], sentences: readonly string[]) {
  const article = articleOf(pieces)
  const page = openArticle(article)
  page.host.style.padding = '0 40px 200px 28px'
  page.scroller.dataset.comparing = ''
  const layer = createSentenceLayer(page.host, page.scroller, page.map)
  onTestFinished(layer.dispose)
  const ranges = sentences.map((sentence) => {
    const start = article.text.indexOf(sentence)
    return { start, end: start + sentence.length }
  })
  layer.show({ sentences: ranges, markOf: () => ({ tier: 'sure', count: '2/3' }) })
  const boxes = (what: string): DOMRect[] =>
    [...page.scroller.querySelectorAll(what)].map((each) => each.getBoundingClientRect())
  return { ...page, article, layer, ranges, boxes }
}

describe('linesOf', () => {
  it('gives each line once, as high as the whole line', () => {
    const { map, article } = layered([words(40)], [])
    const lines = linesOf(map, { start: 0, end: article.text.length }, 24)
    expect(lines.length).toBeGreaterThan(3)
    lines.forEach((line, index) => {
      expect(line.bottom - line.top).toBeCloseTo(24)
      if (index > 0) expect(line.top).toBeCloseTo(lines[index - 1]?.bottom ?? 0, 0)
    })
  })
})

describe('stretches', () => {
  const line = (top: number) => ({ top, bottom: top + 24, left: 0, right: 100 })

  it('shares a line between the sentences on it, in their order', () => {
    const [first, second, third] = stretches([
      [line(0), line(24)],
      [line(24)],
      [line(24), line(48)],
    ])
    expect(first).toEqual({ top: 0, bottom: 32 })
    expect(second).toEqual({ top: 32, bottom: 40 })
    expect(third).toEqual({ top: 40, bottom: 72 })
  })

  it('gives none to a sentence that is not to be seen', () => {
    expect(stretches([[], [line(0)]])).toEqual([null, { top: 0, bottom: 24 }])
  })
})

describe('groundPath', () => {
  it('is one outline around lines that touch, and one for each that does not', () => {
    const outlines = (path: string) => path.split('Z').length - 1
    const whole = { left: 0, right: 200 }
    const begin = { top: 0, bottom: 24, left: 120, right: 200 }
    const middle = { top: 24, bottom: 48, ...whole }
    expect(outlines(groundPath([begin, middle, { ...middle, top: 48, bottom: 72 }], 7))).toBe(1)
    expect(outlines(groundPath([begin, { top: 24, bottom: 48, left: 0, right: 60 }], 7))).toBe(2)
    expect(groundPath([], 7)).toBe('')
  })
})

describe('createSentenceLayer', () => {
  it('marks a sentence beside its own lines, in the margin, and leaves the text what it is', () => {
    const one = `${words(12, 'one')}.`
    const two = `${words(12, 'two')}.`
    const { host, article, map, ranges, boxes } = layered([`${one} ${two}`], [one, two])
    const [first, second] = boxes('.sentence-mark')
    const lines = map.rectsOf(ranges[0]?.start ?? 0, ranges[0]?.end ?? 0)
    expect(first?.top).toBeLessThan(lines[0]?.bottom ?? 0)
    expect(first?.bottom).toBeGreaterThan(lines.at(-1)?.top ?? 0)
    expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? 0)
    expect(first?.right).toBeLessThan(lines[1]?.left ?? 0)
    expect(boxes('.sentence-count')).toHaveLength(2)
    expect(host.textContent).toBe(article.text)
  })

  it('marks text from right to left on its right', () => {
    const words = 'שלום עולם טוב מאוד.'
    const { map, ranges, boxes } = layered([words], [words])
    const [line] = map.rectsOf(ranges[0]?.start ?? 0, ranges[0]?.end ?? 0)
    expect(boxes('.sentence-mark')[0]?.left).toBeGreaterThan(line?.right ?? 0)
    expect(boxes('.sentence-count')[0]?.left).toBeLessThan(line?.left ?? 0)
  })

  it('follows when text above grows, and when lines break elsewhere', async () => {
    const { host, scroller, map, ranges, boxes } = layered(
      ['Some words before.', `${words(30)}.`],
      [`${words(30)}.`],
    )
    const away = () =>
      (boxes('.sentence-mark')[0]?.top ?? 0) -
      (map.rectsOf(ranges[0]?.start ?? 0, ranges[0]?.end ?? 0)[0]?.top ?? 0)
    const before = away()
    const first = host.querySelector<HTMLElement>('[data-block]')
    if (first) first.style.paddingBottom = '50px'
    await nextFrame()
    expect(away()).toBeCloseTo(before, 0)
    const height = boxes('.sentence-mark')[0]?.height ?? 0
    scroller.style.width = '260px'
    await nextFrame()
    expect(away()).toBeCloseTo(before, 0)
    expect(boxes('.sentence-mark')[0]?.height).toBeGreaterThan(height)
  })

  it('draws no more of a long text than what is near the view', async () => {
    const pieces = Array.from({ length: 400 }, (_, index) => `${words(20, `p${index}w`)}.`)
    const { scroller, boxes } = layered(pieces, pieces)
    expect(boxes('.sentence-mark').length).toBeLessThan(40)
    scroller.scrollTop = scroller.scrollHeight / 2
    await nextFrame()
    const view = scroller.getBoundingClientRect()
    const seen = boxes('.sentence-mark').filter(
      ({ top, bottom }) => bottom > view.top && top < view.bottom,
    )
    expect(seen.length).toBeGreaterThan(1)
    expect(boxes('.sentence-mark').length).toBeLessThan(40)
  })

  it('lays a ground under the sentences asked for, and says where one stands', () => {
    const pieces = Array.from({ length: 60 }, (_, index) => `${words(20, `p${index}w`)}.`)
    const { layer, scroller, boxes } = layered(pieces, pieces)
    layer.light([0, 1], 0)
    expect(boxes('.sentence-ground')).toHaveLength(2)
    expect(boxes('.sentence-ground[data-in-hand]')).toHaveLength(1)
    layer.light([], null)
    expect(boxes('.sentence-ground')).toHaveLength(0)
    expect(layer.placeOf(0)).toMatchObject({ top: expect.any(Number) })
    expect(layer.placeOf(59)).toBe('below')
    scroller.scrollTop = 2_000
    expect(layer.placeOf(0)).toBe('above')
  })
})

describe('measureHeights', () => {
  it('knows how far down an offset stands', () => {
    const pieces = ['First.', `${words(40)}.`, 'Last.']
    const { host, scroller, map, article } = layered(pieces, [])
    const { at, height } = measureHeights(host, scroller)
    const last = article.text.indexOf('Last.')
    const top = host.firstElementChild?.getBoundingClientRect().top ?? 0
    const rect = map.rectsOf(last, last + 5)[0]
    expect(at(0)).toBeLessThan(at(last))
    expect(Math.abs(at(last) - ((rect?.top ?? 0) - top))).toBeLessThan(8)
    expect(height).toBeGreaterThan(at(last))
  })
})

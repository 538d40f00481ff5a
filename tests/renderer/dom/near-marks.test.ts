// Passing marks without number: what is near the view is drawn, and follows it.
import { expect, it, onTestFinished } from 'vitest'
import { clearPassing } from '../../../src/renderer/dom/highlight-ranges.ts'
import { createNearMarks, fewMarks } from '../../../src/renderer/dom/near-marks.ts'
import { articleOf, openArticle } from './helpers.ts'

const drawn = (): Range[] => [...(CSS.highlights.get('found') ?? [])] as Range[]

function longText() {
  const { host, map } = openArticle(
    articleOf(Array.from({ length: 400 }, (_, at) => `${at}: ${'e '.repeat(100)}`)),
  )
  const scroller = document.createElement('div')
  scroller.style.cssText = 'height: 300px; overflow: auto'
  host.replaceWith(scroller)
  scroller.append(host)
  const marks = createNearMarks(scroller, map)
  onTestFinished(() => {
    marks.dispose()
    clearPassing(map)
    scroller.remove()
  })
  const hits = [...map.article.text.matchAll(/e/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
  }))
  return { scroller, marks, hits, map }
}

const inView = (scroller: HTMLElement): number => {
  const box = scroller.getBoundingClientRect()
  return drawn().filter((range) => {
    const { top, bottom } = range.getBoundingClientRect()
    return bottom > box.top && top < box.bottom
  }).length
}

it('draws a few wherever they stand', () => {
  const { marks, hits } = longText()
  marks.show('found', hits.slice(-50))
  expect(drawn()).toHaveLength(50)
})

it('draws of many those near the view, and others as the view comes to them', async () => {
  const { scroller, marks, hits } = longText()
  expect(hits.length).toBeGreaterThan(fewMarks * 10)
  marks.show('found', hits)
  expect(drawn().length).toBeLessThanOrEqual(fewMarks)
  expect(inView(scroller)).toBeGreaterThan(50)
  scroller.scrollTop = scroller.scrollHeight / 2
  await expect.poll(() => inView(scroller)).toBeGreaterThan(50)
  expect(drawn().length).toBeLessThanOrEqual(fewMarks)
  expect(drawn().every((range) => String(range) === 'e')).toBe(true)
})

it('takes them away, and draws none when it is scrolled after that', async () => {
  const { scroller, marks, hits } = longText()
  marks.show('found', hits)
  marks.show('found', [])
  expect(CSS.highlights.has('found')).toBe(false)
  scroller.scrollTop = 500
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  expect(CSS.highlights.has('found')).toBe(false)
})

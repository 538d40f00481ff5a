// What painting asks of the page, counted: one annotation more among thousands costs its own blocks.
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createPainter, type PaintedAnnotation } from '../../../src/renderer/dom/painter.ts'
import { articleOf, nextFrame, openArticle, words } from './helpers.ts'

afterEach(() => vi.restoreAllMocks())

const article = articleOf(Array.from({ length: 400 }, () => words(40)))
const step = article.text.length / 4001
const many = Array.from(
  { length: 4000 },
  (_, index): PaintedAnnotation => ({
    id: `m${index}`,
    start: Math.floor(index * step),
    end: Math.floor(index * step + step) + 7,
    color: 'yellow',
  }),
)

function openPainted() {
  const asked: string[] = []
  const page = openArticle(article)
  const painter = createPainter(page.host, article, {
    viewport: page.scroller,
    describe: (ids) => {
      asked.push(...ids)
      return ids.join(', ')
    },
  })
  onTestFinished(painter.dispose)
  return { ...page, painter, asked }
}

/** How often the page is asked where something stands. */
const countMeasured = () => vi.spyOn(Element.prototype, 'getBoundingClientRect')

function blockOf(page: ReturnType<typeof openPainted>, index: number) {
  const range = page.map.blockRange(index)
  if (!range) throw new Error('no such block')
  return range
}

const marks = (host: HTMLElement) => host.querySelectorAll('mark.highlight').length

describe('painting one of thousands', () => {
  it('measures nothing, and describes the marks of its own block alone', () => {
    const page = openPainted()
    page.painter.set(many)
    page.painter.flush()
    page.asked.length = 0
    const measured = countMeasured()
    const { start, end } = blockOf(page, 3)
    page.painter.set([...many, { id: 'new', start: start + 2, end: end - 2, color: 'red' }])
    expect(measured).not.toHaveBeenCalled()
    expect(page.painter.marksOf('new').length).toBeGreaterThan(3)
    const inBlock = many.filter((one) => one.start < end && one.end > start).map(({ id }) => id)
    expect(new Set(page.asked)).toEqual(new Set([...inBlock, 'new']))
  })

  it('is painted at once while the others still wait', () => {
    const page = openPainted()
    page.painter.set(many)
    const { start, end } = blockOf(page, 399)
    const before = marks(page.host)
    const measured = countMeasured()
    page.painter.set([...many, { id: 'far', start, end, color: 'red' }])
    expect(measured).not.toHaveBeenCalled()
    expect(page.map.blockElement(399)?.querySelectorAll('mark').length).toBeGreaterThan(0)
    expect(marks(page.host) - before).toBeLessThan(30)
  })

  it('takes the marks of one that went, and of no other block', () => {
    const page = openPainted()
    page.painter.set(many)
    page.painter.flush()
    page.asked.length = 0
    const gone = many[2000]
    page.painter.set(many.filter((one) => one !== gone))
    expect(page.painter.marksOf(gone?.id ?? '')).toEqual([])
    expect(page.host.querySelector(`mark[data-ids~="${gone?.id}"]`)).toBeNull()
    expect(page.asked.length).toBeLessThan(120)
  })
})

describe('painting thousands', () => {
  it('measures once at the beginning, and never while the rest is painted', async () => {
    const page = openPainted()
    page.painter.set(many)
    const measured = countMeasured()
    const whole = () => page.map.blockElement(398)?.querySelector('mark') !== null
    await expect.poll(whole, { timeout: 10_000 }).toBe(true)
    expect(measured).not.toHaveBeenCalled()
  })

  it('paints what the reader scrolls to before the rest', async () => {
    const page = openPainted()
    page.painter.set(many)
    page.scroller.scrollTop = page.scroller.scrollHeight
    await nextFrame()
    const last = page.map.blockElement(398)
    await expect.poll(() => last?.querySelector('mark') !== null, { timeout: 10_000 }).toBe(true)
    page.painter.flush()
    expect(marks(page.host)).toBeGreaterThan(4000)
  })
})

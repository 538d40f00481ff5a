import { describe, expect, it, onTestFinished } from 'vitest'
import { clearPassing, setPassing } from '../../../src/renderer/dom/highlight-ranges.ts'
import { createPainter } from '../../../src/renderer/dom/painter.ts'
import { articleOf, openArticle } from './helpers.ts'

const shown = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map(String).sort((a, b) => a.localeCompare(b))

describe('setPassing', () => {
  it('shows the spans of several articles under one name', () => {
    const one = openArticle(articleOf(['One two'])).map
    const other = openArticle(articleOf(['Three four'])).map
    setPassing('here', one, [{ start: 0, end: 3 }])
    setPassing('here', other, [
      { start: 0, end: 5 },
      { start: 6, end: 10 },
    ])
    expect(shown('here')).toEqual(['four', 'One', 'Three'])
    setPassing('here', one, [{ start: 4, end: 7 }])
    expect(shown('here')).toEqual(['four', 'Three', 'two'])
    setPassing('there', other, [{ start: 0, end: 2 }])
    clearPassing(other)
    expect(shown('here')).toEqual(['two'])
    clearPassing(one)
    expect(CSS.highlights.has('here')).toBe(false)
    expect(CSS.highlights.has('there')).toBe(false)
  })

  it('keeps its place when marks are painted over it', () => {
    const article = articleOf(['One two three'])
    const { host, map } = openArticle(article)
    const painter = createPainter(host, article, { describe: () => '' })
    onTestFinished(painter.dispose)
    setPassing('counterpart', map, [{ start: 4, end: 13 }])
    painter.set([{ id: 'a', start: 2, end: 6, color: 'red' }])
    expect(shown('counterpart')).toEqual(['two three'])
    setPassing('counterpart', map, [])
    expect(CSS.highlights.has('counterpart')).toBe(false)
  })
})

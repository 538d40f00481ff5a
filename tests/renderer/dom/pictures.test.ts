import { describe, expect, it, onTestFinished } from 'vitest'
import { createCaret } from '../../../src/renderer/dom/caret.ts'
import { loadPictures, type PictureSource } from '../../../src/renderer/dom/picture-loader.ts'
import type { Picture } from '../../../src/shared/model/article.ts'
import { articleOf, openArticle, type Piece, words } from './helpers.ts'

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const picture = (offset: number, alt = 'A bridge'): Picture => ({
  offset,
  alt,
  mime: 'image/png',
  width: 200,
  height: 100,
})

const withPictures = (pieces: readonly Piece[], ...at: readonly number[]) => {
  const article = articleOf(pieces)
  const pictures = at.map((index) => picture(article.blocks[index]?.start ?? article.text.length))
  return { ...article, pictures }
}

const until = async (is: () => boolean): Promise<void> => {
  const end = performance.now() + 5_000
  while (!is() && performance.now() < end) await new Promise((done) => setTimeout(done, 20))
  expect(is()).toBe(true)
}

const source = (asked: number[], url: string | null = pixel): PictureSource => ({
  known: () => null,
  load: (index) => {
    asked.push(index)
    return Promise.resolve(url)
  },
})

describe('a picture in the text', () => {
  it('stands before its block, with its caption, and adds no text', () => {
    const article = withPictures(['One', { kind: 'caption', text: 'The bridge' }, 'Two'], 1, 9)
    const { host } = openArticle(article)
    expect(host.textContent).toBe(article.text)
    const figures = [...host.querySelectorAll('figure')]
    expect(figures[0]?.nextElementSibling?.className).toBe('caption')
    expect(figures[1]?.nextElementSibling).toBeNull()
    expect(figures[1]?.previousElementSibling?.textContent).toBe('Two')
  })

  it('has its size before it is there, and says its alt as a button', () => {
    const { host } = openArticle(withPictures(['One'], 0))
    const frame = host.querySelector('button')
    const box = frame?.getBoundingClientRect()
    expect([box?.width, box?.height]).toEqual([200, 100])
    expect(host.querySelector('img')?.alt).toBe('A bridge')
    expect(frame?.tabIndex).toBe(0)
  })

  it('is no stop for keyboard and screen reader where nothing is said of it', () => {
    const article = { ...articleOf(['One']), pictures: [picture(0, '')] }
    const frame = openArticle(article).host.querySelector('button')
    expect(frame?.tabIndex).toBe(-1)
    expect(frame?.getAttribute('aria-hidden')).toBe('true')
  })

  it('stands in the row of a table that it is in the middle of, and ends a list', () => {
    const row = { kind: 'table-row', table: 0 } as const
    const item = { kind: 'list-item', marker: '•' } as const
    const { host } = openArticle(
      withPictures(
        [
          { ...row, text: 'a' },
          { ...row, text: 'b' },
          { ...item, text: 'c' },
          { ...item, text: 'd' },
        ],
        1,
        3,
      ),
    )
    expect(host.querySelectorAll('[role="table"]')).toHaveLength(1)
    expect(host.querySelectorAll('.cell figure')).toHaveLength(1)
    expect(host.querySelectorAll('[role="list"]')).toHaveLength(2)
  })

  it('is passed by the caret', () => {
    const article = withPictures(['One', 'Two'], 1)
    const { host, map } = openArticle(article)
    const caret = createCaret(host, map)
    onTestFinished(caret.dispose)
    const press = (key: string): number | null => {
      caret.handleKey(new KeyboardEvent('keydown', { key, cancelable: true }))
      return caret.offset()
    }
    caret.show(3)
    expect(press('ArrowRight')).toBe(5)
    expect(press('ArrowLeft')).toBe(3)
    expect(press('ArrowDown')).toBe(8)
    expect(press('ArrowUp')).toBe(3)
    const figure = host.querySelector('figure') as Element
    expect(map.offsetOf(figure, 1)).toBe(5)
    expect(map.offsetOf(figure.querySelector('img') as Element, 0)).toBe(5)
  })

  it('is asked for when it comes near, and not before', async () => {
    const pieces = Array.from({ length: 60 }, () => words(60))
    const many = Array.from({ length: 60 }, (_, index) => index)
    const { host, scroller } = openArticle(withPictures(pieces, ...many))
    const asked: number[] = []
    onTestFinished(loadPictures(host, scroller, source(asked)))
    await until(() => host.querySelector<HTMLElement>('.picture')?.dataset.state === 'shown')
    expect(asked).toContain(0)
    expect(asked).not.toContain(40)
    await until(() => {
      // Chunks grow to their true height on the way.
      scroller.scrollTop = scroller.scrollHeight
      return asked.includes(59)
    })
  })

  it('is a quiet line of words where it cannot be had', async () => {
    const { host, scroller } = openArticle(withPictures(['One'], 0))
    onTestFinished(loadPictures(host, scroller, source([], null)))
    const figure = host.querySelector('figure') as HTMLElement
    await until(() => figure.dataset.state === 'failed')
    expect(getComputedStyle(figure, '::before').content).toContain('cannot be shown: A bridge')
    expect(host.textContent).toBe('One')
  })
})

import { describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleText } from '../../../src/renderer/dom/build-article.ts'
import { createCaret } from '../../../src/renderer/dom/caret.ts'
import { createPainter } from '../../../src/renderer/dom/painter.ts'
import { articleOf, nextFrame, openArticle, words } from './helpers.ts'

function openCaret(article: ArticleText) {
  const page = openArticle(article)
  const moves: number[] = []
  const caret = createCaret(page.host, page.map, { onMove: (offset) => moves.push(offset) })
  onTestFinished(caret.dispose)
  const press = (key: string, modifiers: KeyboardEventInit = {}): boolean =>
    caret.handleKey(new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers }))
  const drawn = (): boolean => getComputedStyle(line()).visibility === 'visible'
  const line = (): HTMLElement => {
    const element = page.scroller.querySelector<HTMLElement>('.text-caret')
    if (!element) throw new Error('no caret')
    return element
  }
  return { ...page, caret, press, drawn, line, moves }
}

const shift = { shiftKey: true }
const ctrl = { ctrlKey: true }
const selected = (): string => document.getSelection()?.toString() ?? ''

describe('createCaret', () => {
  it('leaves keys alone while it is off', () => {
    const { caret, press, drawn } = openCaret(articleOf([words(20)]))
    expect(press('ArrowRight')).toBe(false)
    expect(caret.isOn).toBe(false)
    expect(caret.offset()).toBeNull()
    expect(drawn()).toBe(false)
  })

  it('blinks only while it is seen', async () => {
    const { host, caret, line } = openCaret(articleOf([words(20)]))
    expect(line().getAnimations()).toEqual([])
    host.focus()
    caret.show(0)
    expect(line().getAnimations().length).toBe(1)
    host.blur()
    await nextFrame()
    expect(line().getAnimations()).toEqual([])
  })

  it('moves by character, word and line', () => {
    const { caret, press, moves } = openCaret(articleOf([words(40)]))
    caret.show(0)
    expect(press('ArrowRight')).toBe(true)
    expect(caret.offset()).toBe(1)
    press('ArrowRight', ctrl)
    expect(caret.offset()).toBe(5)
    press('ArrowRight', ctrl)
    expect(caret.offset()).toBe(11)
    press('ArrowLeft', ctrl)
    expect(caret.offset()).toBe(6)
    press('Home')
    expect(caret.offset()).toBe(0)
    press('ArrowDown')
    const secondLine = caret.offset() ?? 0
    expect(secondLine).toBeGreaterThan(20)
    press('End')
    expect(caret.offset()).toBeGreaterThan(secondLine + 20)
    press('ArrowUp')
    expect(caret.offset()).toBeLessThan(secondLine)
    expect(moves.slice(0, 2)).toEqual([0, 1])
  })

  it('uses the key event it acts on', () => {
    const { caret } = openCaret(articleOf(['One two']))
    caret.show(0)
    const event = new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true })
    caret.handleKey(event)
    expect(event.defaultPrevented).toBe(true)
    const letter = new KeyboardEvent('keydown', { key: 'h', cancelable: true })
    expect(caret.handleKey(letter)).toBe(false)
    expect(letter.defaultPrevented).toBe(false)
  })

  it('goes over the white space between blocks in one step', () => {
    const { caret, press } = openCaret(articleOf(['One', 'Two']))
    caret.show(3)
    press('ArrowRight')
    expect(caret.offset()).toBe(5)
    press('ArrowLeft')
    expect(caret.offset()).toBe(3)
  })

  it('takes a character of several code units in one step', () => {
    const family = '👩‍👩‍👧'
    const { caret, press } = openCaret(articleOf([`a${family}e\u0301!`]))
    caret.show(1)
    press('ArrowRight')
    expect(caret.offset()).toBe(1 + family.length)
    press('ArrowRight')
    expect(caret.offset()).toBe(3 + family.length)
  })

  it('moves on the screen in right-to-left text', () => {
    const { caret, press } = openCaret(articleOf(['שלום עולם']))
    caret.show(0)
    press('ArrowLeft')
    expect(caret.offset()).toBe(1)
    press('ArrowRight')
    expect(caret.offset()).toBe(0)
  })

  it('extends a selection with Shift and gives it up without', () => {
    const { caret, press, drawn } = openCaret(articleOf(['One two three']))
    caret.show(4)
    expect(drawn()).toBe(true)
    press('ArrowRight', { ...ctrl, ...shift })
    expect(selected()).toBe('two')
    expect(drawn()).toBe(false)
    press('ArrowRight', shift)
    expect(selected()).toBe('two ')
    press('ArrowLeft')
    expect(selected()).toBe('')
    expect(caret.offset()).toBe(4)
    expect(drawn()).toBe(true)
  })

  it('stays inside the article', () => {
    const article = articleOf(['One', 'Two'])
    const { caret, press } = openCaret(article)
    for (const modifiers of [{}, shift]) {
      caret.show(1)
      for (let i = 0; i < 3; i++) press('ArrowDown', modifiers)
      expect(caret.offset()).toBe(8)
      for (let i = 0; i < 4; i++) press('ArrowRight', modifiers)
      expect(caret.offset()).toBe(8)
      for (let i = 0; i < 4; i++) press('ArrowUp', modifiers)
      expect(caret.offset()).toBe(0)
      press('ArrowLeft', { ...modifiers, ...ctrl })
      expect(caret.offset()).toBe(0)
    }
  })

  it('goes to both ends of the article', () => {
    const article = articleOf(Array.from({ length: 300 }, () => words(30)))
    const { caret, press, scroller, line } = openCaret(article)
    caret.show(10)
    press('End', ctrl)
    expect(caret.offset()).toBe(article.text.length)
    expect(scroller.scrollTop).toBeGreaterThan(1000)
    const view = scroller.getBoundingClientRect()
    expect(line().getBoundingClientRect().bottom).toBeLessThanOrEqual(view.bottom)
    press('Home', { ...ctrl, ...shift })
    expect(caret.offset()).toBe(0)
    expect(scroller.scrollTop).toBe(0)
  })

  it('walks line by line through text that was never in view', () => {
    const article = articleOf(Array.from({ length: 200 }, () => words(12)))
    const { caret, press, map } = openCaret(article)
    caret.show(0)
    const seen = new Set<number>()
    let last = -1
    for (let i = 0; i < 2000 && caret.offset() !== last; i++) {
      last = caret.offset() ?? -1
      seen.add(article.blocks.findIndex((block) => last >= block.start && last < block.end))
      press('ArrowDown')
    }
    expect(last).toBe(article.text.length)
    expect(seen.size).toBeGreaterThanOrEqual(200)
    caret.show(map.blockRange(150)?.start ?? 0)
    press('ArrowUp')
    expect(caret.offset()).toBeLessThanOrEqual(map.blockRange(149)?.end ?? 0)
    expect(caret.offset()).toBeGreaterThan(map.blockRange(149)?.start ?? 0)
  })

  it('moves by about a page', async () => {
    const article = articleOf(Array.from({ length: 200 }, () => words(30)))
    const { caret, press, scroller, line } = openCaret(article)
    caret.show(0)
    press('PageDown')
    press('PageDown')
    await nextFrame()
    const top = line().getBoundingClientRect().top + scroller.scrollTop
    expect(top).toBeGreaterThan(480)
    expect(top).toBeLessThan(640)
    press('PageUp', shift)
    press('PageUp', shift)
    expect(caret.offset()).toBe(0)
    expect(selected().length).toBeGreaterThan(300)
  })

  it('skips hidden blocks', () => {
    const article = articleOf([
      { role: 'title', text: 'Title' },
      'One',
      { furniture: true, text: 'Related' },
      'Two',
      { furniture: true, text: 'Subscribe' },
    ])
    const { caret, press, host, map } = openCaret(article)
    for (const element of host.querySelectorAll<HTMLElement>('[data-role], [data-furniture]')) {
      element.style.display = 'none'
    }
    const one = map.blockRange(1)
    const two = map.blockRange(3)
    caret.show(0)
    expect(caret.offset()).toBe(one?.start)
    press('End')
    press('ArrowRight')
    expect(caret.offset()).toBe(two?.start)
    press('End', ctrl)
    expect(caret.offset()).toBe(two?.end)
    press('Home', ctrl)
    expect(caret.offset()).toBe(one?.start)
    caret.show(map.blockRange(2)?.start)
    expect(caret.offset()).toBe(two?.start)
  })

  it('begins a selection at the first line in view while it is off', () => {
    const article = articleOf(Array.from({ length: 100 }, () => words(30)))
    const { caret, press, scroller, host } = openCaret(article)
    host.focus()
    scroller.scrollTop = 1000
    expect(press('ArrowDown', shift)).toBe(true)
    const range = document.getSelection()?.getRangeAt(0)
    const rect = range?.getClientRects()[0]
    const view = scroller.getBoundingClientRect()
    expect(rect?.top).toBeGreaterThanOrEqual(view.top)
    expect(rect?.top).toBeLessThan(view.top + 60)
    expect(selected().length).toBeGreaterThan(10)
    expect(caret.isOn).toBe(false)
    expect(Math.abs(scroller.scrollTop - 1000)).toBeLessThan(60)
  })

  it('stays where it is through repaints', () => {
    const article = articleOf([words(30)])
    const { caret, press, host } = openCaret(article)
    const painter = createPainter(host, article, { describe: () => '' })
    onTestFinished(painter.dispose)
    caret.show(20)
    painter.set([
      { id: 'a', start: 0, end: 60, color: 'red' },
      { id: 'b', start: 19, end: 22, color: 'blue' },
    ])
    expect(press('ArrowRight')).toBe(true)
    expect(caret.offset()).toBe(21)
    painter.set([])
    press('ArrowRight')
    expect(caret.offset()).toBe(22)
  })

  it('is drawn where it stands, and only while the article has the focus', async () => {
    const { caret, map, line, drawn, host } = openCaret(articleOf([words(30)]))
    caret.show(6)
    const rect = map.rectsOf(6, 7)[0]
    expect(line().getBoundingClientRect().top).toBeCloseTo(rect?.top ?? -1, 0)
    expect(Math.abs(line().getBoundingClientRect().left - (rect?.left ?? -1))).toBeLessThan(2)
    expect(host.contains(line())).toBe(false)
    host.blur()
    await nextFrame()
    expect(drawn()).toBe(false)
    host.focus()
    await nextFrame()
    expect(drawn()).toBe(true)
    caret.hide()
    expect(drawn()).toBe(false)
  })

  it('follows a selection made by other means', async () => {
    const { caret, map } = openCaret(articleOf([words(30)]))
    caret.show(0)
    const point = map.pointAt(14)
    document.getSelection()?.collapse(point.node, point.offset)
    await nextFrame()
    expect(caret.offset()).toBe(14)
  })
})

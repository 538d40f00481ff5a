import { describe, expect, it, onTestFinished } from 'vitest'
import { type SelectedText, watchSelection } from '../../../src/renderer/dom/selection.ts'
import { articleOf, nextFrame, openArticle } from './helpers.ts'

function openWatched() {
  const page = openArticle(articleOf(['One two three', 'Four']))
  const calls: (SelectedText | null)[] = []
  onTestFinished(watchSelection(page.host, page.map, (selected) => calls.push(selected)))
  const select = (start: number, end: number): void => {
    const range = page.map.rangeOf(start, end)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }
  const texts = (): (string | null)[] => calls.map((call) => call?.text ?? null)
  return { ...page, calls, select, texts }
}

const pointer = (type: string): boolean =>
  document.body.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true }))

describe('watchSelection', () => {
  it('tells what is selected, where, and when it is no more', async () => {
    const { calls, select, texts } = openWatched()
    select(4, 8)
    select(3, 8)
    await nextFrame()
    expect(calls[0]).toMatchObject({ start: 4, end: 7, text: 'two' })
    expect(calls[0]?.rects).toHaveLength(1)
    document.getSelection()?.removeAllRanges()
    await nextFrame()
    expect(texts()).toEqual(['two', null])
  })

  it('is silent while a pointer is down', async () => {
    const { select, texts } = openWatched()
    pointer('pointerdown')
    select(0, 3)
    await nextFrame()
    expect(texts()).toEqual([])
    pointer('pointerup')
    await nextFrame()
    expect(texts()).toEqual(['One'])
  })

  it('stays silent when what had the focus loses it as the drag begins', async () => {
    const { select, texts } = openWatched()
    const button = document.body.appendChild(document.createElement('button'))
    onTestFinished(() => button.remove())
    button.focus()
    pointer('pointerdown')
    button.blur()
    select(0, 3)
    await nextFrame()
    expect(texts()).toEqual([])
    window.dispatchEvent(new Event('blur'))
    await nextFrame()
    expect(texts()).toEqual(['One'])
  })

  it('hears nothing of selections in other places', async () => {
    const { scroller, texts, select } = openWatched()
    const other = scroller.nextElementSibling as Element
    document.getSelection()?.selectAllChildren(other)
    await nextFrame()
    expect(texts()).toEqual([])
    select(0, 3)
    await nextFrame()
    document.getSelection()?.selectAllChildren(other)
    await nextFrame()
    expect(texts()).toEqual(['One', null])
  })
})

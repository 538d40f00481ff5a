// The list of notes at twenty thousand of them: what is drawn, what is kept, what a key costs.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { api } from '../../../src/renderer/client/api.ts'
import { takeInHand, useAnnotations } from '../../../src/renderer/state/annotations.ts'
import { nowhere } from '../../../src/shared/stream.ts'
import {
  article,
  idOf,
  manyNotes,
  noteAt,
  openNotes,
  setAnnotations,
  settled,
} from './many-notes.ts'

const notes = manyNotes(20_000)

afterEach(() => vi.restoreAllMocks())

/** The core, which saves whatever it is asked to. */
const coreThatSaves = () =>
  vi
    .spyOn(api, 'call')
    .mockImplementation(
      async (name) =>
        ({ ok: true, value: name === 'rows-get' ? { rows: [] } : null, at: nowhere }) as never,
    )

/** Gives the nodes that were changed since. */
function watchChanges(side: Element): () => readonly Node[] {
  const nodes: Node[] = []
  const note = (records: readonly MutationRecord[]) =>
    void nodes.push(...records.map(({ target }) => target))
  const observer = new MutationObserver(note)
  observer.observe(side, { subtree: true, childList: true, attributes: true, characterData: true })
  return () => {
    note(observer.takeRecords())
    observer.disconnect()
    return nodes
  }
}

const take = (index: number, editing: 'note' | 'tags' | null = null): Promise<void> => {
  takeInHand({ article, id: idOf(index) }, editing)
  return settled()
}

const placed = (card: Element | null | undefined) => [
  card?.getAttribute('aria-posinset'),
  card?.getAttribute('aria-setsize'),
]

describe('the list of twenty thousand notes', () => {
  it('draws what is near the view, says how many there are, and looks at the store once a card', async () => {
    const subscribed = vi.spyOn(useAnnotations, 'subscribe')
    const { side, cards } = await openNotes(notes)
    expect(cards().length).toBeGreaterThan(4)
    expect(cards().length).toBeLessThan(30)
    expect(side.querySelectorAll('*').length).toBeLessThan(1_200)
    expect(subscribed.mock.calls.length).toBeLessThan(cards().length + 10)
    expect(placed(cards()[0])).toEqual(['1', '20000'])
    expect(side.querySelector('ul')?.getAttribute('aria-label')).toBe('Highlights and notes')
  })

  it('scrolls to the card that is taken in hand, and draws its neighbours', async () => {
    const { scroller, card } = await openNotes(notes)
    await take(15_000)
    const box = card(15_000)?.getBoundingClientRect()
    const view = scroller.getBoundingClientRect()
    expect(box?.top).toBeGreaterThanOrEqual(view.top - 1)
    expect(box?.bottom).toBeLessThanOrEqual(view.bottom + 1)
    expect(placed(card(15_000))).toEqual(['15001', '20000'])
    await take(15_001)
    expect(card(15_002)).not.toBeNull()
    // From one end of the article to the other.
    await take(0)
    expect(card(0)?.getBoundingClientRect().top).toBeGreaterThanOrEqual(view.top - 1)
  })

  it('goes on with Tab from card to card, in the order of the text', async () => {
    const { card } = await openNotes(notes)
    card(0)?.querySelector('button')?.focus()
    await settled()
    const seen: number[] = []
    for (let presses = 0; presses < 60; presses++) {
      await userEvent.keyboard('{Tab}')
      const at = document.activeElement?.closest('li.card-place')?.getAttribute('aria-posinset')
      if (seen.at(-1) !== Number(at)) seen.push(Number(at))
    }
    expect(seen.length).toBeGreaterThan(4)
    expect(seen).toEqual(seen.map((_, index) => (seen[0] ?? 0) + index))
  })

  it('keeps what is written and the keyboard where the reader scrolls away', async () => {
    coreThatSaves()
    const { side, scroller } = await openNotes(notes)
    await take(40, 'note')
    const box = side.querySelector('textarea')
    expect(document.activeElement).toBe(box)
    await userEvent.keyboard('half a tho')
    scroller.scrollTop = 900_000
    await settled()
    expect(document.activeElement).toBe(box)
    expect(box?.isConnected).toBe(true)
    await userEvent.keyboard('ught')
    expect(box?.value).toBe('half a thought')
  })

  it('draws nothing but the card that is written in at a key, and sorts nothing', async () => {
    coreThatSaves()
    const { side, scroller } = await openNotes(notes)
    await take(40, 'note')
    const box = side.querySelector('textarea')
    const changed = watchChanges(side)
    const sorted = vi.spyOn(Array.prototype, 'sort')
    const top = scroller.scrollTop
    await userEvent.keyboard('a')
    // While it rests, it is saved, and the store says so.
    await expect.poll(() => vi.mocked(api.call).mock.calls.length).toBeGreaterThan(0)
    await settled()
    const touched = changed()
    const its = box?.closest('li.card-place')
    expect(touched.filter((node) => !its?.contains(node))).toEqual([])
    const long = sorted.mock.contexts.filter((list) => (list as unknown[]).length > 1_000)
    expect(long).toEqual([])
    expect(scroller.scrollTop).toBe(top)
  })

  it('does not move under the reader while a card grows', async () => {
    coreThatSaves()
    const { side, scroller } = await openNotes(notes)
    await take(300, 'note')
    const box = side.querySelector('textarea')
    // The head of the card is scrolled out of view, as with a long note.
    scroller.scrollTop +=
      (box?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top - 4
    await settled()
    const before = box?.getBoundingClientRect().top ?? 0
    await userEvent.keyboard('one{Enter}two{Enter}three{Enter}four{Enter}five{Enter}six')
    await settled()
    expect(Math.abs((box?.getBoundingClientRect().top ?? 0) - before)).toBeLessThan(2)
  })

  it('draws one card anew when one annotation changes', async () => {
    const { scroller, card } = await openNotes(notes)
    const changed = watchChanges(scroller)
    setAnnotations(article, [...notes.slice(0, 2), noteAt(2, { note: 'New' }), ...notes.slice(3)])
    await settled()
    expect(card(2)?.textContent).toContain('New')
    const touched = changed()
    expect(touched.length).toBeGreaterThan(0)
    // Those below it move down, and are not drawn anew.
    const moved = (node: Node) => node instanceof Element && node.matches('.card-place, .card-room')
    expect(touched.filter((node) => !card(2)?.contains(node) && !moved(node))).toEqual([])
  })
})

describe('the filter', () => {
  const filter = async (side: HTMLElement, words: string) => {
    const box = side.querySelector<HTMLInputElement>('input[type=search], .filter input')
    box?.focus()
    await userEvent.keyboard(words)
    await settled()
  }

  it('shows what matches all words, counted anew', async () => {
    const { side, cards } = await openNotes(notes)
    await filter(side, 'passage 1999')
    expect(placed(cards()[0])).toEqual(['1', '12'])
    await filter(side, '{Control>}a{/Control}nowhere')
    expect(cards()).toEqual([])
    expect(side.textContent).toContain('Nothing matches “nowhere”')
  })

  it('leaves the card that is written in, whatever it matches', async () => {
    coreThatSaves()
    const { side } = await openNotes(notes)
    await take(3, 'note')
    await userEvent.keyboard('kept')
    const box = side.querySelector('textarea')
    await filter(side, 'passage 777')
    expect(box?.isConnected).toBe(true)
    expect(box?.value).toBe('kept')
  })
})

it('keeps those that are not found in a list of their own, after a head', async () => {
  const orphans = Array.from({ length: 3_000 }, (_, index) => noteAt(5 + index, { orphan: true }))
  const all = [...manyNotes(5), ...orphans]
  const { side, card, scroller } = await openNotes(all)
  const lists = [...side.querySelectorAll('ul.cards')].map((list) =>
    list.getAttribute('aria-label'),
  )
  expect(lists).toEqual(['Highlights and notes', 'Not found in the text any more'])
  expect(placed(card(4))).toEqual(['5', '5'])
  expect(placed(card(5))).toEqual(['1', '3000'])
  const head = side.querySelector('h3')?.getBoundingClientRect()
  expect(head?.top).toBeGreaterThanOrEqual(card(4)?.getBoundingClientRect().bottom ?? 0)
  expect(head?.bottom).toBeLessThanOrEqual(card(5)?.getBoundingClientRect().top ?? 0)
  await take(3_000)
  expect(placed(card(3_000))).toEqual(['2996', '3000'])
  expect(card(3_000)?.getBoundingClientRect().bottom).toBeLessThanOrEqual(
    scroller.getBoundingClientRect().bottom + 1,
  )
})

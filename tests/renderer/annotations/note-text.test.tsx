// How a card shows notes that were made to hurt: bounded work, nothing lost, no crash.
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginningOf, piecesOf, shownLength } from '../../../src/renderer/annotations/long-note.ts'
import { NoteText } from '../../../src/renderer/annotations/NoteText.tsx'
import { TagPills } from '../../../src/renderer/parts/TagPills.tsx'
import { bombs } from '../../fixtures/hostile-notes.ts'

let host: HTMLElement
let root: Root

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})

afterEach(() => {
  root.unmount()
  host.remove()
})

const shown = async (note: string): Promise<HTMLElement> => {
  root.render(<NoteText key={note.length} note={note} />)
  return vi.waitFor(() => {
    const element = host.querySelector<HTMLElement>('.note-text')
    if (!element) throw new Error('nothing is drawn')
    return element
  })
}

describe.each(Object.entries(bombs))('%s', (_, bomb) => {
  it('is drawn with few elements, its first word among them', async () => {
    for (const n of [40, 1_000, 5_000]) {
      const element = await shown(`first ${bomb(n)}`)
      expect(element.textContent).toContain('first')
      expect(element.querySelectorAll('*').length).toBeLessThanOrEqual(shownLength * 2)
    }
  })
})

it('shows the beginning of a long note, and all of it when asked', async () => {
  const note = `${'word '.repeat(200_000)}the end`
  const element = await shown(note)
  expect(element.textContent.length).toBeLessThanOrEqual(shownLength)
  const button = host.querySelector<HTMLButtonElement>('.note-more')
  expect(button?.textContent).toBe('Show the whole note (1,000,007 characters)')
  expect(button?.getAttribute('aria-expanded')).toBe('false')
  button?.click()
  await vi.waitFor(() => expect(host.textContent).toContain('the end'))
  expect(host.querySelector('.note-text')?.textContent.replace(/\s/g, '')).toBe(
    note.replace(/\s/g, ''),
  )
  host.querySelector<HTMLButtonElement>('.note-more')?.click()
  await vi.waitFor(() => expect(host.textContent).not.toContain('the end'))
})

it('shows an ordinary note as Markdown and whole', async () => {
  const element = await shown('**Why?** [here](https://a.example)\n\n![p](q)')
  expect(element.querySelector('strong')?.textContent).toBe('Why?')
  expect(element.textContent).toContain('![p](q)')
  expect(host.querySelector('.note-more')).toBeNull()
})

/** Whether no character is cut in two. */
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text)

describe('the beginning of a note', () => {
  it('is the note where it is short', () => {
    for (const note of ['', 'a', 'a\n'.repeat(60), 'x'.repeat(shownLength)])
      expect(beginningOf(note)).toBe(note)
  })

  it('ends where a line or a word does, and cuts no character', () => {
    expect(beginningOf('line\n'.repeat(100)).split('\n')).toHaveLength(60)
    expect(beginningOf(`${'a'.repeat(2_900)}\n${'b '.repeat(500)}`)).toBe('a'.repeat(2_900))
    expect(beginningOf('word '.repeat(1_000))).toMatch(/word$/)
    expect(isWhole(beginningOf(`a${'😀'.repeat(5_000)}`))).toBe(true)
  })

  it('and its pieces lose nothing but a white space at each cut', () => {
    for (const text of ['😀'.repeat(9_001), 'line of words\n'.repeat(3_000), 'a'.repeat(20_000)]) {
      const pieces = piecesOf(text)
      expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const piece of pieces) expect(isWhole(piece)).toBe(true)
    }
  })
})

it('draws the first of five thousand tags, and the others when asked', async () => {
  const tags = Array.from({ length: 5_000 }, (_, n) => `tag ${n}`)
  root.render(<TagPills tags={tags} />)
  await vi.waitFor(() => expect(host.querySelectorAll('.pill')).toHaveLength(60))
  host.querySelector<HTMLButtonElement>('.text-button')?.click()
  await vi.waitFor(() => expect(host.querySelectorAll('.pill')).toHaveLength(5_000))
})

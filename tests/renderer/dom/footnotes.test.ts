import { describe, expect, it } from 'vitest'
import { referenceTo } from '../../../src/renderer/dom/footnotes.ts'
import { articleOf, openArticle } from './helpers.ts'

const article = articleOf([
  'A claim[1] and another [2], not [3].',
  { kind: 'footnote', marker: '[1]', text: 'Council minutes, see [2].' },
  { kind: 'footnote', marker: '[2]', text: 'An interview.' },
  { kind: 'footnote', marker: '3', text: 'Of the year 3.' },
])

describe('footnotes', () => {
  it('stand with their markers, which are no text', () => {
    const { host } = openArticle(article)
    expect(host.textContent).toBe(article.text)
    const notes = [...host.querySelectorAll<HTMLElement>('[role="doc-footnote"]')]
    expect(notes.map((note) => note.dataset.marker)).toEqual(['[1]', '[2]', '3'])
    expect(notes[0] && getComputedStyle(notes[0], '::before').content).toBe('"[1]"')
  })

  it('are led to from the text where their marker is clear, and not from one another', () => {
    const { host } = openArticle(article)
    const references = [...host.querySelectorAll<HTMLElement>('[role="doc-noteref"]')]
    expect(references.map((one) => [one.textContent, one.dataset.note])).toEqual([
      ['[1]', '1'],
      ['[2]', '2'],
    ])
  })

  it('are led to by what the file says is a reference, whatever it looks like', () => {
    const pieces = [
      'It sank1 in [2].',
      { kind: 'footnote', marker: '[2]', text: 'By a foot.' },
    ] as const
    const start = 'It sank1 in [2].\n\n'.length
    const said = articleOf(pieces, [
      { kind: 'note', start: 7, end: 8, note: start },
      { kind: 'note', start: 12, end: 15, note: start },
    ])
    const { host } = openArticle(said)
    const references = [...host.querySelectorAll<HTMLElement>('[role="doc-noteref"]')]
    expect(references.map((one) => [one.textContent, one.dataset.note])).toEqual([
      ['1', '1'],
      ['[2]', '1'],
    ])
    expect(host.textContent).toBe(said.text)
    expect(referenceTo(said, 1)).toBe(8)
  })

  it('know the way back', () => {
    expect(referenceTo(article, 1)).toBe('A claim[1]'.length)
    expect(referenceTo(article, 3)).toBeNull()
  })
})

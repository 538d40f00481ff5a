import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../../src/renderer/dom/build-article.ts'
import { anyArticle, articleOf, openArticle, words } from './helpers.ts'

describe('buildArticle', () => {
  it('keeps the text exactly, whatever it holds', () => {
    const host = document.createElement('article')
    fc.assert(
      fc.property(anyArticle, (article) => {
        buildArticle(host, article)
        expect(host.textContent).toBe(article.text)
        expect(host.querySelector('script, b, i, a, mark, img[src]')).toBeNull()
        expect(host.querySelectorAll('.picture')).toHaveLength(article.pictures?.length ?? 0)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps a text of white space alone', () => {
    const host = document.createElement('article')
    buildArticle(host, {
      text: ' \n ',
      blocks: [{ kind: 'paragraph', start: 0, end: 3 }],
      spans: [],
    })
    expect(host.textContent).toBe(' \n ')
    expect(host.querySelector('p')).toBeNull()
  })

  it('gives each kind of block its element', () => {
    const { host } = openArticle(
      articleOf([
        { kind: 'heading', level: 1, text: 'One' },
        { kind: 'heading', level: 6, text: 'Six' },
        'Paragraph',
        { kind: 'quote', text: 'Quote' },
        { kind: 'caption', text: 'Caption' },
        { kind: 'preformatted', text: '\n  code' },
        { kind: 'paragraph', role: 'title', breaks: true, text: 'Title\nof two lines' },
      ]),
    )
    const tags = [...host.querySelectorAll('[data-block]')].map((element) => element.localName)
    expect(tags).toEqual(['h2', 'h6', 'p', 'blockquote', 'p', 'pre', 'p'])
    expect(host.querySelector('p.caption')?.textContent).toBe('Caption')
    const title = host.querySelector<HTMLElement>('[data-role="title"]')
    expect(title && getComputedStyle(title).whiteSpace).toBe('pre-line')
    expect(host.querySelectorAll('[data-block]:not([dir="auto"])')).toHaveLength(0)
  })

  it('puts consecutive list items into one list and their markers into CSS', () => {
    const { host } = openArticle(
      articleOf([
        { kind: 'list-item', marker: '1.', text: 'First' },
        { kind: 'list-item', marker: '2.', level: 2, text: 'Second' },
        'Between',
        { kind: 'list-item', marker: '•', text: 'Third' },
      ]),
    )
    const lists = [...host.querySelectorAll('[role="list"]')]
    expect(lists.map((list) => list.children.length)).toEqual([2, 1])
    const second = host.querySelector<HTMLElement>('[data-marker="2."]')
    expect(second && getComputedStyle(second, '::before').content).toBe('"2."')
    expect(second?.getAttribute('aria-level')).toBe('2')
  })

  it('groups consecutive furniture under one name', () => {
    const { host } = openArticle(
      articleOf([
        'Text',
        { furniture: true, why: 'A list of links', text: 'Related articles' },
        { kind: 'list-item', furniture: true, text: 'Another story' },
        { kind: 'list-item', text: 'An item of the text' },
        { furniture: true, text: 'Subscribe' },
      ]),
    )
    const groups = [...host.querySelectorAll('[role="group"][aria-label="Page furniture"]')]
    expect(groups.map((group) => group.querySelectorAll('[data-furniture]').length)).toEqual([2, 1])
    expect(groups[0]?.querySelector('p')?.title).toBe('A list of links')
    expect(groups[0]?.textContent).toBe('Related articles\n\nAnother story')
  })

  it('leaves the headline of a page out of the furniture around it', () => {
    const { host } = openArticle(
      articleOf([
        { furniture: true, why: 'A menu', text: 'Home' },
        { kind: 'heading', level: 1, role: 'title', furniture: true, why: 'A headline', text: 'T' },
        { furniture: true, role: 'byline', why: 'An author', text: 'By Ada Holm' },
        'Text',
      ]),
    )
    const groups = [...host.querySelectorAll<HTMLElement>('[aria-label="Page furniture"]')]
    expect(groups.map(({ textContent }) => textContent)).toEqual(['Home', 'By Ada Holm'])
    expect(groups.map((group) => group.querySelector('button')?.title)).toEqual([
      'A menu',
      'An author',
    ])
    expect(host.querySelector('[data-role="title"]')?.closest('.furniture-run')).toBeNull()
  })

  it('nests inline spans, and continues one that a longer one crosses', () => {
    const { host } = openArticle(
      articleOf(
        ['plain link with stress and more'],
        [
          { kind: 'link', start: 6, end: 22, href: 'https://example.org' },
          { kind: 'emphasis', start: 16, end: 26 },
        ],
      ),
    )
    const paragraph = host.querySelector('p')
    expect(paragraph?.innerHTML).toBe(
      'plain <span class="link" role="link" data-href="https://example.org">link with <em>stress</em></span>' +
        '<em> and</em> more',
    )
  })

  it('shows a link to a place on its own page as plain text', () => {
    const { host } = openArticle(
      articleOf(['fees rose.1'], [{ kind: 'link', start: 10, end: 11, href: '#fn1' }]),
    )
    expect(host.querySelector('p')?.textContent).toBe('fees rose.1')
    expect(host.querySelector('[role=link], [data-href]')).toBeNull()
  })

  it('leaves the text between two inline spans plain', () => {
    const { host } = openArticle(
      articleOf(
        ['one and two'],
        [
          { kind: 'strong', start: 8, end: 11 },
          { kind: 'code', start: 0, end: 3 },
        ],
      ),
    )
    expect(host.querySelector('p')?.innerHTML).toBe('<code>one</code> and <strong>two</strong>')
  })

  it('makes chunks of about fifty blocks, with an estimated height', () => {
    const { host } = openArticle(articleOf(Array.from({ length: 120 }, () => words(12))))
    const chunks = [...host.querySelectorAll<HTMLElement>(':scope > .chunk')]
    expect(chunks.map((chunk) => chunk.querySelectorAll('p').length)).toEqual([50, 50, 20])
    expect(chunks[0]?.style.containIntrinsicBlockSize).toMatch(/^auto \d+(\.\d+)?em$/)
    expect(chunks[0] && getComputedStyle(chunks[0]).contentVisibility).toBe('auto')
  })

  it('does not break a list at the end of a chunk', () => {
    const { host } = openArticle(
      articleOf([
        ...Array.from({ length: 48 }, () => 'Text'),
        ...Array.from({ length: 10 }, () => ({ kind: 'list-item' as const, text: 'Item' })),
        'Text',
      ]),
    )
    expect(host.querySelectorAll('[role="list"]')).toHaveLength(1)
    expect(host.querySelectorAll(':scope > .chunk')).toHaveLength(2)
  })
})

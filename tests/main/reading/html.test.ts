// Pages: what is visible becomes text, what is the page's own is furniture, and nothing is markup.
import { describe, expect, test } from 'vitest'
import { contentOf, furnitureOf, read, shapes, story } from './support.ts'

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Bridge to close | The Post</title>${head}</head><body>${body}</body></html>`
const prose = story(3)
  .split('\n\n')
  .map((text) => `<p>${text}</p>`)
  .join('')

describe('a page', () => {
  test('collapses white space as a browser does, and keeps breaks', async () => {
    const article = await read(
      page('<p> One\n two&nbsp;three&shy;four <b> five</b><br>six </p>'),
      'a.html',
    )
    expect(article.text).toBe('One two threefour five\nsix')
    expect(article.blocks[0]).toMatchObject({ kind: 'paragraph', breaks: true })
  })

  test('gives blocks their kind, level and marker', async () => {
    const article = await read(
      page(
        '<h2>H</h2><blockquote><p>Q</p></blockquote><ol start=3><li>a<ul><li>b</ul><li>c</ol><figure><figcaption>F</figcaption></figure><pre>x\n  y</pre><table><tr><th>n</th><td>1</td></tr></table>',
      ),
      'a.html',
    )
    expect(article.blocks.map(({ kind, level, marker }) => [kind, level, marker])).toEqual([
      ['heading', 2, undefined],
      ['quote', undefined, undefined],
      ['list-item', 1, '3.'],
      ['list-item', 2, '•'],
      ['list-item', 1, '4.'],
      ['caption', undefined, undefined],
      ['preformatted', undefined, undefined],
      ['table-row', undefined, undefined],
    ])
    expect(article.text.split('\n\n').slice(-2)).toEqual(['x\n  y', 'n | 1'])
  })

  test('marks inline runs by offset', async () => {
    const { text, spans } = await read(
      page('<p>An <em>odd <a href="/x">link</a></em> and <code>code</code></p>'),
      'a.html',
    )
    expect(spans.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href])).toEqual(
      [
        ['link', 'link', '/x'],
        ['emphasis', 'odd link', undefined],
        ['code', 'code', undefined],
      ],
    )
  })

  test('leaves out what is not shown', async () => {
    const { text } = await read(
      page(
        '<p>Seen<script>s</script><style>t</style><!-- c --></p><p hidden>h</p><p style="display: none">d</p><template>p</template><svg><text>v</text></svg><noscript>n</noscript><p aria-hidden="true">a</p>',
      ),
      'a.html',
    )
    expect(text).toBe('Seen')
  })

  test('keeps all that is visible in order, and says what is not the article', async () => {
    const article = await read(
      page(
        `<nav>Home News</nav><article><h1>Bridge to close</h1>${prose}<div class="share-bar">Tell friends</div></article><div class="related-posts"><h3>More</h3></div><footer>Imprint</footer>`,
      ),
      'a.html',
    )
    expect(article.title).toBe('Bridge to close')
    expect(article.text.startsWith('Home News\n\nBridge to close\n\nParagraph 1')).toBe(true)
    expect(furnitureOf(article)).toEqual([
      'Home News',
      'Bridge to close',
      'Tell friends',
      'More',
      'Imprint',
    ])
    expect(article.blocks.filter(({ furniture, why }) => furniture && !why)).toEqual([])
    expect(article.blocks.find(({ role }) => role === 'title')).toMatchObject({
      kind: 'heading',
      level: 1,
    })
  })

  test('reads what the page says of itself', async () => {
    const data = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': ['NewsArticle'],
          headline: 'Bridge &amp; road',
          author: [{ name: 'By Ada Holm' }, { name: 'Ivo Strand' }],
          datePublished: '2026-03-04T18:30:00+01:00',
          publisher: { name: 'The Post' },
        },
      ],
    })
    const article = await read(
      page(`<h1>A</h1><h1>B</h1>${prose}`, `<script type="application/ld+json">${data}</script>`),
      'a.html',
    )
    expect(article).toMatchObject({
      title: 'Bridge & road',
      byline: 'Ada Holm, Ivo Strand',
      source: 'The Post',
      published: '2026-03-04T18:30:00+01:00',
      language: 'en',
    })
  })

  test('with broken or hostile metadata is read without it', async () => {
    const head =
      '<script type="application/ld+json">{"@type":"Article",</script><script type="application/ld+json">{"@type":"Article","headline":{},"author":[[1]]}</script><meta name="date" content="yesterday">'
    expect(await read(page(prose, head), 'a.html')).toMatchObject({
      title: 'Bridge to close',
      byline: null,
      published: null,
    })
  })

  test('nested ten thousand levels deep is read', async () => {
    const deep = await read(`${'<div><b>'.repeat(10_000)}text`, 'a.html')
    expect(deep.text).toBe('text')
    expect((await read('<ul><li>x'.repeat(10_000), 'a.html')).blocks).toHaveLength(10_000)
  })

  test('may have elements and roles of any name, those of objects too', async () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']
    const html = names.map((name) => `<${name} role="${name}">the ${name}</${name}> `).join('')
    const article = await read(page(`${prose}<p>${html}</p>`), 'a.html')
    expect(structuredClone(article)).toEqual(article)
    expect(article.text).toContain('the constructor the toString')
    const md = await read(`${story(2)}\n\nA <constructor>word</constructor> of it.`, 'a.md')
    expect(structuredClone(md)).toEqual(md)
  })

  test('is known by its content, whatever its name', async () => {
    expect((await read(page('<p>x</p>'), 'a.txt')).format).toBe('html')
    expect((await read('no markup at all', 'a.html')).format).toBe('text')
  })

  test('that closes its article too early keeps the loose paragraphs', async () => {
    const article = await read(
      page(`<div class="story"><h1>T</h1>${prose}</div><p>The last words.</p><div>Elsewhere</div>`),
      'a.html',
    )
    expect(shapes(article).at(-2)).toEqual(['paragraph', 'The last words.'])
    expect(furnitureOf(article)).toEqual(['T', 'Elsewhere'])
    expect(contentOf(article, article.blocks[0] ?? { kind: 'paragraph', start: 0, end: 0 })).toBe(
      'T',
    )
  })
})

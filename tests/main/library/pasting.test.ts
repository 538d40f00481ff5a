// What is on the clipboard becomes an article's file, and nothing in that file can run or load.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../src/main/reading/paste-html.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'
import type { AddedFile } from '../../../src/shared/model/reading.ts'
import { fail } from '../../../src/shared/result.ts'
import { bridge, errorOf, must, type Opened, open, openAt, tempFolder } from './support.ts'

const paste = async (
  { library }: Opened,
  html: string | null,
  text = '',
): Promise<AddedFile & { path: string }> => {
  const added = must(await library.paste({ html, text }))
  if (added.path === null) throw new Error(added.error?.message)
  return { ...added, path: added.path }
}

const blocksOf = async ({ library }: Opened, path: string): Promise<string[]> => {
  const { text, blocks } = await openAt(library, path)
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trim()}`)
}

describe('pasted text', () => {
  it('becomes a text file named after its first words and the day', async () => {
    const opened = await open(await tempFolder())
    const { path, article } = await paste(opened, null, bridge)
    expect(path).toBe('The bridge is shut 2026-03-04.txt')
    expect(article).toMatchObject({ title: 'The bridge is shut', format: 'text' })
  })

  it('may be pasted again, beside the first', async () => {
    const opened = await open(await tempFolder())
    await paste(opened, null, 'One story.')
    const again = await paste(opened, null, 'One story.')
    expect(again.path).toBe('One story 2026-03-04 (2).txt')
    expect(again.duplicates).toMatchObject([
      { kind: 'same-file', path: 'One story 2026-03-04.txt' },
    ])
  })

  it.each([
    ['nothing', null, ''],
    ['white space', null, ' \r\n\t\u00a0'],
    ['markup alone', '<p> </p><img src="https://example.org/a.png">', ''],
    ['a script alone', '<script>alert("a")</script>', ' '],
  ])('is refused when the clipboard holds %s', async (_, html, text) => {
    const folder = await tempFolder()
    const { library } = await open(folder)
    expect(errorOf(await library.paste({ html, text }))).toMatchObject({ code: 'empty-file' })
    expect((await readdir(folder)).filter((name) => name !== '.parallax')).toEqual([])
  })

  it('is taken where the HTML shows none', async () => {
    const opened = await open(await tempFolder())
    expect((await paste(opened, '<img src="x">', 'Words beside it.')).article?.format).toBe('text')
  })
})

describe('pasted HTML', () => {
  it('that is too much to read comes in as its plain text, and says so', async () => {
    const error = { code: 'too-large', message: 'Too much.', advice: 'Less.' } as const
    const work = { ...ownThreadWork, cleanHtml: async () => fail(error) }
    const opened = await open(await tempFolder(), { work })
    const { path, warnings } = await paste(opened, '<p>Some words.', 'Some words.')
    expect(path).toBe('Some words 2026-03-04.txt')
    expect(warnings.map(({ code }) => code)).toEqual(['html-left-out'])
    expect(errorOf(await opened.library.paste({ html: '<p>x', text: '' }))).toEqual(error)
  })

  it('keeps headings, lists, quotes, tables, emphasis and links', async () => {
    const folder = await tempFolder()
    const opened = await open(folder)
    const html = `<h1>Tide tables</h1><p>It <b>rose</b>, said <a href="https://example.org/a?b=1&amp;c=2" onclick="x()">the board</a>.</p><ul><li>One</li><li>Two</li></ul><blockquote>“Never so high.”</blockquote><table><tr><th>Day</th><th>Metres</th></tr><tr><td>Monday</td><td>3</td></tr></table>`
    const { path, article } = await paste(opened, html)
    expect(path).toBe('Tide tables 2026-03-04.html')
    expect(article).toMatchObject({ title: 'Tide tables', format: 'html' })
    const blocks = await blocksOf(opened, path)
    expect(blocks).toContain('quote: “Never so high.”')
    expect(blocks).toContain('list-item: Two')
    expect(blocks.some((block) => block.startsWith('table-row: Monday'))).toBe(true)
    const { spans } = await openAt(opened.library, path)
    expect(spans).toMatchObject([
      { kind: 'strong' },
      { kind: 'link', href: 'https://example.org/a?b=1&c=2' },
    ])
    expect(await readFile(join(folder, path), 'utf8')).toMatch(
      /^<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>Tide tables<\/title>/,
    )
  })

  it('reads a browser’s fragment without what stands around it', () => {
    const { document } = cleanHtml(
      'Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nSourceURL:https://example.org/\r\n<html><body>before<!--StartFragment--><p>The <i>tide</i> rose.</p><!--EndFragment-->after</body></html>',
    )
    expect(document).toContain('<body>\n<p>The <i>tide</i> rose.</p>\n</body>')
    expect(document).not.toMatch(/before|after|Version/)
  })

  it('reads what Word copies', () => {
    const { document, title } = cleanHtml(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]--></head><body lang=EN-GB><!--StartFragment--><p class=MsoTitle>Harbour dues rise<o:p></o:p></p><p class=MsoNormal><span style='font-size:12pt'>Small boats pay <b>a tenth</b> more.<o:p>&nbsp;</o:p></span></p><p class=MsoNormal style='display:none'>hidden</p><!--EndFragment--></body></html>`,
    )
    expect(title).toBe('Harbour dues rise')
    expect(document).toContain('<h1>Harbour dues rise</h1>')
    expect(document).toContain('<p>Small boats pay <b>a tenth</b> more.')
    expect(document).not.toMatch(/Mso|o:p|style|hidden/)
  })

  it('reads what Google Docs copies', () => {
    const { document } = cleanHtml(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400;font-style:italic"> slanted</span> plain</p></b>`,
    )
    expect(document).toContain('<p><b>Bold</b><i> slanted</i> plain</p>')
  })

  it.each([
    '<p onmouseover="x()">a</p><script>x()</script>',
    '<img src=x onerror=x()>a<svg onload=x()><script>x()</script><title>a</title></svg>',
    '<a href="javascript:x()">a</a><a href=" java\nscript:x()">b</a><a href="data:text/html,x">c</a>',
    '<iframe srcdoc="<script>x()</script>"></iframe>a<object data=x></object><embed src=x>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;"></table>a',
    '<p style="background:url(https://example.org/a)">a</p><link rel=stylesheet href=//example.org>',
    '<meta http-equiv=refresh content="0;url=https://example.org"><base href="https://example.org">a',
    '<form action="https://example.org"><button formaction="javascript:x()">a</button></form>',
    '<noscript><p title="</noscript><img src=x onerror=x()>">a</noscript>b',
    '<plaintext>a<script>x()</script>',
    '<xmp><script>x()</script></xmp>a<listing>&lt;img onerror=x()></listing>',
    '<template><script>x()</script></template><video src="//example.org" autoplay></video>a',
  ])('holds nothing that runs or loads: %s', (html) => {
    const { document } = cleanHtml(html)
    const tags = document.match(/<[^>]*>/g) ?? []
    for (const tag of tags)
      expect(tag).toMatch(
        /^<(?:!doctype html|\/?[a-z0-9]+|meta charset="utf-8"|a href="(?:https?:\/\/|mailto:)[^"]*")>$/,
      )
    expect(tags.join('')).not.toMatch(
      /script|img|svg|math|style|iframe|form|xmp|plaintext|template/,
    )
    expect(cleanHtml(document).document, 'the same when it is read again').toBe(document)
  })

  it('that nests without end is read', () => {
    const { document } = cleanHtml(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`)
    expect(document).toContain('deep')
  })
})

it('takes no longer for a clipboard of titles that never end', () => {
  const begun = performance.now()
  cleanHtml(`${'<title '.repeat(150_000)}<!--StartFragment--><p>One.</p><!--EndFragment-->`)
  expect(performance.now() - begun).toBeLessThan(2_000)
})

import { describe, expect, test } from 'vitest'
import { loadMhtml } from '../../../src/main/reading/mhtml.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { parsed, shapes } from './support.ts'

const crlf = (lines: readonly string[]): string => lines.join('\r\n')
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const read = async (source: string, name = 'page.mhtml'): Promise<ParsedArticle> =>
  parsed(await parseArticle(bytesOf(source), name))

interface TestPart {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const fields = (headers: Readonly<Record<string, string>>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

/** A message of several parts. */
const message = (
  headers: Readonly<Record<string, string>>,
  parts: readonly TestPart[],
  type = 'multipart/related',
  boundary = '----Bound-1',
): string =>
  crlf([
    ...fields({
      ...headers,
      'MIME-Version': '1.0',
      'Content-Type': `${type}; boundary="${boundary}"`,
    }),
    '',
    'A message of several parts.',
    ...parts.flatMap((part) => [`--${boundary}`, ...fields(part.headers), '', part.body]),
    `--${boundary}--`,
    '',
  ])

const quoted = (html: string): string =>
  Buffer.from(html, 'utf8')
    .toString('latin1')
    .replace(
      /[=\x80-\xff]/g,
      (c) => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replace(/(.{60})/g, '$1=\r\n')

const saved = {
  From: '<Saved by Blink>',
  'Snapshot-Content-Location': 'https://courier.example/ramp/index.html',
  Subject: '=?utf-8?Q?Die_F=C3=A4hre_steht?=',
  Date: 'Tue, 3 Mar 2026 18:30:00 -0000',
}

const sentences = Array.from(
  { length: 4 },
  (_, i) =>
    `<p>Paragraph ${i + 1}: the ferry to Ostholm has not sailed since the storm – “nobody knows” when it will, says the café’s owner, who waits.</p>`,
).join('\n')
const html = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body><article>${body}</article></body></html>`

const page = (source: string, more: Readonly<Record<string, string>> = {}): TestPart => ({
  headers: {
    'Content-Type': 'text/html',
    'Content-Transfer-Encoding': 'quoted-printable',
    'Content-Location': 'https://courier.example/ramp/index.html',
    ...more,
  },
  body: quoted(source),
})

/** A PNG's head, which says that it is 40 by 30 pixels. */
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000280000001e0806000000000000000000000000',
  'hex',
)
const picture = (headers: Readonly<Record<string, string>>): TestPart => ({
  headers: { 'Content-Type': 'image/png', 'Content-Transfer-Encoding': 'base64', ...headers },
  body: png.toString('base64'),
})

describe('a page saved in one file', () => {
  test('is told by its head, whatever its name', async () => {
    const article = await read(message(saved, [page(html(sentences))]), 'page.txt')
    expect(article.format).toBe('mhtml')
    expect(shapes(article)).toHaveLength(4)
  })

  test('is decoded as the page itself says where the part does not', async () => {
    const { text, encoding } = await read(message(saved, [page(html(sentences))]))
    expect(encoding).toBe('utf-8')
    expect(text).toContain('– “nobody knows” when it will, says the café’s owner')
  })

  test('is decoded as its part says', () => {
    const part: TestPart = {
      headers: { 'Content-Type': 'text/html; charset=windows-1251' },
      body: '<p>\xcf\xf0\xe8\xe2\xe5\xf2</p>',
    }
    const draft = loadMhtml(bytesOf(message(saved, [part])))
    expect([draft.text, draft.encoding]).toEqual(['Привет', 'windows-1251'])
    const japanese: TestPart = {
      headers: { 'Content-Type': 'text/html; charset="iso-2022-jp"' },
      body: '<p>\x1b$BF|K\\\x1b(B</p>',
    }
    expect(loadMhtml(bytesOf(message(saved, [japanese]))).text).toBe('日本')
  })

  test('has the subject for a title where the page has none, and no date: it is that of saving', async () => {
    const article = await read(message(saved, [page(html(sentences))]))
    expect(article).toMatchObject({ title: 'Die Fähre steht', published: null, byline: null })
    const titled = await read(
      message(saved, [
        page(html(`<h1>Ramp broken</h1>${sentences}`, '<title>Ramp broken</title>')),
      ]),
    )
    expect(titled.title).toBe('Ramp broken')
  })

  test('shows its pictures, found by address, by relative address and by Content-ID', async () => {
    const source = html(
      `${sentences}<img src="https://courier.example/a.png" alt="One"><p>and then</p><img src="../b.png" alt="Two"><p>and then</p><img src="cid:c@courier" alt="Three"><img src="https://courier.example/not-here.png" alt="None"><p>the end</p>`,
    )
    const { pictures } = await read(
      message(saved, [
        page(source),
        picture({ 'Content-Location': 'https://courier.example/a.png' }),
        picture({ 'Content-Location': 'https://courier.example/b.png' }),
        picture({ 'Content-ID': '<c@courier>' }),
      ]),
    )
    expect(pictures.map(({ alt, width, height }) => [alt, width, height])).toEqual([
      ['One', 40, 30],
      ['Two', 40, 30],
      ['Three', 40, 30],
    ])
  })

  test('begins with the part that its head names', () => {
    const source = message(
      saved,
      [
        page(html('<p>An advertisement.</p>'), { 'Content-ID': '<ad@x>' }),
        page(html(sentences), { 'Content-ID': '<main@x>' }),
      ],
      'multipart/related; start="<main@x>"',
    )
    expect(loadMhtml(bytesOf(source)).text).toContain('Paragraph 1')
  })

  test('of frames is the page in the frame with the text', () => {
    const source = message(saved, [
      page(
        '<html><head><title>The Courier</title></head><body><iframe src="cid:f@x"></iframe></body></html>',
      ),
      page(html('<p>Menu</p>')),
      page(html(sentences), { 'Content-ID': '<f@x>', 'Content-Location': 'cid:f@x' }),
    ])
    const { text, meta } = loadMhtml(bytesOf(source))
    expect(text).toContain('Paragraph 4')
    expect(meta.title).toBe('The Courier')
  })

  test('that is cut off is read as far as it goes, with a warning', () => {
    const whole = message(saved, [page(html(sentences)), picture({ 'Content-ID': '<c@x>' })])
    const draft = loadMhtml(bytesOf(whole.slice(0, whole.indexOf('Paragraph 3'))))
    expect(draft.text).toContain('Paragraph 2')
    expect(draft.warnings.map(({ code }) => code)).toContain('cut-off')
  })

  test('without any page or text is refused', async () => {
    const source = message(saved, [picture({ 'Content-ID': '<c@x>' })])
    expect(await parseArticle(bytesOf(source), 'page.mht')).toMatchObject({
      ok: false,
      error: { code: 'no-text' },
    })
  })

  test('of too many parts is read from the first ones, with a warning', () => {
    const many = Array.from({ length: 6000 }, () => page('<p>One of many.</p>'))
    const { text, warnings } = loadMhtml(bytesOf(message(saved, many)))
    expect(text).toBe('One of many.')
    expect(warnings.map(({ code }) => code)).toEqual(['left-out'])
  })

  test('nested a thousand levels deep is bounded, and says what is left out', () => {
    const nest = (levels: number): string => {
      const open = Array.from({ length: levels }, (_, i) =>
        crlf([`Content-Type: multipart/mixed; boundary="b${i}."`, '', `--b${i}.`, '']),
      )
      return `${open.join('')}Content-Type: text/html\r\n\r\n<p>Deep down</p>`
    }
    expect(loadMhtml(bytesOf(`MIME-Version: 1.0\r\n${nest(90)}`)).text).toBe('Deep down')
    expect(() => loadMhtml(bytesOf(`MIME-Version: 1.0\r\n${nest(1000)}`))).toThrow(/no page/)
  })
})

describe('a mail', () => {
  const head = {
    From: '=?ISO-8859-1?Q?J=F8rgen?= Holm <holm@courier.example>',
    Subject: '=?UTF-8?B?UmFtcCDigJMgbmV3cw==?=',
    Date: 'Tue, 3 Mar 2026 18:30:00 +0100',
  }

  test('has its subject, its sender and its day', async () => {
    const source = message(
      head,
      [{ headers: { 'Content-Type': 'text/plain' }, body: 'Plain.' }, page(html(sentences))],
      'multipart/alternative',
    )
    const article = await read(source, 'mail.eml')
    expect(article).toMatchObject({
      format: 'mhtml',
      title: 'Ramp – news',
      byline: 'Jørgen Holm',
      published: '2026-03-03T18:30:00+01:00',
    })
    expect(article.text).not.toContain('Plain.')
  })

  test('that is only text is that text, its soft line ends joined', async () => {
    const source = crlf([
      ...fields(head),
      'Content-Type: text/plain; charset=utf-8; format=flowed',
      'Content-Transfer-Encoding: 8bit',
      '',
      Buffer.from('The ferry, says the café’s owner, has not \r\nsailed.', 'utf8').toString(
        'latin1',
      ),
      '',
      'It may sail in May.',
    ])
    const article = await read(source, 'mail.eml')
    expect(article.text).toBe(
      'The ferry, says the café’s owner, has not sailed.\n\nIt may sail in May.',
    )
  })

  test('shows no attachment', () => {
    const source = message(
      head,
      [
        { headers: { 'Content-Type': 'text/plain' }, body: 'See the file.' },
        {
          headers: {
            'Content-Type': 'text/html',
            'Content-Disposition': 'attachment; filename=a.html',
          },
          body: '<p>Attached.</p>',
        },
      ],
      'multipart/mixed',
    )
    expect(loadMhtml(bytesOf(source)).text).toBe('See the file.')
  })
})

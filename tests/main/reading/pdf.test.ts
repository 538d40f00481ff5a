import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { loadPdf } from '../../../src/main/reading/pdf.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { fileOf, linesAt, pdfOf, type Words } from './pdf-writer.ts'
import { furnitureOf, parsed, shapes } from './support.ts'

const read = async (bytes: Uint8Array, name = 'story.pdf'): Promise<ParsedArticle> =>
  parsed(await parseArticle(bytes, name))

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await parseArticle(bytes, 'story.pdf')
  return result.ok ? 'ok' : result.error.code
}

/** Lines that fill a measure of about 460 points in ten-point type. */
const full = [
  'The council of the small town met on a wet evening to hear what the engineers had found under it',
  'and what it would cost to put right, which nobody in the hall wanted to know before the summer fair',
  'had come and gone, and the boats on the river Lem had been tied up again behind the long quay wall',
]

/** Lines of a column of about 220 points. */
const left = [
  'The ferry to Ostholm has not sailed since the',
  'storm of the second of March broke the ramp',
  'and with it the only way to the island for cars',
  'and for the cattle that graze on the salt land',
]
const right = [
  'Engineers from the mainland came on Tuesday to',
  'look at what is left of the piles and said that',
  'nothing could be mended before the ice is gone',
  'from the northern sound, which may take weeks.',
]

describe('a PDF', () => {
  test('is told by its content, though its mark does not stand first', async () => {
    const bytes = pdfOf([linesAt(60, 780, full)])
    expect((await read(bytes, 'story.txt')).format).toBe('pdf')
    const later = Buffer.concat([Buffer.from('\n\njunk before it\n'), bytes])
    expect((await read(later, 'story.pdf')).format).toBe('pdf')
  })

  test('gives lines of a paragraph as one, and parts paragraphs at a gap and at an indent', async () => {
    const article = await read(
      pdfOf([
        [
          ...linesAt(60, 780, full),
          ...linesAt(60, 720, full),
          ...linesAt(74, 684, full.slice(0, 1)),
          ...linesAt(60, 672, full.slice(1)),
        ],
      ]),
    )
    expect(article.text).toBe([full, full, full].map((lines) => lines.join(' ')).join('\n\n'))
  })

  test('keeps the lines of a news database apart, so that its articles are found', async () => {
    const story = (n: number): string[] => [
      `${n} of 2 DOCUMENTS`,
      'The Ostholm Post',
      `March ${n}, 2026 Tuesday`,
      `HEADLINE: The ramp is still broken on day ${n}`,
      'BYLINE: Ada Holm',
      'SECTION: NEWS; Pg. 1',
      'LENGTH: 60 words',
      'BODY:',
      ...full,
      `LOAD-DATE: March ${n + 1}, 2026`,
      'Copyright 2026 The Ostholm Post',
      'All Rights Reserved',
    ]
    const article = await read(pdfOf([linesAt(60, 780, [...story(1), ...story(2)])]))
    expect(article.parts.map(({ title }) => title)).toEqual([
      'The ramp is still broken on day 1',
      'The ramp is still broken on day 2',
    ])
    expect(furnitureOf(article)).toContain('The Ostholm Post')
    const all = shapes(article).map(([, text]) => text)
    expect(all).toContain('All Rights Reserved')
    expect(all).toContain(full.join(' '))
  })

  test('finds articles of which each begins a page, though their headers stand alike', async () => {
    const story = (n: number): Words[] =>
      linesAt(60, 780, [
        `Day ${n} without the ramp at Ostholm`,
        'The Ostholm Post',
        `March ${n}, 2026 Tuesday`,
        'Copyright 2026 The Ostholm Post All Rights Reserved',
        'Section: NEWS; Pg. 1',
        'Length: 60 words',
        'Byline: Ada Holm',
        'Body',
        ...full,
        `Load-Date: March ${n}, 2026`,
        'End of Document',
      ])
    const { parts } = await read(pdfOf([story(1), story(2), story(3)]))
    expect(parts.map(({ title }) => title)).toEqual(
      [1, 2, 3].map((n) => `Day ${n} without the ramp at Ostholm`),
    )
  })

  test('is read column by column, the headline over both of them first', async () => {
    const { text } = await read(
      pdfOf([
        [
          { text: 'Ice holds up repair of ramp', x: 60, y: 790, size: 24, font: 'F2' },
          ...linesAt(60, 750, left),
          ...linesAt(310, 750, right),
        ],
      ]),
    )
    expect(text).toBe(`Ice holds up repair of ramp\n\n${[...left, ...right].join(' ')}`)
  })

  test('is read across where what stands side by side is a table', async () => {
    const rows = ['Ostholm', 'Nyhavn', 'Lemvig', 'Skarholt'].flatMap((town, i): Words[] => [
      { text: town, x: 60, y: 700 - 14 * i },
      { text: `${i + 3} boats`, x: 300, y: 700 - 14 * i },
    ])
    const { text } = await read(pdfOf([[...linesAt(60, 780, full), ...rows]]))
    expect(text.replace(/\s+/g, ' ')).toContain('Ostholm 3 boats Nyhavn 4 boats')
  })

  test('puts words together that were printed in pieces', async () => {
    const { text } = await read(
      pdfOf([
        [
          { text: 'Wa', x: 60, y: 700 },
          { text: 'ter', x: 75.2, y: 700 },
          { text: 'rises', x: 92, y: 700 },
        ],
      ]),
    )
    expect(text).toBe('Water rises')
  })

  test('undoes hyphens at the ends of lines, and keeps those of compounds', async () => {
    const article = await read(
      pdfOf([
        linesAt(60, 780, [
          'A long-term plan for the harbour was put before the whole of the council last week by the engi-',
          'neers of the mainland, who spoke of a long-term cost and of what the town would pay for a long-',
          'term loan from the Baltic-',
          'Nordic bank and its sixty-',
          'year bond.',
        ]),
      ]),
    )
    expect(article.text).toContain('the engineers of')
    expect(article.text).toContain('a long-term loan')
    expect(article.text).toContain('Baltic-Nordic')
  })

  test('has its headings told by their size', async () => {
    const article = await read(
      pdfOf([
        [
          { text: 'Storm breaks the ramp', x: 60, y: 790, size: 24 },
          ...linesAt(60, 750, full),
          { text: 'What comes next', x: 60, y: 696, size: 14 },
          ...linesAt(60, 676, full),
        ],
      ]),
    )
    expect(article.title).toBe('Storm breaks the ramp')
    expect(article.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['heading', 2],
      ['paragraph', undefined],
    ])
  })

  test('has list items with their marks, captions, and footnotes in smaller type', async () => {
    const article = await read(
      pdfOf([
        [
          ...linesAt(60, 780, full),
          ...linesAt(60, 735, ['\x95 Mend the ramp', '\x95 Hire another ferry']),
          { text: 'Figure 2. The ramp after the storm, seen from the sea', x: 60, y: 680 },
          ...linesAt(60, 650, full),
          { text: '1 As told to the council in April.', x: 60, y: 80, size: 7 },
        ],
      ]),
    )
    expect(shapes(article).slice(1)).toEqual([
      ['list-item', 'Mend the ramp'],
      ['list-item', 'Hire another ferry'],
      ['caption', 'Figure 2. The ramp after the storm, seen from the sea'],
      ['paragraph', full.join(' ')],
      ['footnote', 'As told to the council in April.'],
    ])
    expect(article.blocks.map(({ marker }) => marker)).toEqual([
      undefined,
      '•',
      '•',
      undefined,
      undefined,
      '1',
    ])
  })

  test('has what runs over its pages told as furniture, and paragraphs joined over it', async () => {
    const bodies = [
      full,
      [...left.map((line) => `${line}, and more of it than there was`)],
      full.toReversed(),
    ]
    const page = (number: number): Words[] => [
      { text: `The Lem Courier, issue ${number}`, x: 60, y: 810, size: 8 },
      ...linesAt(60, 780, bodies[number - 1] ?? []),
      { text: `${number}`, x: 290, y: 30, size: 8 },
    ]
    const article = await read(pdfOf([page(1), page(2), page(3)]))
    expect(furnitureOf(article).sort()).toEqual([
      '1',
      '2',
      '3',
      'The Lem Courier, issue 1',
      'The Lem Courier, issue 2',
      'The Lem Courier, issue 3',
    ])
    expect(new Set(article.blocks.map(({ why }) => why))).toEqual(
      new Set([undefined, 'Running header of the pages', 'Page number']),
    )
    expect(article.text).toContain(bodies.flat().join(' '))
  })

  test('is read the same way whichever way its pages are turned', async () => {
    const upright = await loadPdf(pdfOf([linesAt(60, 780, full)]))
    const turned = pdfOf([[]], {
      rotate: 90,
      content: {
        0: full
          .map((text, i) => `BT /F1 10 Tf 0 1 -1 0 ${60 + 12 * i} 60 Tm (${text}) Tj ET`)
          .join('\n'),
      },
    })
    expect((await loadPdf(turned)).text).toBe(upright.text)
  })

  /** A page with a line in a font that says itself what its signs stand for. */
  const mapped = (chars: readonly string[], line: string): Uint8Array => {
    const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${chars.length} beginbfchar ${chars.join(' ')} endbfchar endcmap end`
    const content = `BT /F1 10 Tf 60 700 Td (${line}) Tj ET`
    const stream = (text: string): string =>
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
    return fileOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream(content),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
      stream(map),
    ])
  }

  test('gives ligatures as letters', async () => {
    // The font says that its letter f is drawn as the one sign for “fi”.
    const { text } = await loadPdf(mapped(['<66> <fb01>'], 'An ofce of fsh'))
    expect(text).toBe('An ofice ofi fish')
  })

  test('gives Arabic as it is typed, a lam-alef in one sign in its own order', async () => {
    const { text } = await loadPdf(mapped(['<6d> <fee1>', '<6c> <fefb>', '<73> <feb3>'], 'mls'))
    expect(text).toBe('سلام')
  })

  test('gives characters beyond the first plane', async () => {
    const { text } = await loadPdf(mapped(['<61> <d835dc00>', '<62> <d83dde00>'], 'ab'))
    expect(text).toBe('𝐀😀')
  })

  test('is believed about title and author only where they read like such', async () => {
    const page = [linesAt(60, 780, full)]
    const said = await loadPdf(
      pdfOf(page, { info: { Title: 'Ramp of Ostholm', Author: 'Ada Quill' } }),
    )
    expect(said.meta).toMatchObject({ title: 'Ramp of Ostholm', byline: 'Ada Quill' })
    expect(said.meta.published ?? null).toBeNull()
    for (const Title of ['Microsoft Word - ramp.doc', 'ramp_final2.indd', 'scan0012', 'Untitled'])
      expect((await loadPdf(pdfOf(page, { info: { Title } }))).meta.title).toBeNull()
  })

  test('that is only pictures of pages says so, and what helps', async () => {
    const result = await parseArticle(pdfOf([[], []], { pictures: [0, 1] }), 'scan.pdf')
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'no-text',
        message: '“scan.pdf” holds pictures of pages, no text.',
        advice: expect.stringContaining('OCR'),
      },
    })
    expect(await codeOf(pdfOf([[]]))).toBe('no-text')
  })

  test('with pages that are only pictures names them', async () => {
    const bytes = pdfOf([linesAt(60, 780, full), [], [], linesAt(60, 780, full), []], {
      pictures: [1, 2, 4],
    })
    // The picture is one in the file, though it is shown on three pages.
    const copies = Buffer.concat([bytes, Buffer.from('\n% /Subtype /Image /Subtype /Image\n')])
    const { warnings } = await loadPdf(copies)
    expect(warnings).toEqual([
      {
        code: 'picture-pages',
        message:
          'Pages 2–3 and 5 hold no text, perhaps only a picture of it, and are missing here.',
      },
    ])
  })

  test('that is protected by a password says so', async () => {
    const encrypted = fileOf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [] >>',
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      ],
      `/Encrypt 3 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
    )
    expect(await codeOf(encrypted)).toBe('encrypted')
  })

  test('that is damaged is read as far as it can be', async () => {
    const bytes = Buffer.from(pdfOf([linesAt(60, 780, full)])).toString('latin1')
    const withoutTable = bytes.slice(0, bytes.indexOf('xref'))
    const mended = await loadPdf(Buffer.from(withoutTable, 'latin1'))
    expect(mended.text).toBe(full.join(' '))
    expect(mended.warnings.map(({ code }) => code)).toEqual(['cut-off'])
    const withoutCatalogue = withoutTable
      .replace('/Catalog', '/Nothing')
      .replace('/Pages /Count', '/Lost')
    expect((await loadPdf(Buffer.from(withoutCatalogue, 'latin1'))).text).toBe(full.join(' '))
    expect(await codeOf(Buffer.from('%PDF-1.4\nand then nothing of it'))).toBe('damaged')
    expect(await codeOf(Buffer.from(bytes.slice(0, 40), 'latin1'))).toBe('damaged')
  })

  test('of a page that cannot be read names it', async () => {
    const bytes = Buffer.from(pdfOf([linesAt(60, 780, full), linesAt(60, 780, left)]))
    const source = bytes.toString('latin1')
    const broken = source.replace(/\/Kids \[(\d+) 0 R (\d+) 0 R\]/, (_, one: string) => {
      return `/Kids [${one} 0 R 99 0 R]`
    })
    const { text, warnings } = await loadPdf(Buffer.from(broken, 'latin1'))
    expect(text).toBe(full.join(' '))
    expect(warnings.map(({ message }) => message)).toEqual([
      'The file is damaged: page 2 could not be read and is missing here.',
    ])
  })

  test('writes nothing to the console', async () => {
    const said: unknown[] = []
    const { warn, log } = console
    console.warn = (...words) => said.push(words)
    console.log = (...words) => said.push(words)
    try {
      await codeOf(Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj'))
      await loadPdf(pdfOf([linesAt(60, 780, full)]))
    } finally {
      Object.assign(console, { warn, log })
    }
    expect(said).toEqual([])
  })

  const asked = fileURLToPath(
    new URL('../../../../shared/data/import-dev/containers/', import.meta.url),
  )
  test.skipIf(!existsSync(asked))('gives the words that other programs find in it', async () => {
    const reference = JSON.parse(readFileSync(`${asked}reference-pdf.json`, 'utf8')) as Record<
      string,
      { readonly textPoppler?: string }
    >
    for (const name of [
      'other/unstructured-list-item-example',
      'pdfjs/tracemonkey_a11y',
      'pdfjs/noembed-identity',
    ]) {
      const file = `pdf/${name}.pdf`
      const { text } = await read(new Uint8Array(readFileSync(asked + file)))
      const has = new Set(wordsOf(text))
      const wanted = wordsOf(reference[file]?.textPoppler ?? '')
      expect(wanted.filter((word) => has.has(word)).length / wanted.length).toBeGreaterThan(0.98)
    }
  })
})

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

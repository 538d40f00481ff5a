import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { loadRtf } from '../../../src/main/reading/rtf.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { contentOf, parsed, shapes } from './support.ts'

const bytesOf = (rtf: string): Uint8Array => Buffer.from(rtf, 'latin1')

const read = async (rtf: string, name = 'story.rtf'): Promise<ParsedArticle> =>
  parsed(await parseArticle(bytesOf(rtf), name))

const fonts = String.raw`{\fonttbl{\f0\froman\fcharset0 Serif;}{\f1\fnil\fcharset204 Kirill;}{\f2\fnil\fcharset128 Mincho;}{\f3\fnil\fcharset134 Song;}{\f4\fnil\fcharset2 Symbol;}}`
const doc = (body: string): string =>
  `${String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}`}\n${body}}`

describe('rich text', () => {
  test('is told by its content, whatever its name', async () => {
    const article = await read(doc(String.raw`The ferry to Ostholm sails again.\par`), 'story.txt')
    expect(article.format).toBe('rtf')
    expect(article.text).toBe('The ferry to Ostholm sails again.')
  })

  test('has quotes and code by style, the lines of the code in one block', async () => {
    const styles = String.raw`{\stylesheet{\s0 Normal;}{\s3\sbasedon0 Quotations;}{\s4 Preformatted Text;}}`
    const article = await read(
      doc(
        String.raw`${styles}Before.\par\pard\s3 So we left.\par\pard\s4   let a\par\par     b\par\pard\s0 After.\par\pard\s4 c\par`,
      ),
    )
    expect(shapes(article)).toEqual([
      ['paragraph', 'Before.'],
      ['quote', 'So we left.'],
      ['preformatted', 'let a\n\n    b'],
      ['paragraph', 'After.'],
      ['preformatted', 'c'],
    ])
    expect(article.text).toContain('\n\n  let a\n\n    b\n\nAfter.')
  })

  test('gives paragraphs, line breaks and special characters', async () => {
    const article = await read(
      doc(
        String.raw`First\line second\tab third.\par\pard \ldblquote Yes\rdblquote\emdash he\rquote s\~in \{braces\}.` +
          '\\\n' +
          String.raw`Last\-ly a non\_breaking word.\par`,
      ),
    )
    expect(shapes(article).map(([, text]) => text)).toEqual([
      'First\nsecond third.',
      '“Yes”—he’s in {braces}.',
      'Lastly a non-breaking word.',
    ])
  })

  test('decodes bytes by the code page of the document', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}`
    expect(loadRtf(bytesOf(rtf)).text).toBe('Привет')
  })

  test('decodes bytes by the character set of the font, two bytes to a character where it has such', () => {
    const rtf = doc(
      String.raw`\f1 \'cc\'e8\'f0\par\f2 \'93\'fa\'96{\f2\'7b} \'83A\par\f3 \'d6\'d0\'b9\'fa\par\f0 caf\'e9`,
    )
    const texts = loadRtf(bytesOf(rtf)).text.split('\n\n')
    expect(texts[0]).toBe('Мир')
    expect(texts[1]).toMatch(/^日/)
    expect(texts[1]).toMatch(/ア$/)
    expect(texts[2]).toBe('中国')
    expect(texts[3]).toBe('café')
  })

  test('takes characters of Unicode, and passes over what stands for them', () => {
    const rtf = doc(
      String.raw`\u8364?5 and {\uc2\u8364 EU7}, \u-10179?\u-8694? {\uc0\u233}t\u233\'e9, {\uc1\u8211\endash}.`,
    )
    expect(loadRtf(bytesOf(rtf)).text).toBe('€5 and €7, 😊 été, –.')
  })

  test('passes over binary data, even where it looks like marks', () => {
    const rtf = doc(String.raw`before {\*\blob\bin5 }}{\\}after`)
    expect(loadRtf(bytesOf(rtf)).text).toBe('before after')
  })

  test('leaves out what is no text: headers, comments, hidden and deleted words, unknown groups', () => {
    const rtf = doc(
      String.raw`{\header Running\par}{\info{\comment x}}{\*\unheard of}{\*\annotation Says who}Kept{\v hidden}{\deleted gone} words.{\footer 3}`,
    )
    expect(loadRtf(bytesOf(rtf)).text).toBe('Kept words.')
  })

  test('keeps bold and italic as spans', async () => {
    const article = await read(doc(String.raw`A {\b bold} and \i slanted\i0  word.\par`))
    const spans = article.spans.map(({ kind, start, end }) => [
      kind,
      article.text.slice(start, end),
    ])
    expect(spans).toEqual([
      ['strong', 'bold'],
      ['emphasis', 'slanted'],
    ])
  })

  test('makes headings by outline level and by the names of styles', async () => {
    const article = await read(
      doc(
        String.raw`{\stylesheet{\s0 Normal;}{\s5\b heading 2;}}\pard\outlinelevel0 Top\par\pard\s5 Below\par\pard Text of the story.\par`,
      ),
    )
    expect(article.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', undefined],
    ])
  })

  test('makes list items with what stands before them', async () => {
    const { blocks } = loadRtf(
      bytesOf(
        doc(
          String.raw`{\listtext\f4\'b7\tab}\pard\ls1\ilvl0 One\par{\listtext\f4\'b7\tab}\pard\ls1\ilvl1 Two\par{\pntext 3.\tab}Three\par\pard After\par`,
        ),
      ),
    )
    expect(blocks.map(({ kind, level, marker }) => [kind, level, marker])).toEqual([
      ['list-item', 1, '•'],
      ['list-item', 2, '•'],
      ['list-item', 2, '3.'],
      ['paragraph', undefined, undefined],
    ])
  })

  test('makes rows of tables with their cells, empty ones too', async () => {
    const row = (cells: string): string =>
      `${String.raw`\trowd\cellx1000\cellx2000\pard\intbl ${cells}\row`}\n`
    const article = await read(
      doc(
        String.raw`Before\par` +
          String.raw`\trowd\trhdr\pard\intbl Town\cell Boats\cell\row` +
          row(String.raw`Ostholm\cell 12\par small\cell`) +
          row(String.raw`\cell 7\cell`) +
          String.raw`\pard After\par`,
      ),
    )
    const rows = article.blocks.filter(({ kind }) => kind === 'table-row')
    expect(rows.map((block) => contentOf(article, block))).toEqual([
      'Town | Boats',
      'Ostholm | 12 small',
      '7',
    ])
    expect(rows.map(({ cells }) => cells?.map((c) => article.text.slice(c.start, c.end)))).toEqual([
      ['Town', 'Boats'],
      ['Ostholm', '12 small'],
      ['', '7'],
    ])
    expect(rows.map(({ header, table }) => [header, table])).toEqual([
      [true, 0],
      [undefined, 0],
      [undefined, 0],
    ])
  })

  test('puts footnotes after the text, with their marks in it', async () => {
    const article = await read(
      doc(
        String.raw`The dam broke{\super\chftn}{\footnote\pard{\super\chftn} Says the {\i council}.} at noon.\par Then rain.{\footnote Later still.}\par`,
      ),
    )
    expect(shapes(article)).toEqual([
      ['paragraph', 'The dam broke[1] at noon.'],
      ['paragraph', 'Then rain.[2]'],
      ['footnote', 'Says the council.'],
      ['footnote', 'Later still.'],
    ])
    expect(article.blocks.map(({ marker }) => marker)).toEqual([undefined, undefined, '[1]', '[2]'])
    expect(article.spans.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'council',
    ])
  })

  test('makes links of fields, and shows the result of others', async () => {
    const article = await read(
      doc(
        String.raw`See {\field{\*\fldinst{HYPERLINK "https://harbour.example/a"}}{\fldrslt{\ul the log}}} on page {\field{\*\fldinst PAGE}{\fldrslt 4}}.\par`,
      ),
    )
    expect(article.text).toBe('See the log on page 4.')
    expect(article.spans).toEqual([
      { kind: 'link', start: 4, end: 11, href: 'https://harbour.example/a' },
    ])
  })

  test('takes title and author from the file, unless a program wrote them', () => {
    const info = (title: string, author: string): string =>
      doc(`{\\info{\\title ${title}}{\\author ${author}}}Text.`)
    expect(loadRtf(bytesOf(info('Boats on the Lem', 'Ada Quill'))).meta).toMatchObject({
      title: 'Boats on the Lem',
      byline: 'Ada Quill',
    })
    expect(loadRtf(bytesOf(info('draft2.doc', 'admin'))).meta).toMatchObject({
      title: null,
      byline: null,
    })
  })

  test('gives the pictures in the file, in hexadecimal and in binary', () => {
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex')
    const rtf = Buffer.concat([
      bytesOf(doc('').slice(0, -1)),
      bytesOf(
        String.raw`One.\par{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv A quay}}}\pngblip ${png.toString('hex')}}}{\nonshppict{\pict\wmetafile8 00ff}}Two.\par{\pict\jpegblip\bin10 `,
      ),
      png,
      bytesOf('}Three.}'),
    ])
    const { text, pictures } = loadRtf(rtf)
    expect(text).toBe('One.\n\nTwo.\n\nThree.')
    expect(pictures?.map(({ offset, alt }) => [offset, alt])).toEqual([
      [6, 'A quay'],
      [12, ''],
    ])
    expect(pictures?.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual([
      png.toString('hex'),
      png.toString('hex'),
    ])
  })

  test('reads the text of boxes, once', () => {
    const rtf = doc(
      String.raw`Before.\par{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In the box.\par}}{\shprslt In the box.\par}}After.\par`,
    )
    expect(loadRtf(bytesOf(rtf)).text).toBe('Before.\n\nIn the box.\n\nAfter.')
  })

  test('reads the page that a mail program put into rich text', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 A;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dear \'e9ditors,\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}{\*\htmltag64 <p>}more{\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 bold\htmlrtf }\htmlrtf0{\*\htmltag92 </b>}{\*\htmltag27 </html>}}`
    const { text, spans } = loadRtf(bytesOf(rtf))
    expect(text).toBe('Dear éditors,\n\nmorebold')
    expect(spans).toEqual([{ kind: 'strong', start: 19, end: 23 }])
  })

  test('reads what TextEdit writes', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\cocoartf2761
\cocoatextscaling0\cocoaplatform0{\fonttbl\f0\fswiss\fcharset0 Helvetica;}
{\colortbl;\red255\green255\blue255;}
{\*\expandedcolortbl;;}
\paperw11900\margl1440\vieww11520
\pard\tx566\pardirnatural\partightenfactor0

\f0\fs24 \cf0 The quay is shut.\
\
It opens in \'93May\'94.}`
    expect(loadRtf(bytesOf(rtf)).text).toBe('The quay is shut.\n\nIt opens in “May”.')
  })

  test('that is cut off is read as far as it goes, with a warning', () => {
    const { text, warnings } = loadRtf(bytesOf(doc(String.raw`Half a {\b story`).slice(0, -1)))
    expect(text).toBe('Half a story')
    expect(warnings.map(({ code }) => code)).toEqual(['cut-off'])
  })

  test('with a brace too many is read to its end, with a warning', () => {
    const { text, warnings } = loadRtf(bytesOf(String.raw`{\rtf1 One.\par}} Two.\par}`))
    expect(text).toBe('One.\n\nTwo.')
    expect(warnings.map(({ code }) => code)).toEqual(['stray-marks'])
  })

  test('nested a hundred thousand deep is read', () => {
    const rtf = `{\\rtf1 ${'{'.repeat(100_000)}deep${'}'.repeat(100_000)}}`
    expect(loadRtf(bytesOf(rtf)).text).toBe('deep')
  })

  test('with more footnotes than any book is refused', async () => {
    const rtf = `{\\rtf1 One.${'{\\footnote x}'.repeat(50_001)}\\par}`
    const result = await parseArticle(Buffer.from(rtf), 'notes.rtf')
    expect(result).toMatchObject({ ok: false, error: { code: 'too-large' } })
  })
})

// Word documents.
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { type Parts, wordParagraph as p, wordParts, zipOf } from './samples/archives.ts'
import { contentOf, parsed, shapes, story } from './support.ts'

const word = async (body: string, more: Parts = {}): Promise<ParsedArticle> =>
  parsed(await parseArticle(zipOf(wordParts(body, more)), 'article.docx'))
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const cell = (text: string): string => `<w:tc><w:tcPr/>${p(text)}</w:tc>`

describe('a Word document', () => {
  test('has its title, headings and quotes by style, whatever language the ids are in', async () => {
    const article = await word(
      p('Quay Street Bridge Is Shut', 'Titel') +
        p(story(1)) +
        p('What the engineers found', 'berschrift2') +
        p('And what it costs', 'Own') +
        p('“It was time.”', 'Zitat') +
        p('Not defined here', 'Heading3'),
    )
    expect(article.title).toBe('Quay Street Bridge Is Shut')
    expect(article.byline).toBe('Ilse Tamm')
    expect(article.published).toBeNull()
    expect(article.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['heading', 2],
      ['heading', 2],
      ['quote', undefined],
      ['heading', 3],
    ])
  })

  test('has the lines of its code in one block, with their spaces', async () => {
    const article = await word(
      `${p('Before.')}${p('  first', 'SourceCode')}${p('', 'SourceCode')}${p('    second', 'SourceCode')}${p('', 'SourceCode')}${p('After.')}${p('third', 'Quelltext')}`,
      {
        'word/styles.xml':
          '<w:styles><w:style w:type="paragraph" w:styleId="SourceCode"><w:name w:val="HTML Preformatted"/></w:style></w:styles>',
      },
    )
    expect(shapes(article)).toEqual([
      ['paragraph', 'Before.'],
      ['preformatted', 'first\n\n    second'],
      ['paragraph', 'After.'],
      ['preformatted', 'third'],
    ])
    expect(article.text).toBe('Before.\n\n  first\n\n    second\n\nAfter.\n\nthird')
  })

  test('keeps emphasis and links, also those written as fields', async () => {
    const article = await word(
      `<w:p>${run('The ')}${run('whole', '<w:b/>')}${run(' town', '<w:b/>')}${run(' said ')}${run('no', '<w:i w:val="1"/><w:b w:val="0"/>')}${run('. ')}<w:hyperlink r:id="r1">${run('Minutes')}</w:hyperlink> ${field('begin')}<w:r><w:instrText> HYPERLINK "https://paper.example/" </w:instrText></w:r>${field('separate')}${run(', paper')}${field('end')}</w:p>`,
    )
    expect(article.text).toBe('The whole town said no. Minutes, paper')
    const runs = article.spans.map(({ kind, href, start, end }) => [
      kind,
      article.text.slice(start, end),
      href,
    ])
    expect(runs).toEqual([
      ['strong', 'whole town', undefined],
      ['emphasis', 'no', undefined],
      ['link', 'Minutes', 'https://council.example/minutes'],
      ['link', ', paper', 'https://paper.example/'],
    ])
  })

  const math = (inside: string): Promise<ParsedArticle> =>
    word(`<w:p>${run('So ')}<m:oMath>${inside}</m:oMath>${run(' holds.')}</w:p>`)
  const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
  const e = (name: string, inside: string): string => `<m:${name}>${inside}</m:${name}>`
  test.each([
    ['a fraction', e('f', e('num', m('a+b')) + e('den', m('2c'))), '(a+b)/(2c)'],
    ['powers', e('sSup', e('e', m('x')) + e('sup', m('2'))) + m('+') + m('1'), 'x^2+1'],
    ['an index', e('sSub', e('e', m('x')) + e('sub', m('i+1'))), 'x_(i+1)'],
    ['both', e('sSubSup', e('e', m('x')) + e('sub', m('i')) + e('sup', m('2'))), 'x_i^2'],
    ['a root', e('rad', e('deg', '') + e('e', m('b^2-4ac'))), '√(b^2-4ac)'],
    ['a cube root', e('rad', e('deg', m('3')) + e('e', m('n'))), '√(3&n)'],
    [
      'a sum',
      e(
        'nary',
        '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' +
          e('sub', m('i=1')) +
          e('sup', m('n')) +
          e('e', m('i')),
      ),
      '∑_(i=1)^n i',
    ],
    [
      'brackets',
      e('d', `<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${e('e', m('a'))}`),
      '[a]',
    ],
    ['a function', e('func', e('fName', m('sin')) + e('e', m('x'))), 'sin x'],
    [
      'a matrix',
      e('m', e('mr', e('e', m('a')) + e('e', m('b'))) + e('mr', e('e', m('c')) + e('e', m('d')))),
      '(a, b; c, d)',
    ],
    ['a limit', e('limLow', e('e', m('lim')) + e('lim', m('n→∞'))), 'lim_(n→∞)'],
  ])('writes %s on one line', async (_, inside, line) => {
    expect((await math(inside)).text).toBe(`So ${line} holds.`)
  })

  test('joins a drop cap to the paragraph that it begins', async () => {
    const article = await word(
      `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${run('T')}</w:p>${p('he quay sank by a foot.')}${p('Nobody saw it.')}`,
    )
    expect(shapes(article)).toEqual([
      ['paragraph', 'The quay sank by a foot.'],
      ['paragraph', 'Nobody saw it.'],
    ])
  })

  test('has the text of files that it takes in, and names those that it cannot read', async () => {
    const taken = [
      'one.html',
      'two.txt',
      'three.rtf',
      'four.docx',
      'five.mht',
      'six.xls',
      'seven.docx',
    ]
    const article = await word(
      `${p('Before.')}${taken.map((name) => `<w:altChunk r:id="${name}"/>`).join('')}${p('After.')}`,
      {
        'word/_rels/document.xml.rels': `<Relationships>${taken.map((name) => `<Relationship Id="${name}" Type="http://x/aFChunk" Target="${name}"/>`).join('')}</Relationships>`,
        'word/one.html':
          '<html><body><h2>Piles</h2><p>A third of them had <b>rotted</b>.</p></body></html>',
        'word/two.txt': 'The tide was low.\r\nThe piles were counted.',
        'word/three.rtf': '{\\rtf1\\ansi Lost \\b and\\b0  found.\\par Twice.\\par}',
        'word/four.docx': zipOf(
          wordParts(
            `${p('Of another document.', 'Heading2')}${p(story(1))}<w:altChunk r:id="deep"/>`,
            {
              'word/_rels/document.xml.rels':
                '<Relationships><Relationship Id="deep" Type="http://x/aFChunk" Target="deep.txt"/></Relationships>',
            },
          ),
        ),
        'word/five.mht':
          'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>A page that was saved=2E</p></body></html>\r\n--x--\r\n',
        'word/six.xls': 'cells',
        'word/seven.docx': 'PK\u0003\u0004 and no more',
      },
    )
    expect(shapes(article).map(([kind, text]) => [kind, text.slice(0, 30)])).toEqual([
      ['paragraph', 'Before.'],
      ['heading', 'Piles'],
      ['paragraph', 'A third of them had rotted.'],
      ['paragraph', 'The tide was low.'],
      ['paragraph', 'The piles were counted.'],
      ['paragraph', 'Lost and found.'],
      ['paragraph', 'Twice.'],
      ['heading', 'Of another document.'],
      ['paragraph', story(1).slice(0, 30)],
      ['paragraph', 'A page that was saved.'],
      ['paragraph', 'After.'],
    ])
    expect(
      article.warnings.map(({ code, message }) => [code, /“(?:word\/)?(.*)”/.exec(message)?.[1]]),
    ).toEqual([
      ['part-unread', 'deep.txt'],
      ['part-unread', 'six.xls'],
      ['part-unread', 'seven.docx'],
    ])
  })

  test('tells its notes at the end, where the text points at them', async () => {
    const article = await word(
      `<w:p>${run('The quay sank')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' by a foot.')}</w:p>${p('Nobody saw it.')}`,
    )
    expect(article.text).toContain('The quay sank[1] by a foot.')
    const note = article.blocks.at(-1)
    expect(note).toMatchObject({ kind: 'footnote', marker: '[1]' })
    expect(note && contentOf(article, note)).toBe('Told to this paper by the harbour master.')
    expect(article.text).not.toContain('line')
  })

  test('numbers its lists as Word does', async () => {
    const item = (text: string, level: number): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr>${run(text)}</w:p>`
    const article = await word(
      item('one', 0) + item('one a', 1) + item('one b', 1) + item('two', 0) + item('two a', 1),
    )
    expect(article.blocks.map(({ kind, level, marker }) => [kind, level, marker])).toEqual([
      ['list-item', 1, '1)'],
      ['list-item', 2, '1a.'],
      ['list-item', 2, '1b.'],
      ['list-item', 1, '2)'],
      ['list-item', 2, '2a.'],
    ])
  })

  test('writes a row of a table as one block with its cells', async () => {
    const article = await word(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Ward')}${cell('Votes')}</w:tr><w:tr>${cell('North')}<w:sdt><w:sdtContent>${cell('')}</w:sdtContent></w:sdt></w:tr></w:tbl>`,
    )
    expect(article.text).toBe('Ward | Votes\n\nNorth')
    expect(article.blocks[0]).toMatchObject({ kind: 'table-row', table: 0, header: true })
    expect(article.blocks.map(({ cells }) => cells?.length)).toEqual([2, 2])
  })

  test('shows insertions, and neither deletions, comments nor what Word hides', async () => {
    const article = await word(
      `<w:p>${run('It ')}<w:ins>${run('rose')}</w:ins><w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:moveFrom>${run('gone')}</w:moveFrom>${run(' unseen', '<w:vanish/>')}<w:commentReference w:id="1"/>${run('.')}</w:p>`,
    )
    expect(article.text).toBe('It rose.')
  })

  test('reads a text box once, after the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${p('In the box.')}</w:txbxContent>`
    const article = await word(
      `<w:p>${run('Before ')}<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('and after.')}</w:p>`,
    )
    expect(article.text).toBe('Before and after.\n\nIn the box.')
  })

  test('reads content controls, breaks, symbols and phonetic guides', async () => {
    const article = await word(
      `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${p('Controlled.')}</w:sdtContent></w:sdt><w:p>${run('a')}<w:r><w:br/></w:r>${run('b')}<w:r><w:tab/><w:sym w:font="Symbol" w:char="F061"/></w:r><w:r><w:ruby><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r></w:p>`,
    )
    expect(article.text).toBe('Controlled.\n\na\nb α東京(とうきょう)')
  })

  test('shows its pictures with what is said of them', async () => {
    const article = await word(
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:wp" xmlns:a="urn:a"><wp:docPr id="1" descr="The bridge at dusk"/><a:graphic><a:blip r:embed="r2"/></a:graphic></wp:inline></w:drawing></w:r></w:p>${p('The bridge.')}`,
    )
    expect(article.pictures).toMatchObject([
      { offset: 0, alt: 'The bridge at dusk', mime: 'image/png', width: 40 },
    ])
  })

  test('is read with other prefixes, another main part and without styles', async () => {
    const article = await word('', {
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/text.xml"/></Relationships>',
      'word/text.xml':
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:pStyle x:val="Heading2"/></x:pPr><x:r><x:t>Strict</x:t></x:r></x:p></x:body></x:document>',
      'word/styles.xml': 'not markup',
    })
    expect(shapes(article)).toEqual([['heading', 'Strict']])
    expect(article.warnings.map(({ code }) => code)).toEqual(['broken-markup'])
  })

  test('that nests ten thousand levels deep is read', async () => {
    const article = await word(
      `${'<w:sdt><w:sdtContent>'.repeat(5000)}${p('Deep.')}${'</w:sdtContent></w:sdt>'.repeat(5000)}`,
    )
    expect(article.text).toBe('Deep.')
  })

  test('whose field never ends still shows what follows', async () => {
    const article = await word(`<w:p>${field('begin')}${run('lost')}</w:p>${p('Found.')}`)
    expect(article.text).toBe('Found.')
  })
})

// Small documents of invented places and people, built from their parts, so that tests can break
// each part on its own.
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

export type Parts = Readonly<Record<string, string | Uint8Array>>

/** A zip archive of these parts, in their order. */
export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        // What names the format is not compressed.
        [typeof part === 'string' ? strToU8(part) : part, name === 'mimetype' ? { level: 0 } : {}],
      ]),
    ),
    { mtime: new Date(2026, 2, 4) },
  )

/** A grey PNG of that many pixels a side. */
export function png(side = 40): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 8
  const rows = Buffer.alloc((side + 1) * side, 0x80)
  for (let y = 0; y < side; y++) rows[y * (side + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a Word file with this body; more parts may be given or replaced. */
export const wordParts = (body: string, more: Parts = {}): Parts => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${types}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${types}/hyperlink" Target="https://council.example/minutes" TargetMode="External"/><Relationship Id="r2" Type="${types}/image" Target="media/bridge.png"/></Relationships>`,
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
  'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our crosshead"/><w:basedOn w:val="berschrift2"/></w:style><w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>`,
  'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
  'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> Told to this paper by the harbour master.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="urn:t"><dc:title>Microsoft Word - Document1</dc:title><dc:creator>Ilse Tamm</dc:creator><t:created>2019-01-01T00:00:00Z</t:created></cp:coreProperties>',
  'word/media/bridge.png': png(),
  ...more,
})

/** A paragraph of Word's with a style, if one is given. */
export const wordParagraph = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const odfNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'

const odtStyles =
  '<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles>'
const odtMeta =
  '<office:meta><dc:title>Untitled 1</dc:title><meta:initial-creator>Jonas Rehn</meta:initial-creator><dc:language>en-GB</dc:language></office:meta>'

export const odtParts = (body: string, more: Parts = {}): Parts => ({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odfNames}>${odtStyles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  'styles.xml': `<office:document-styles ${odfNames}><office:styles><style:style style:name="Quotations" style:family="paragraph"/></office:styles></office:document-styles>`,
  'meta.xml': `<office:document-meta ${odfNames}>${odtMeta}</office:document-meta>`,
  'Pictures/bridge.png': png(),
  ...more,
})

/** The same as one XML file. */
export const flatOdt = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${odfNames} office:mimetype="application/vnd.oasis.opendocument.text">${odtMeta}${odtStyles}<office:body><office:text>${body}</office:text></office:body></office:document>`

export const xhtml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>${body}</body></html>`

const packageOf = (metadata: string, manifest: string, spine: string): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${manifest}</manifest>${spine}</package>`

/** The parts of a book of two chapters, with a table of contents of either kind. */
export const bookParts = (more: Parts = {}): Parts => ({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'OPS/book.opf': packageOf(
    '<dc:title id="t2">Second Title</dc:title><dc:title id="t1">The River Wards</dc:title><meta refines="#t1" property="title-type">main</meta><dc:creator id="c1">Pell Okafor</dc:creator><meta refines="#c1" property="role">ill</meta><dc:creator id="c2">Mara Lindqvist</dc:creator><meta refines="#c2" property="role">aut</meta><dc:publisher>Weir Press</dc:publisher><dc:language>en</dc:language><dc:date>2021-05</dc:date>',
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="i" href="art/weir%20map.png" media-type="image/png"/>',
    '<spine toc="x"><itemref idref="n"/><itemref idref="b" linear="no"/><itemref idref="a"/></spine>',
  ),
  'OPS/nav.xhtml': xhtml(
    '<nav epub:type="toc"><ol><li><a href="text/one.xhtml">High Water</a></li><li><a href="text/two%20b.xhtml#top">Afterwards</a></li></ol></nav>',
  ),
  'OPS/toc.ncx':
    '<ncx><navMap><navPoint><navLabel><text>Of the older kind</text></navLabel><content src="text/one.xhtml"/></navPoint></navMap></ncx>',
  'OPS/text/one.xhtml': xhtml(
    '<h1>One</h1><p><a id="p1"/>The water came up at&nbsp;night.<a epub:type="noteref" href="#f1">1</a></p><img src="../art/weir%20map.png" alt="Map of the weir"/><p>By morning the lanes were gone.</p><aside epub:type="footnote" id="f1"><p>It had last done so in 1911.</p></aside>',
  ),
  'OPS/text/two b.xhtml': xhtml('<h1 id="top">Two</h1><p>Nobody was asked.</p>'),
  'OPS/art/weir map.png': png(),
  ...more,
})

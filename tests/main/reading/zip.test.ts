// Archives that are broken or made to hurt.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { detect } from '../../../src/main/reading/detect.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { parseXml, textIn } from '../../../src/main/reading/xml/tree.ts'
import { openArchive } from '../../../src/main/reading/zip/archive.ts'
import { sampleFiles } from '../../fixtures/formats.ts'
import { odtParts, wordParagraph, wordParts, zipOf } from './samples/archives.ts'
import { parsed } from './support.ts'

const plain = (): Uint8Array => zipOf({ 'a.txt': 'The ferry is late.', 'b.txt': 'So is the tide.' })
const read = (archive: Awaited<ReturnType<typeof openArchive>>, name: string): string | null => {
  const bytes = archive.read(name)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

/** Where a name first stands in an archive's own list of its parts. */
function listedAt(bytes: Uint8Array, name: string): number {
  const buffer = Buffer.from(bytes)
  return buffer.lastIndexOf(name) - 46
}

async function refusal(bytes: Uint8Array, name = 'a.docx'): Promise<string> {
  const result = await parseArticle(bytes, name)
  return result.ok ? 'read' : result.error.code
}

describe('an archive', () => {
  test('gives its parts by name', async () => {
    const archive = await openArchive(plain())
    expect(archive.names).toEqual(['a.txt', 'b.txt'])
    expect(read(archive, 'a.txt')).toBe('The ferry is late.')
    expect(archive.read('c.txt')).toBeNull()
  })

  test('is read in spite of stray bytes after its end', async () => {
    const bytes = Buffer.concat([plain(), Buffer.from('\r\n-- sent by the town’s mailer\r\n')])
    expect(read(await openArchive(bytes), 'b.txt')).toBe('So is the tide.')
  })

  test.each([10, 60, 140])('cut off after %i bytes is refused as damaged', async (length) => {
    await expect(openArchive(plain().subarray(0, length))).rejects.toMatchObject({
      code: 'damaged',
    })
  })

  test('with a damaged part gives the others, and warns', async () => {
    const bytes = plain()
    const at = Buffer.from(bytes).indexOf('a.txt')
    bytes.fill(0xff, at + 5, at + 12)
    const archive = await openArchive(bytes)
    expect(() => archive.read('a.txt')).toThrow(/a\.txt/)
    expect(archive.readOptional('a.txt')).toBeNull()
    expect(read(archive, 'b.txt')).toBe('So is the tide.')
  })

  test('under a password is refused as encrypted', async () => {
    const bytes = plain()
    const at = listedAt(bytes, 'a.txt')
    bytes[at + 8] = 1
    const archive = await openArchive(bytes)
    expect(() => archive.read('a.txt')).toThrowError(expect.objectContaining({ code: 'encrypted' }))
  })

  test('that unpacks to more than its share is refused, whatever size it claims', async () => {
    const bytes = zipSync({ 'a.txt': new Uint8Array(80 * 1024 * 1024) })
    const at = listedAt(bytes, 'a.txt')
    new DataView(bytes.buffer).setUint32(at + 24, 10, true)
    const archive = await openArchive(bytes)
    expect(() => archive.read('a.txt')).toThrowError(expect.objectContaining({ code: 'too-large' }))
  })

  test('whose parts together unpack to too much is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}`, 'x'.repeat(400)]))
    const archive = await openArchive(zipOf(parts), { all: 2500, part: 1000 })
    for (let i = 0; i < 6; i++) expect(archive.read(`${i}`)?.length).toBe(400)
    expect(() => archive.read('6')).toThrowError(expect.objectContaining({ code: 'too-large' }))
    expect(archive.read('0')?.length).toBe(400)
  })

  test('with parts that lie on each other unpacks no more than allowed', async () => {
    const bytes = zipSync({ aa: new Uint8Array(60 * 1024 * 1024), bb: strToU8('x') })
    const view = new DataView(bytes.buffer)
    const [first, second] = [listedAt(bytes, 'aa'), listedAt(bytes, 'bb')]
    view.setUint32(second + 42, view.getUint32(first + 42, true), true)
    view.setUint32(second + 20, view.getUint32(first + 20, true), true)
    view.setUint16(second + 10, 8, true)
    const archive = await openArchive(bytes)
    for (const name of ['aa', 'bb'])
      expect(() => archive.read(name)).toThrowError(expect.objectContaining({ code: 'too-large' }))
  })

  test('of too many parts is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()]),
    )
    await expect(openArchive(zipSync(parts))).rejects.toMatchObject({ code: 'too-large' })
  })

  test('with names that lead out of it only has them looked up', async () => {
    const archive = await openArchive(zipOf({ '../../up.txt': 'up', '/top.txt': 'top' }))
    expect(read(archive, '../../up.txt')).toBe('up')
    expect(read(archive, '/top.txt')).toBe('top')
  })

  test('that holds a name twice gives the last, and says so', async () => {
    const bytes = zipOf({ 'a.txt': 'first', 'b.txt': 'second' })
    for (const at of [Buffer.from(bytes).indexOf('b.txt'), Buffer.from(bytes).lastIndexOf('b.txt')])
      bytes[at] = 'a'.charCodeAt(0)
    const archive = await openArchive(bytes)
    expect(read(archive, 'a.txt')).toBe('second')
    expect(archive.warnings.map(({ code }) => code)).toEqual(['part-twice'])
  })

  test('with names in an old character set is found by their letters', async () => {
    const bytes = Buffer.from(zipOf({ 'caf?.txt': 'open' }))
    for (const at of [bytes.indexOf('caf?'), bytes.lastIndexOf('caf?')]) bytes[at + 3] = 0x82
    expect(read(await openArchive(bytes), 'café.txt')).toBe('open')
  })
})

describe('what an archive is', () => {
  test.each([
    ['a spreadsheet', zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' })],
    ['a presentation', zipOf({ '[Content_Types].xml': '<a/>', 'ppt/presentation.xml': '<a/>' })],
    ['a ZIP archive', zipOf({ 'photo.png': 'x' })],
    ['an empty ZIP archive', zipOf({})],
  ])('is said: %s', (what, bytes) => {
    expect(() => detect(bytes, 'a.docx')).toThrow(what)
  })

  test('is told by what it says first, though its next part follows at once', () => {
    const { bytes } = sampleFiles().odt
    expect(detect(bytes, 'a.docx')).toBe('odt')
  })

  test('counts more than its name', () => {
    expect(detect(zipOf(wordParts('')), 'a.epub')).toBe('docx')
    expect(detect(zipOf(odtParts('')), 'a.docx')).toBe('odt')
  })

  test.each([
    ['text', 'odt'],
    ['text-template', 'odt'],
  ])('is said by an unpacked first part, the next one right behind it: %s', (kind, format) => {
    const parts = { mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<a/>' }
    const entries = Object.entries(parts).map(([name, part]) => [name, strToU8(part)] as const)
    expect(detect(zipSync(Object.fromEntries(entries), { level: 0 }), 'a')).toBe(format)
  })

  test('under Office’s own password is refused as encrypted', async () => {
    const bytes = Buffer.alloc(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.write('EncryptedPackage', 1024, 'utf16le')
    expect(await refusal(bytes)).toBe('encrypted')
  })
})

describe('XML', () => {
  const xml = (text: string): string => textIn(parseXml(strToU8(text)).root)

  test('expands no entities but the five and character references', () => {
    const laughs = Array.from(
      { length: 10 },
      (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};&l${i};&l${i};&l${i};&l${i};&l${i};">`,
    )
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&l10; &x; &amp;&#x41;</a>`
    expect(xml(bomb)).toBe('&l10; &x; &A')
  })

  test('may nest ten thousand levels deep', () => {
    expect(xml(`${'<a>'.repeat(10_000)}deep${'</a>'.repeat(10_000)}`)).toBe('deep')
  })

  test('that is cut off gives what there is, and says so', () => {
    const { root, isSound } = parseXml(strToU8('<a><b>one</b><b>tw'))
    expect(isSound).toBe(false)
    expect(textIn(root)).toBe('onetw')
  })

  test('is decoded by its byte order mark before what it declares', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>Ærø</a>'
    expect(xml(text)).toBe('Ærø')
    expect(xml(`\ufeff${text}`)).toBe('Ærø')
    expect(textIn(parseXml(Buffer.from(`\ufeff${text}`, 'utf16le')).root)).toBe('Ærø')
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Ærø</a>', 'latin1')
    expect(textIn(parseXml(latin).root)).toBe('Ærø')
  })

  test('without any element is refused', () => {
    expect(() => parseXml(strToU8('no markup'))).toThrow('damaged')
  })
})

describe('a document in an archive', () => {
  test('whose picture is damaged is read without it, with a warning', async () => {
    const body = `${wordParagraph('The bridge is shut.')}<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:wp" xmlns:a="urn:a"><wp:docPr descr="The bridge"/><a:blip r:embed="r2"/></wp:inline></w:drawing></w:r></w:p>`
    const bytes = zipOf(wordParts(body))
    const at = Buffer.from(bytes).indexOf('word/media/bridge.png')
    bytes.fill(0xff, at + 25, at + 60)
    const article = parsed(await parseArticle(bytes, 'a.docx'))
    expect(article.text).toBe('The bridge is shut.')
    expect(article.pictures).toEqual([])
    expect(article.warnings.map(({ code }) => code)).toEqual(['part-left-out'])
  })

  test('that is a bomb is refused', async () => {
    const bomb = `<w:document><w:body>${' '.repeat(70 * 1024 * 1024)}</w:body></w:document>`
    expect(await refusal(zipOf(wordParts('', { 'word/document.xml': bomb })))).toBe('too-large')
  })

  test('without its text is refused as damaged', async () => {
    const { 'word/document.xml': _, ...rest } = wordParts('')
    expect(await refusal(zipOf(rest))).toBe('damaged')
  })
})

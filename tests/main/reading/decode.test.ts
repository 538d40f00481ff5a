// Encodings as they are found in scraped news.
import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/main/reading/decode.ts'
import { binaryKind } from '../../../src/main/reading/detect.ts'
import { encodingCases } from './cases/encoding-cases.ts'
import { encodeAs, utf16, utf32 } from './encode.ts'

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value)] : [value])),
  )

describe('decoding', () => {
  test('drops a byte order mark', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 'Café'))).toMatchObject({
      text: 'Café',
      encoding: 'utf-8',
    })
    expect(decode(utf16('\ufeffCafé', false))).toMatchObject({ text: 'Café', encoding: 'utf-16le' })
    expect(decode(utf16('\ufeffCafé', true))).toMatchObject({ text: 'Café', encoding: 'utf-16be' })
  })

  test('knows UTF-16 without a mark by its NUL bytes', () => {
    expect(decode(utf16('A plain story', false)).encoding).toBe('utf-16le')
    expect(decode(utf16('A plain story', true))).toMatchObject({
      text: 'A plain story',
      encoding: 'utf-16be',
    })
  })

  test('reads curly quotes and dashes of windows-1252', () => {
    const source = bytes(
      'The owner said ',
      0x93,
      'it',
      0x92,
      's nine',
      0x94,
      ' ',
      0x97,
      ' and for nine ',
      0x80,
      ' more.',
    )
    expect(decode(source)).toEqual({
      text: 'The owner said “it’s nine” — and for nine € more.',
      encoding: 'windows-1252',
      warnings: [],
    })
  })

  test('believes what an HTML page says of itself', () => {
    const source = bytes('<meta charset="windows-1251"><p>', 0xcc, 0xee, 0xf1, 0xf2, '</p>')
    expect(decode(source)).toMatchObject({
      encoding: 'windows-1251',
      text: expect.stringContaining('Мост'),
    })
  })

  test('does not believe a page that is UTF-8 and says otherwise', () => {
    expect(decode(bytes('<meta charset="iso-8859-1"><p>Café'))).toMatchObject({ encoding: 'utf-8' })
  })

  test('keeps UTF-8 with a damaged byte, and says where it is', () => {
    const { text, encoding, warnings } = decode(bytes('“Café”\nand ', 0xff, ' more'))
    expect(encoding).toBe('utf-8')
    expect(text).toBe('“Café”\nand \ufffd more')
    expect(warnings).toEqual([{ code: 'bad-bytes', message: expect.stringContaining('line 2') }])
  })

  test.each(encodingCases)('reads unnamed %s', (encoding, text) => {
    expect(decode(encodeAs(text, encoding)).text).toBe(text)
  })

  test.each(encodingCases)('reads UTF-16 and UTF-32 without a mark (as in %s)', (_, text) => {
    for (const big of [false, true]) {
      expect(decode(utf16(text, big)).text).toBe(text)
      expect(decode(utf32(text, big)).text).toBe(text)
      expect(decode(utf32(`\ufeff${text}`, big)).text).toBe(text)
    }
  })

  test('of one bad byte beside a single letter of UTF-8 is UTF-8, too', () => {
    const { text, encoding } = decode(Buffer.from([...Buffer.from('One café '), 0xff, 0x2e]))
    expect([text, encoding]).toEqual(['One café \ufffd.', 'utf-8'])
  })

  test('believes the encoding that a message names, if the bytes are of it', () => {
    const cyrillic = encodeAs('Мост', 'windows-1251')
    expect(decode(cyrillic, 'windows-1251')).toMatchObject({ text: 'Мост' })
    expect(decode(bytes('Café'), 'ISO-8859-1')).toMatchObject({ text: 'CafÃ©' })
    expect(decode(bytes('Café'), 'us-ascii')).toMatchObject({ text: 'Café' })
    expect(decode(bytes('Café'), 'no-such-name')).toMatchObject({ text: 'Café' })
    expect(decode(bytes('Caf', 0xe9, ' au lait'), 'utf-8')).toMatchObject({ text: 'Café au lait' })
    expect(decode(bytes(0xef, 0xbb, 0xbf, 'Café'), 'windows-1252')).toMatchObject({ text: 'Café' })
  })

  test('believes the declaration of XML', () => {
    const source = bytes('<?xml version="1.0" encoding="koi8-r"?><p>', 0xed, 0xcf, 0xd3, 0xd4)
    expect(decode(source)).toMatchObject({ text: expect.stringContaining('Мост') })
  })

  test('leaves NUL characters out, and says where the first was', () => {
    expect(decode(bytes('The council\nmet', 0, ' on', 0, ' Monday'))).toEqual({
      text: 'The council\nmet on Monday',
      encoding: 'utf-8',
      warnings: [{ code: 'nul-characters', message: expect.stringContaining('line 2') }],
    })
  })

  test.each([
    [
      'French',
      'Le conseil a fermé la jetée à l’été : « Nous n’avions pas le choix », a déclaré Zoë, gênée.',
    ],
    [
      'German',
      'Der Rat hat die Brücke für drei Jahre geschlossen; große Lastwagen dürfen nicht über die Straße.',
    ],
    ['English', '“We had no choice,” said the harbour master. “It’s the piles — a third of them.”'],
    [
      'Spanish',
      'El año pasado la señora Ibáñez pidió una inspección: «¿Quién pagará?», preguntó el capitán.',
    ],
    ['Danish', 'Rådet har lukket broen, og færgen sejler ikke før søndag på grund af strømmen.'],
  ])('reads %s of an old Macintosh', (_, text) => {
    expect(decode(encodeAs(text, 'macintosh'))).toMatchObject({ text, encoding: 'macintosh' })
    // The encoder of these tests knows no curly quotes in it.
    const plain = text.replace(/[“”’—]/g, '')
    expect(decode(encodeAs(plain, 'windows-1252')).text).toBe(plain)
  })

  test('reads a text that NUL bytes pad, fill or part', () => {
    const story = 'The council of Northport voted on Tuesday to close the old bridge. '
    expect(binaryKind(bytes(story, ...Array<number>(4096).fill(0)))).toBeNull()
    expect(binaryKind(bytes(story, ...Array<number>(40).fill(0), story))).toBeNull()
    expect(decode(bytes(story, ...Array<number>(4096).fill(0))).text).toBe(story)
    expect(decode(bytes(story, 0, 0, 0, 0, 0, 0, 'More.')).text).toBe(`${story}More.`)
    expect(binaryKind(bytes('id', ...Array<number>(60).fill(0), 'n', 0, 0, 0, 0))).not.toBeNull()
    expect(binaryKind(new Uint8Array(200))).not.toBeNull()
  })

  test('tells a text with a stray NUL from data', () => {
    expect(binaryKind(bytes('The council met', 0, ' on Monday'))).toBeNull()
    expect(binaryKind(bytes(0, 1, 2, 3, 4, 'abc'))).not.toBeNull()
    const data = Uint8Array.from({ length: 4096 }, (_, i) => (i * 2_654_435_761) >>> 13)
    expect(binaryKind(data)).not.toBeNull()
  })
})

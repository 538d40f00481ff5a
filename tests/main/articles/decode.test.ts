// Encodings as they are found in scraped news.
import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/main/articles/decode.ts'

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value)] : [value])),
  )

const utf16 = (text: string, big: boolean): Uint8Array => {
  const buffer = Buffer.from(text, 'utf16le')
  return big ? buffer.swap16() : buffer
}

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
})

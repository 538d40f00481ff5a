// Every encoding that can be chosen can be read, and the right one is among the first that are offered.
import { describe, expect, it } from 'vitest'
import { encodingPreviews } from '../../../src/main/reading/encoding-previews.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { encodedFormats, encodingInWords, encodingNames } from '../../../src/shared/encodings.ts'
import { encodeAs } from './encode.ts'

it.each(encodingNames)('%s is an encoding of the Encoding Standard by that very name', (name) => {
  expect(new TextDecoder(name).encoding).toBe(name)
  expect(encodingInWords(name)).not.toBe(name)
})

it('names an encoding that cannot be chosen by its name', () => {
  expect(encodingInWords('utf-32le')).toBe('UTF-32LE')
  expect(encodedFormats).toContain('html')
})

describe('encodingPreviews', () => {
  it.each([
    ['iso-8859-2', 'Starosta řekl, že oprava potrvá do léta.'],
    ['windows-1250', 'Wójt mówił, że źródła wyschły, a łąki są żółte.'],
    ['windows-1251', 'Мэр сказал, что мост закроют до осени.'],
    ['koi8-r', 'Мэр сказал, что мост закроют до осени.'],
    ['ibm866', 'Мэр сказал, что мост закроют до осени.'],
    ['iso-8859-5', 'Мэр сказал, что мост закроют до осени.'],
    ['macintosh', '„Niemand hat uns gefragt“, sagte die Bürgermeisterin über die Brücke.'],
    ['windows-1253', 'Η γέφυρα θα μείνει κλειστή ως το φθινόπωρο.'],
    ['windows-1254', 'Köprünün kapalı kalacağı söylendi, işçiler şaşırdı.'],
    ['windows-1257', 'Tilts būs slēgts līdz rudenim, teica mērs.'],
    ['shift_jis', '橋は秋まで閉鎖されると市長は述べた。'],
    ['big5', '市長表示橋樑將關閉至秋天。'],
  ])('offers %s among the first, with its words', (encoding, words) => {
    const { found, previews } = encodingPreviews(encodeAs(words, encoding))
    const at = previews.findIndex((each) => each.encoding === encoding)
    expect(previews[at]).toMatchObject({ words, bad: 0 })
    // What looks as it is found already comes last.
    const isFound = previews[0]?.encoding === found && previews[0].words === words
    if (!isFound) expect(at).toBeLessThan(12)
  })

  it('shows the lines that differ alone, without markup, cut around what differs', () => {
    const page = `<html><head><style>p { content: "é" }</style></head><body><p>plain words</p>\n<p>${'x'.repeat(60)} caf\u00e9 ${'y'.repeat(90)}</p></body></html>`
    const { found, previews } = encodingPreviews(encodeAs(page, 'windows-1252'))
    expect(found).toBe('windows-1252')
    expect(previews[0]?.words).toMatch(/^…x{25,30} café y+…$/)
  })

  it('shows nothing of a text in which nothing differs', () => {
    const { previews } = encodingPreviews(new TextEncoder().encode('plain words'))
    expect(previews.find(({ encoding }) => encoding === 'windows-1252')?.words).toBe('')
  })
})

it('reads a page in the encoding that was chosen, whatever it declares', async () => {
  const bytes = encodeAs('<meta charset="windows-1251"><p>zavřený most</p>', 'iso-8859-2')
  const read = await parseArticle(bytes, 'a.html', null, false, 'iso-8859-2')
  expect(read).toMatchObject({ ok: true, value: { encoding: 'iso-8859-2', text: 'zavřený most' } })
})

it('leaves a format alone that says itself how it is written', async () => {
  const rtf = new TextEncoder().encode("{\\rtf1\\ansi\\ansicpg1252 caf\\'e9}")
  const read = await parseArticle(rtf, 'a.rtf', null, false, 'koi8-r')
  expect(read).toMatchObject({ ok: true, value: { text: 'café' } })
})

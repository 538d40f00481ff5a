// Lines that are read from right to left, from pieces as a PDF has them: at places from left to right.
import { describe, expect, test } from 'vitest'
import { linesOfPage } from '../../../src/main/reading/pdf/compose.ts'
import type { Fragment } from '../../../src/main/reading/pdf/fragments.ts'

const isTheirs = (text: string): boolean => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)

/** A row of pieces beside each other, a space before each that begins with one. */
function row(pieces: readonly string[], y = 100, left = 60): Fragment[] {
  let at = left
  return pieces.map((piece) => {
    const text = piece.trim()
    if (piece.startsWith(' ')) at += 4
    const fragment = {
      text,
      left: at,
      right: at + 5 * text.length,
      y,
      size: 10,
      font: 'F1',
      spaced: piece.startsWith(' '),
      rtl: isTheirs(text),
    }
    at = fragment.right
    return fragment
  })
}

const read = (...rows: readonly Fragment[][]): string[] =>
  linesOfPage({ width: 600, height: 800, fragments: rows.flat(), apart: [] }).lines.map(
    ({ text }) => text,
  )

describe('A line of a PDF that is read from right to left', () => {
  test.each<[name: string, drawn: string[], typed: string]>([
    [
      'keeps the words of a name in their order',
      ['דיווח', ' New', ' York', ' Times', ' העיתון'],
      'העיתון New York Times דיווח',
    ],
    ['keeps a name with its number', ['חדש', ' iPhone', ' 15', ' הטלפון'], 'הטלפון iPhone 15 חדש'],
    [
      'keeps a bracket that belongs to a name',
      ['אמר', ' World', ' Health', ' (WHO', ')', ' ארגון'],
      'ארגון World Health (WHO) אמר',
    ],
    [
      'leaves the full stop after a name to the line',
      ['.', 'CNN', ' לפי', ' הדיווח'],
      'הדיווח לפי CNN.',
    ],
    [
      'reads two numbers one after the other',
      ['אנשים', ' 2024', ' 25', ' במרץ'],
      'במרץ 25 2024 אנשים',
    ],
    ['reads the pieces of one number as one', ['אחוז', ' 3', '.', '5', ' עלה'], 'עלה 3.5 אחוז'],
    [
      'turns brackets that say how they are drawn',
      ['המשך', ' (', 'שני', ')', ' ביום'],
      'ביום (שני) המשך',
    ],
    ['turns brackets within a piece', ['המשך', ' (שני)', ' ביום'], 'ביום (שני) המשך'],
    [
      'leaves brackets that say how they are typed',
      ['המשך', ' )', 'שני', '(', ' ביום'],
      'ביום (שני) המשך',
    ],
    ['turns marks of quotation that point', ['قال', ' »', 'نعم', '«', ' ثم'], 'ثم «نعم» قال'],
    ['turns brackets about a number', ['קבוצה', ' (25)', ' של', ' נבחרת'], 'נבחרת של (25) קבוצה'],
    ['keeps the sign of a percentage in Hebrew', ['של', ' 12%', ' עלייה'], 'עלייה 12% של'],
    [
      'keeps the sign of a percentage in Arabic',
      ['كبيرة', ' .', '%12', ' بنسبة'],
      'بنسبة 12%. كبيرة',
    ],
    ['reads a range of years in Arabic', ['الحرب', ' 2020-2019', ' في'], 'في 2019-2020 الحرب'],
    [
      'reads a range of years in Hebrew',
      ['המלחמה', ' 2019-2020', ' בשנים'],
      'בשנים 2019-2020 המלחמה',
    ],
    [
      'reads several signs in their order',
      ['اليوم', ' .)', 'لاهاي', '(', ' في'],
      'في (لاهاي). اليوم',
    ],
  ])('%s', (_, drawn, typed) => {
    // Its last words stand on the left.
    const above = row(['הארץ', ' בצפון', ' המצב', ' על', ' רבים', ' דברים'], 60)
    expect(read(above, row(drawn))[1]).toEqual(typed)
  })

  test('tells by the whole page how a bracket is meant whose partner is on another line', () => {
    const pair = row(['המשך', ' (', 'שני', ')', ' ביום'], 80)
    const opening = row(['שנמסר', ' כפי', ')', ' העיתון'], 100)
    const closing = row(['אמר', ' כך', ' (', 'אתמול'], 112)
    expect(read(pair, opening, closing)).toEqual([
      'ביום (שני) המשך',
      'העיתון (כפי שנמסר',
      'אתמול) כך אמר',
    ])
  })

  test('changes no line of another script', () => {
    expect(read(row(['The', ' harbour', ' (', 'old', ')', ' closed', '.']))).toEqual([
      'The harbour (old) closed.',
    ])
    expect(read(row(['CNN', ' says', ' שלום', ' (', 'hello', ')']))).toEqual([
      'CNN says שלום (hello)',
    ])
  })

  test('is read by columns from the right, too', () => {
    const words = ['דברים', ' רבים', ' על', ' המצב', ' בצפון', ' הארץ']
    const lines = [100, 112, 124, 136].flatMap((y, n) => [
      row([`שמאל${'אבגד'[n]}`, ...words.map((word) => ` ${word.trim()}`)], y, 60),
      row([`ימין${'אבגד'[n]}`, ...words.map((word) => ` ${word.trim()}`)], y, 330),
    ])
    const order = read(...lines).map((line) => (line.includes('ימין') ? 'right' : 'left'))
    expect(order).toEqual([...Array(4).fill('right'), ...Array(4).fill('left')])
  })
})

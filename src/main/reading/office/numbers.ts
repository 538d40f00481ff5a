// Numbers of list items, as word processors write them.

/** Named by how each writes one. */
export type NumberStyle = '1' | 'a' | 'A' | 'i' | 'I'

/** A number in a style; in digits where the style has none for it. */
export function formatNumber(number: number, style: NumberStyle): string {
  if (style === '1' || number < 1 || number > 3000) return String(number)
  const lower = style === 'a' || style === 'A' ? letters(number) : roman(number)
  return style === 'A' || style === 'I' ? lower.toUpperCase() : lower
}

/** a … z, aa, bb …: as Word and LibreOffice count. */
const letters = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(8, Math.ceil(number / 26)))

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let left = number
  let text = ''
  for (const [value, letters] of romans)
    while (left >= value) {
      text += letters
      left -= value
    }
  return text
}

// What a token counts: "1,200", "20th", "three".

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
    ' ',
  )
const words = new Map<string, number>([
  ...small.map((word, value) => [word, value] as const).filter(([, value]) => value > 1),
  ...ordinals.map((word, value) => [word, value] as const).filter(([, value]) => value > 0),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens) => [word, (tens + 2) * 10] as const),
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** Languages that put a comma before decimals and a full stop between thousands. */
const commaDecimals = new Set(
  'de fr es it pt nl sv da nb nn no fi pl cs ru tr ro hu ca sl'.split(' '),
)

/**
 * The number in digits that a token is, as a plain decimal; null for what is not just a number.
 * "1,200" is `1200` in English and `1.200` in German; letters that belong to it ("20th", "1990s",
 * "30m") are left out.
 * @param token in lower case (NFKC)
 * @param language primary subtag: `en`
 */
export function digitsIn(token: string, language: string): string | null {
  const digits = /^(\d[\d.,]*)(?:st|nd|rd|th|m|bn|k|s)?$/u.exec(token)?.[1]
  if (digits === undefined) return null
  const [group, point] = commaDecimals.has(language) ? ['.', ','] : [',', '.']
  const [whole = '', ...grouped] = digits.split(group)
  const isGrouped = grouped.length > 0 && grouped.every((each) => /^\d{3}(?!\d)/u.test(each))
  const plain = isGrouped ? whole + grouped.join('') : digits.replaceAll(group, '.')
  return plain.replaceAll(point, '.')
}

/** The value of a token; null if it is no number. Number words of English only. */
export function numberIn(token: string, language: string): number | null {
  const first = token.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) {
    const value = Number(digitsIn(token, language) ?? 'none')
    return Number.isFinite(value) ? value : null
  }
  return language === 'en' ? (words.get(token) ?? null) : null
}

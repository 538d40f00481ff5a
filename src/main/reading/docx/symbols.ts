// Characters of the old Symbol font, which stand in private codes (Adobe's Symbol encoding).

const upper = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const lower = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const others: Readonly<Record<number, string | undefined>> = {
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  182: '∂',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  197: '⊕',
  198: '∅',
  199: '∩',
  200: '∪',
  206: '∈',
  213: '∏',
  214: '√',
  217: '∧',
  218: '∨',
  229: '∑',
  242: '∫',
}

/** The character of a `w:sym`; '' for a picture of some other font. */
export function symbolOf(font: string | null, hex: string | null): string {
  const written = Number.parseInt(hex ?? '', 16)
  const isSymbol = font !== null && /^symbol$/i.test(font)
  const code = isSymbol && written <= 0xff ? written + 0xf000 : written
  if (!(code > 0x1f && code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) return ''
  if (code < 0xf000 || code > 0xf0ff) return code < 0xe000 ? String.fromCodePoint(code) : ''
  if (font !== null && !isSymbol) return ''
  const at = code - 0xf000
  if (at >= 0x41 && at <= 0x5a) return upper[at - 0x41] ?? ''
  if (at >= 0x61 && at <= 0x7a) return lower[at - 0x61] ?? ''
  return others[at] ?? (at >= 0x20 && at <= 0x3f ? String.fromCharCode(at) : '')
}

// Reads what is written in digits. Which mark groups and which divides comes from the runtime's own
// data of the language, and from the number itself where that leaves no doubt.

interface Marks {
  readonly decimal: string
  readonly group: string
}

const styles = new Map<string, Marks>()

function marksOf(language: string | null): Marks {
  const tag = language ?? 'en'
  let marks = styles.get(tag)
  if (marks === undefined) {
    marks = { decimal: '.', group: ',' }
    try {
      const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(123456.5)
      const mark = (kind: string, other: string): string =>
        parts.find(({ type }) => type === kind)?.value ?? other
      marks = { decimal: mark('decimal', '.'), group: mark('group', ',') }
    } catch {
      // Not a tag: read as English.
    }
    styles.set(tag, marks)
  }
  return marks
}

/** The decimal mark of a language; that of English where none is known. */
export const decimalMarkOf = (language: string | null): '.' | ',' =>
  marksOf(language).decimal === ',' ? ',' : '.'

export interface Digits {
  readonly amount: number
  /** What one of the last digit written is worth: 1 for "30", 0.1 for "1.2". */
  readonly step: number
  /** Thousands are set apart: no year. */
  readonly grouped: boolean
}

/**
 * Source of a pattern for a number in digits. A plain space groups only in languages that group by
 * a space. Bounded, so that a page of digits costs no more than its length.
 */
export function digitsPatternOf(language: string | null): string {
  const space = /\s/u.test(marksOf(language).group) ? ' ' : ''
  return `\\d{1,3}(?:[\\u00a0\\u202f\\u2009’'${space}]\\d{3}){1,6}(?:[.,]\\d{1,6})?(?!\\d)|\\d{1,3}(?:[.,]\\d{2,3}){1,7}(?:[.,]\\d{1,6})?(?!\\d)|\\d{1,18}(?:[.,]\\d{1,6})?(?!\\d)`
}

/** @returns null for digits that are no number, such as `1.2.3` */
export function readDigits(text: string, decimal: '.' | ','): Digits | null {
  const bare = text.replace(/[\s’']/g, '')
  const spaced = bare.length < text.length
  const marks = bare.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return { amount: Number(bare), step: 1, grouped: spaced }
  const at = bare.lastIndexOf(last)
  const tail = bare.length - at - 1
  const mixed = marks.some((mark) => mark !== last)
  const several = marks.length > 1 && !mixed
  const divides = mixed || (!several && (last === decimal || tail !== 3 || bare.startsWith('0')))
  const whole = divides ? bare.slice(0, at) : bare
  const groups = whole.split(/[.,]/)
  const rest = groups.slice(1)
  // 1,234,567 and the Indian 12,34,567: the last group has three digits.
  if (rest.length > 0 && (rest.at(-1)?.length !== 3 || !evenGroups(rest))) return null
  if (mixed && marks.slice(0, -1).some((mark) => mark === last)) return null
  const fraction = divides ? bare.slice(at + 1) : ''
  return {
    amount: Number(`${groups.join('')}${fraction && `.${fraction}`}`),
    step: divides ? 10 ** -fraction.length : 1,
    grouped: spaced || rest.length > 0,
  }
}

const evenGroups = (groups: readonly string[]): boolean =>
  groups.every(({ length }) => length === 3) ||
  groups.slice(0, -1).every(({ length }) => length === 2)

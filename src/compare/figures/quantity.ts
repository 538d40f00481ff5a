// What a number with its bound and its unit may mean, as a stretch of values, and how that is written.
import type { Bound, NumberSort } from './types.ts'

export interface Quantity {
  readonly sort: NumberSort
  readonly amount: number
  /** What one of the last digit written is worth. */
  readonly step: number
  /** The other end of a range, or the other side of a vote. */
  readonly upTo?: number | undefined
  readonly bound: Bound | null
  readonly unit: string | null
}

/** "over" and "up to" are said of values not far off. */
const reach = 1.3

/** Twelve digits: what floating point adds beyond is not the text's. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** For what is converted: more digits would say more than the text does. */
const rounded = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(4))

/** The stretch of values, in the quantity's unit. */
export function stretchOf({ amount, step, upTo, bound }: Quantity): readonly [number, number] {
  if (upTo !== undefined && bound !== null) return [amount, upTo]
  const half = step * 0.49
  switch (bound) {
    case 'about': {
      const loose = Math.max(half, Math.abs(amount) * 0.05, lastPlace(amount) * 0.5)
      return [amount - loose, amount + loose]
    }
    case 'over':
      return [amount, amount * reach]
    case 'under':
      return [amount / reach, amount]
    default:
      return [clean(amount - half), clean(amount + half)]
  }
}

/** The place of the last digit that is not 0: 10 for 40, 1 for 42. */
function lastPlace(amount: number): number {
  if (!Number.isInteger(amount) || amount === 0) return 0
  let place = 1
  while (place < 1e15 && amount % (place * 10) === 0) place *= 10
  return place
}

const signs: Readonly<Record<Bound, string>> = {
  about: '~ ',
  over: '> ',
  under: '< ',
  vague: '',
  range: '',
}

/** How the quantity is written one way; `of` is what is counted, as the text has it. */
export function valueInWords(quantity: Quantity, of: string | null): string {
  const { sort, amount, upTo, bound, unit } = quantity
  const [scale, label] = readable(amount, unit)
  const shown = (value: number): string =>
    String(sort === 'measure' || sort === 'share' ? rounded(value / scale) : clean(value / scale))
  const number =
    upTo === undefined
      ? shown(amount)
      : bound === 'vague'
        ? `${shown(amount)}+`
        : `${shown(amount)}–${shown(upTo)}`
  const ending = sort === 'ordinal' ? '.' : ''
  return [`${signs[bound ?? 'range']}${number}${ending}`, label, of].filter(Boolean).join(' ')
}

/** The unit that shows an amount best: 5000 m is 5 km, 24 months are 2 years. */
function readable(amount: number, unit: string | null): readonly [number, string | null] {
  const whole = (times: number): boolean => amount !== 0 && amount % times === 0
  if (unit === 'm' && Math.abs(amount) >= 1000) return [1000, 'km']
  if (unit === 'm²' && Math.abs(amount) >= 1e6) return [1e6, 'km²']
  if (unit === 'months' && whole(12)) return [12, 'years']
  if (unit === 's')
    return whole(3600) ? [3600, 'hours'] : whole(60) ? [60, 'minutes'] : [1, 'seconds']
  return [1, unit]
}

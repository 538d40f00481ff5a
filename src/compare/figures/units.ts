// Currencies and units of measure, each with what it comes to in one common unit, so that "5 km" and
// "3 miles" can be compared. Rules as data.

export interface Unit {
  readonly unit: string
  /** `amount × times + plus` is in `unit`. */
  readonly times: number
  readonly plus: number
  /** As the value shows it. */
  readonly label: string
}

const currencyCodes: readonly (readonly [string, string])[] = [
  ['US ?\\$|USD', 'USD'],
  ['A\\$|AU\\$|AUD', 'AUD'],
  ['C\\$|CA\\$|CAD', 'CAD'],
  ['NZ\\$', 'NZD'],
  ['HK\\$', 'HKD'],
  ['S\\$', 'SGD'],
  ['R\\$', 'BRL'],
  ['\\$', '$'],
  ['£|GBP', 'GBP'],
  ['€|EUR', 'EUR'],
  ['CN¥|RMB|CNY', 'CNY'],
  ['¥|JPY', 'JPY'],
  ['₹|Rs\\.?|INR', 'INR'],
  ['CHF', 'CHF'],
  ['₽|RUB', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['zł|PLN', 'PLN'],
]

const currencyNames: readonly (readonly [string, string])[] = [
  ['(?:U\\.?S\\.? |American |US-)?[Dd]ollar(?:s|es|i)?|dólar(?:es)?', '$'],
  ['[Ee]uros?', 'EUR'],
  ['pounds? sterling', 'GBP'],
  ['yuan|renminbi', 'CNY'],
  ['yen', 'JPY'],
  ['rupees', 'INR'],
  ['roubles?|rubles?', 'RUB'],
  ['francs suisses|Swiss francs|Schweizer Franken|Franken', 'CHF'],
  ['złotych|zlotys?', 'PLN'],
  ['reais', 'BRL'],
  ['kr(?:onor)?', 'kr'],
]

/** Before an amount. */
export const currencySign = `(?:${currencyCodes.map(([pattern]) => pattern).join('|')})`

/** Behind an amount. */
export const currencyName = `(?:${[...currencyNames, ...currencyCodes].map(([pattern]) => pattern).join('|')})(?!\\p{L})`

const dollars: Readonly<Record<string, string>> = {
  AU: 'AUD',
  CA: 'CAD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
}

/**
 * The code of a currency as a text names it. A bare "$" is the dollar of the country that the
 * language's tag names, else the American.
 */
export function currencyOf(sign: string, language: string | null): string {
  const own = [...currencyCodes, ...currencyNames].find(([pattern]) =>
    new RegExp(`^(?:${pattern})$`, 'u').test(sign),
  )
  if (own?.[1] !== '$') return own?.[1] ?? sign
  return /U\.?S|American/.test(sign) ? 'USD' : (dollars[language?.split('-')[1] ?? ''] ?? 'USD')
}

const measures: readonly (readonly [
  pattern: string,
  unit: string,
  times: number,
  plus?: number,
])[] = [
  ['km/h|kph|kmh', 'km/h', 1],
  ['mph|miles per hour|miles an hour', 'km/h', 1.609344],
  ['knots', 'km/h', 1.852],
  ['square (?:kilomet(?:er|re)s?)|sq\\.? km|km²|km2|Quadratkilometer', 'm²', 1e6],
  ['square miles?|sq\\.? mi', 'm²', 2_589_988],
  ['square (?:met(?:er|re)s?)|sq\\.? m|m²|m2|Quadratmeter', 'm²', 1],
  ['square f(?:ee|oo)t|sq\\.? ?ft', 'm²', 0.092903],
  ['acres?', 'm²', 4046.856],
  ['hectares?|Hektar', 'm²', 10_000],
  ['kilomet(?:er|re)s?|kilómetros?|quilômetros?|chilometri|Kilometern?|km', 'm', 1000],
  ['(?:nautical|sea) miles?', 'm', 1852],
  ['miles?', 'm', 1609.344],
  ['(?:centimet(?:er|re)s?|Zentimetern?|centímetros?|cm)', 'm', 0.01],
  ['millimet(?:er|re)s?|mm', 'm', 0.001],
  ['met(?:er|re)s?|Metern?|metros?|metri', 'm', 1],
  ['m', 'm', 1],
  ['feet|foot|ft', 'm', 0.3048],
  ['yards?', 'm', 0.9144],
  ['inch(?:es)?', 'm', 0.0254],
  ['kilogram(?:me)?s?|kilos?|Kilogramm|kg', 'kg', 1],
  ['metric tons?|tonnes?|Tonnen', 'kg', 1000],
  ['tons?', 'tons', 1],
  ['pounds?|lbs?', 'pounds', 1],
  ['ounces?|oz', 'kg', 0.02835],
  ['grams?|grammes?|Gramm', 'kg', 0.001],
  ['lit(?:er|re)s?|Litern?|litros?', 'l', 1],
  ['gallons?', 'gallons', 1],
  ['barrels?', 'barrels', 1],
  ['megawatts?|MW', 'MW', 1],
  ['gigawatts?|GW', 'MW', 1000],
  ['kilowatts?|kW', 'MW', 0.001],
  ['°\\s?C|℃|degrees? (?:C|Celsius|centigrade)|Grad Celsius|degrés Celsius', '°C', 1],
  ['°\\s?F|℉|degrees? (?:F|Fahrenheit)', '°C', 5 / 9, -160 / 9],
  ['seconds?|Sekunden', 's', 1],
  ['minutes?|Minuten|minutos?|minuti', 's', 60],
  ['hours?|Stunden?|heures?|horas?|ore', 's', 3600],
  ['days?|Tagen?|jours?|días?|dias?|giorn[oi]', 'days', 1],
  ['weeks?|Wochen?|semaines?|semanas?|settiman[ae]', 'days', 7],
  ['months?|Monaten?|Monate|mois|mes(?:es)?|mesi', 'months', 1],
  ['years?|Jahren?|Jahre|ans|années|años?|anos?|anni', 'months', 12],
  ['decades?', 'months', 120],
]

/** Behind an amount, after a space or a hyphen: "5 km", "two-day". */
export const measureName = `(?:${measures.map(([pattern]) => pattern).join('|')})(?![\\p{L}\\d])`

const labels: Readonly<Record<string, string>> = { s: 'seconds' }

/** The unit that a text names; null for any other word. */
export function measureOf(name: string): Unit | null {
  const found = measures.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(name))
  if (found === undefined) return null
  const [, unit, times, plus = 0] = found
  return { unit, times, plus, label: labels[unit] ?? unit }
}

/** Letters behind an amount that stand for a thousand and more: "£1.2m". */
export const shortScales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  tn: 1e12,
  trn: 1e12,
}

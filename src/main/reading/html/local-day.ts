// The day on which a page appeared, where its outlet is. Many pages state their time in UTC, which is
// another day for an hour or two around midnight.

const zones: Readonly<Record<string, string | undefined>> = {
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  it: 'Europe/Rome',
  nl: 'Europe/Amsterdam',
  pl: 'Europe/Warsaw',
  sv: 'Europe/Stockholm',
  da: 'Europe/Copenhagen',
  nb: 'Europe/Oslo',
  no: 'Europe/Oslo',
  fi: 'Europe/Helsinki',
  cs: 'Europe/Prague',
  sk: 'Europe/Bratislava',
  hu: 'Europe/Budapest',
  ro: 'Europe/Bucharest',
  bg: 'Europe/Sofia',
  hr: 'Europe/Zagreb',
  el: 'Europe/Athens',
  tr: 'Europe/Istanbul',
  uk: 'Europe/Kyiv',
  ru: 'Europe/Moscow',
  lv: 'Europe/Riga',
  lt: 'Europe/Vilnius',
  et: 'Europe/Tallinn',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  zh: 'Asia/Shanghai',
  th: 'Asia/Bangkok',
  he: 'Asia/Jerusalem',
  'es-ES': 'Europe/Madrid',
  'en-GB': 'Europe/London',
  ca: 'Europe/Madrid',
}

const inUtc = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$/

/** Whether a time is stated in UTC, so that its day may be another where the outlet is. */
export const isInUtc = (stated: string): boolean => inUtc.test(stated)

/** The day at the outlet, where a time in UTC is midnight there: it was entered as a day. Else null. */
export function dayBegunIn(stated: string, language: string | null): string | null {
  if (!isInUtc(stated) || language === null) return null
  const zone = zones[language] ?? zones[language.slice(0, 2)]
  const time = new Date(stated)
  if (zone === undefined || Number.isNaN(time.getTime())) return null
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const [day = '', clock] = format.format(time).split(' ')
  return clock === '00:00:00' && day !== stated.slice(0, 10) ? day : null
}

/** How many days apart two dates are; infinite where one of them has no day. */
export function daysBetween(one: string, other: string): number {
  if (one.length < 10 || other.length < 10) return Number.POSITIVE_INFINITY
  const [a, b] = [Date.parse(one.slice(0, 10)), Date.parse(other.slice(0, 10))]
  return Math.abs(a - b) / 86_400_000
}

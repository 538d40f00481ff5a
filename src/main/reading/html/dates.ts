// When a page was published: what it states for machines, then what stands by its headline, then
// what its address says.
import { isoDate } from '../tidy/published.ts'
import { attribute, type Element, textOf } from './dom.ts'
import type { LinkedData } from './json-ld.ts'

const metaNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dc.date.created',
  'dc.date',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'date',
  'article.published',
  'article.created',
  'release_date',
]

/** What a page says of its date, in ISO 8601; null where it says nothing that can be understood. */
export function publishedOf(
  elements: readonly Element[],
  said: ReadonlyMap<string, readonly string[]>,
  data: LinkedData,
  language: string | null,
): string | null {
  const stated = [data.published, ...metaNames.map((name) => said.get(name)?.[0] ?? null)]
  for (const value of stated) {
    const date = value === null ? null : readDate(value, language)
    if (date !== null) return date
  }
  return timeOf(elements, language) ?? shown(elements, language) ?? inAddress(elements, said)
}

/** Days first, months first: where both readings are possible, the page's language decides. */
function readDate(value: string, language: string | null): string | null {
  const date = isoDate(value, language)
  if (date !== null || value.length > 60) return date
  const [, one = '', two = '', year = ''] =
    /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(value) ?? []
  if (year === '' || language === null) return null
  const [day, month] = language === 'en-US' || language === 'en' ? [two, one] : [one, two]
  if (language === 'en' && Number(one) <= 12 && Number(two) <= 12) return null
  return isoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const saysPublished = /\bdatePublished\b|\bpublished\b|entry-date|pubdate|post-date/

function timeOf(elements: readonly Element[], language: string | null): string | null {
  const times = elements.filter(
    (element) =>
      element.tagName === 'time' || /\bdatePublished\b/.test(attribute(element, 'itemprop') ?? ''),
  )
  const best = times.find(
    (time) =>
      saysPublished.test(
        `${attribute(time, 'itemprop') ?? ''} ${attribute(time, 'class') ?? ''}`,
      ) || attribute(time, 'pubdate') !== null,
  )
  for (const time of best === undefined ? times.slice(0, 1) : [best]) {
    const value = attribute(time, 'datetime') ?? attribute(time, 'content') ?? textOf(time, 60)
    const date = readDate(value, language) ?? readDate(textOf(time, 60), language)
    if (date !== null) return date
  }
  return null
}

const dateName =
  /(?:^|[\s_-])(?:date|datum|fecha|data|time|published|pub[-_]?date|posted|timestamp|dateline|post-?meta|entry-?meta|article-?info|publish(?:ed)?[-_]?(?:on|date|time)|byline)(?=$|[\s_-])/i

/** The first date after the headline in an element that is named for it. */
function shown(elements: readonly Element[], language: string | null): string | null {
  const from = Math.max(0, elements.findIndex(({ tagName }) => /^h[12]$/.test(tagName)) - 60)
  let looked = 0
  for (const element of elements.slice(from, from + 2000)) {
    const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
    if (!dateName.test(name) || looked > 40) continue
    looked++
    const text = textOf(element, 130)
    if (text.length > 120 || !/\d{4}/.test(text)) continue
    const date =
      readDate(text, language) ?? isoDate(/\d{4}-\d\d-\d\d[\d: T]*/.exec(text)?.[0] ?? '')
    if (date !== null) return date
  }
  return null
}

/** Addresses such as `/2019/10/21/the-bridge`. */
function inAddress(
  elements: readonly Element[],
  said: ReadonlyMap<string, readonly string[]>,
): string | null {
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
  )
  const addresses = [
    canonical === undefined ? null : attribute(canonical, 'href'),
    said.get('og:url')?.[0] ?? null,
  ]
  for (const address of addresses) {
    const found = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)/.exec(address ?? '')
    const date = found === null ? null : isoDate(`${found[1]}-${found[2]}-${found[3]}`)
    if (date !== null) return date
  }
  return null
}

// What a page says about itself: title, author, outlet, date, language. Pages say it in half a dozen
// ways; the more deliberate way wins.
import type { ArticleMeta } from '../../../shared/model/article.ts'
import { isoDate } from '../tidy/published.ts'
import { attribute, type Element, textOf } from './dom.ts'
import { type LinkedData, linkedData } from './json-ld.ts'
import { personName, withoutSite } from './names.ts'

/** The page's own words about the article. Null where it does not say. */
export function pageMeta(elements: readonly Element[]): ArticleMeta {
  const said = metaTags(elements)
  const data = linkedData(elements)
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = said.get(name)?.[0]
      if (value !== undefined) return value
    }
    return null
  }
  const source =
    data.publisher ??
    first('og:site_name', 'citation_publisher', 'dc.publisher', 'application-name')
  return {
    title: titleOf(elements, first, data, source),
    subtitle: null,
    byline: bylineOf(elements, said, data),
    source,
    published: publishedOf(elements, first, data),
    language: languageOf(elements, first, data),
  }
}

type First = (...names: readonly string[]) => string | null

/** All <meta> by name in lower case, in order. */
function metaTags(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const name =
      attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop')
    const value = attribute(element, 'content')?.replace(/\s+/g, ' ').trim()
    if (name === null || !value) continue
    const key = name.toLowerCase()
    const values = said.get(key)
    if (values === undefined) said.set(key, [value])
    else values.push(value)
  }
  return said
}

function titleOf(
  elements: readonly Element[],
  first: First,
  data: LinkedData,
  source: string | null,
): string | null {
  const headings = elements.filter(({ tagName }) => tagName === 'h1').map((h1) => textOf(h1))
  const page = elements.find(({ tagName }) => tagName === 'title')
  const pageTitle = page === undefined ? '' : ownText(page)
  const named = first(
    'og:title',
    'citation_title',
    'parsely-title',
    'twitter:title',
    'dc.title',
    'sailthru.title',
  )
  // A heading that the page's title contains is the headline as readers see it.
  const seen = headings.find(
    (text) => text.length > 3 && squeeze(pageTitle).startsWith(squeeze(text)),
  )
  const marked = elements.find((element) =>
    /\bheadline\b/.test(attribute(element, 'itemprop') ?? ''),
  )
  const candidates = [
    seen,
    marked === undefined ? null : textOf(marked),
    data.headline,
    named === null ? null : withoutSite(named, source),
    headings.length === 1 ? headings[0] : null,
    withoutSite(pageTitle, source),
  ]
  return candidates.find((title) => typeof title === 'string' && title.length > 0) ?? null
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const ownText = (element: Element): string =>
  element.childNodes
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

function bylineOf(
  elements: readonly Element[],
  said: ReadonlyMap<string, readonly string[]>,
  data: LinkedData,
): string | null {
  if (data.authors.length > 0) return data.authors.join(', ')
  const names = [
    'citation_author',
    'parsely-author',
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'sailthru.author',
    'byl',
    'dc.contributor',
  ]
  for (const name of names) {
    const people = (said.get(name) ?? []).map(personName).filter((value) => value !== null)
    if (people.length > 0) return [...new Set(people)].join(', ')
  }
  return (
    marked(elements, (element) => /\bauthor\b/.test(attribute(element, 'rel') ?? '')) ??
    marked(elements, (element) => /\bauthor\b/.test(attribute(element, 'itemprop') ?? '')) ??
    marked(elements, (element) =>
      /(?:^|[\s_-])(?:byline|author(?:[-_]?name)?)(?=$|[\s_-])/i.test(
        attribute(element, 'class') ?? '',
      ),
    )
  )
}

/** The first person's name in an element that is marked so. */
function marked(elements: readonly Element[], is: (element: Element) => boolean): string | null {
  for (const element of elements) {
    if (!is(element)) continue
    const name = personName(textOf(element, 120))
    if (name !== null) return name
  }
  return null
}

function publishedOf(elements: readonly Element[], first: First, data: LinkedData): string | null {
  const said = [
    data.published,
    first(
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'parsely-pub-date',
      'citation_publication_date',
      'citation_date',
      'dc.date.issued',
      'dc.date',
      'dcterms.created',
      'dcterms.date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'date',
      'article.published',
    ),
  ]
  for (const value of said) {
    const date = value === null ? null : isoDate(value)
    if (date !== null) return date
  }
  const times = elements.filter(
    (element) =>
      element.tagName === 'time' || /\bdatePublished\b/.test(attribute(element, 'itemprop') ?? ''),
  )
  const best = times.find(
    (time) =>
      /\bdatePublished\b|\bpublished\b|entry-date/.test(
        `${attribute(time, 'itemprop') ?? ''} ${attribute(time, 'class') ?? ''}`,
      ) || attribute(time, 'pubdate') !== null,
  )
  for (const time of best === undefined ? times.slice(0, 1) : [best]) {
    const date = isoDate(
      attribute(time, 'datetime') ?? attribute(time, 'content') ?? textOf(time, 60),
    )
    if (date !== null) return date
  }
  return null
}

function languageOf(elements: readonly Element[], first: First, data: LinkedData): string | null {
  const html = elements.find(({ tagName }) => tagName === 'html')
  const said =
    (html === undefined ? null : (attribute(html, 'lang') ?? attribute(html, 'xml:lang'))) ??
    data.language ??
    first('og:locale', 'dc.language', 'language')
  if (said === null) return null
  try {
    return Intl.getCanonicalLocales(said.trim().replace(/_/g, '-'))[0] ?? null
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

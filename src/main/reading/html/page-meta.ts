// What a page says about itself: title, author, outlet, date, language. Pages say it in half a dozen
// ways; the more deliberate way wins.
import type { ArticleMeta } from '../../../shared/model/article.ts'
import { authorsOf } from './authors.ts'
import { publishedOf } from './dates.ts'
import { attribute, type Element, ownText, textOf } from './dom.ts'
import { headlineOf } from './headline.ts'
import { isAlike, type LinkedData, linkedData, type PageNames } from './json-ld.ts'
import type { Vicinity } from './place.ts'

/** A page, as it is asked what it says of its article. */
export interface PageView {
  readonly elements: readonly Element[]
  /** The elements that readers see of it, without comments and other articles. */
  readonly shown: readonly Element[]
  /** What stands by the article whose headline has these words. */
  readonly vicinity: (title: string | null) => Vicinity
  /** The standfirst, if the page marks one. */
  readonly subtitle: string | null
  /** Where it was saved from, if the file says so. */
  readonly savedFrom: string | null
  /** The language that the text is written in, asked where the page names none. */
  readonly guessLanguage: () => string | null
}

/** The page's own words about the article, null where it does not say, and what describes it. */
export function pageMeta(page: PageView): {
  readonly meta: ArticleMeta
  readonly data: LinkedData
  /** What the page says it is, by Open Graph. */
  readonly type: string | null
} {
  const { elements, shown } = page
  const said = metaTags(elements)
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = said.get(name)?.[0]
      if (value !== undefined) return value
    }
    return null
  }
  const named = first(
    'og:title',
    'citation_title',
    'parsely-title',
    'twitter:title',
    'dc.title',
    'sailthru.title',
  )
  const addresses = addressesOf(elements, first, page.savedFrom)
  const data = linkedData(elements, { ...titlesOf(elements, named), addresses })
  const source =
    data.publisher ??
    first('og:site_name', 'citation_publisher', 'dc.publisher', 'application-name')
  const language = languageOf(elements, first, data)
  const title = headlineOf(elements, named, data, source)
  const vicinity = page.vicinity(title)
  const meta = {
    title,
    subtitle: page.subtitle ?? data.subtitle,
    byline: authorsOf({ vicinity, elements: shown, said, data, source, hosts: hostsOf(addresses) }),
    source,
    published: publishedOf({
      vicinity,
      said,
      data,
      addresses,
      scripts: scriptsOf(elements),
      language: language ?? page.guessLanguage(),
    }),
    language,
  }
  return { meta, data, type: first('og:type') }
}

/** The page's scripts; what describes articles for search engines is read as what it is. */
const scriptsOf = (elements: readonly Element[]): readonly string[] =>
  elements
    .filter(
      (element) =>
        element.tagName === 'script' && !/ld\+json/i.test(attribute(element, 'type') ?? ''),
    )
    .map(({ childNodes: [first] }) => (first !== undefined && 'value' in first ? first.value : ''))

/** All that may be the headline, with other words around it perhaps. */
function titlesOf(
  elements: readonly Element[],
  named: string | null,
): Pick<PageNames, 'titles' | 'sure'> {
  const isWord = (title: string): boolean => title.trim() !== ''
  const pages = elements
    .filter(({ tagName }) => tagName === 'title')
    .slice(0, 3)
    .map(ownText)
  const stated = [named ?? '', ...pages].filter(isWord)
  const headings = elements
    .filter(({ tagName }) => tagName === 'h1')
    .slice(0, 20)
    .map((heading) => textOf(heading))
    .filter(isWord)
  const sure = headings.some((heading) => stated.some((title) => isAlike(heading, title)))
  return { titles: [...stated, ...headings], sure }
}

/** The outlet's name in its addresses: "wehrbote" of "www.wehrbote.example". */
const hostsOf = (addresses: readonly string[]): readonly string[] =>
  addresses
    .map(
      (address) => /^https?:\/\/(?:www\d?\.|m\.)?([^/:]+)\.[a-z]{2,}(?=[/:]|$)/i.exec(address)?.[1],
    )
    .filter((host): host is string => host !== undefined)

function addressesOf(
  elements: readonly Element[],
  first: First,
  savedFrom: string | null,
): readonly string[] {
  const links = elements
    .filter(
      (element) =>
        element.tagName === 'link' &&
        /^(?:canonical|shortlink|amphtml)$/.test(attribute(element, 'rel') ?? ''),
    )
    .map((link) => attribute(link, 'href'))
  const all = [...links, first('og:url'), first('parsely-link', 'twitter:url'), savedFrom]
  return all.filter((address): address is string => address !== null && address !== '')
}

type First = (...names: readonly string[]) => string | null

/** All <meta> by name in lower case, in order. */
function metaTags(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    // What microdata says stands with the thing that it describes.
    const item = element.parentNode?.nodeName === 'head' ? attribute(element, 'itemprop') : null
    const name = attribute(element, 'property') ?? attribute(element, 'name') ?? item
    const value = attribute(element, 'content')?.replace(/\s+/g, ' ').trim()
    if (name === null || !value) continue
    const key = name
      .toLowerCase()
      .replace(/^(?:bepress|eprints|prism)_/, '')
      .replace(/^(dc|dcterms):/, '$1.')
    const values = said.get(key)
    if (values === undefined) said.set(key, [value])
    else values.push(value)
  }
  return said
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

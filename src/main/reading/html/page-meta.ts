// What a page says about itself: title, author, outlet, date, language. Pages say it in half a dozen
// ways; the more deliberate way wins.
import type { ArticleMeta } from '../../../shared/model/article.ts'
import { authorsOf } from './authors.ts'
import { publishedOf } from './dates.ts'
import { attribute, type Element } from './dom.ts'
import { headlineOf } from './headline.ts'
import { type LinkedData, linkedData } from './json-ld.ts'

/**
 * The page's own words about the article. Null where it does not say.
 * @param shown the elements that readers see of it, without comments and other articles
 * @param subtitle the standfirst, if the page marks one
 */
export function pageMeta(
  elements: readonly Element[],
  shown: readonly Element[],
  subtitle: string | null,
): ArticleMeta {
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
  const language = languageOf(elements, first, data)
  const named = first(
    'og:title',
    'citation_title',
    'parsely-title',
    'twitter:title',
    'dc.title',
    'sailthru.title',
  )
  return {
    title: headlineOf(elements, named, data, source),
    subtitle: subtitle ?? data.subtitle,
    byline: authorsOf(shown, said, data, source),
    source,
    published: publishedOf(shown, said, data, language),
    language,
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

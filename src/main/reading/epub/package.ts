// What a book says of itself: its documents in the order of reading, its table of contents, title
// and authors (EPUB 3.3, 5 and 7; EPUB 2 by the older Open Packaging Format).

import type { ArticleMeta } from '../../../shared/model/article.ts'
import { statedAuthor, statedLanguage } from '../office/facts.ts'
import { Refused } from '../refused.ts'
import {
  attr,
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  textIn,
  type XmlElement,
} from '../xml/tree.ts'
import type { Archive } from '../zip/archive.ts'
import { resolvePath } from './paths.ts'

export interface BookItem {
  /** In the archive. */
  readonly name: string
  readonly type: string
  readonly isNav: boolean
}

export interface Book {
  readonly name: string
  /** Documents in the order of reading; those that stand beside it last. */
  readonly spine: readonly BookItem[]
  /** The document with the table of contents (EPUB 3); null without one. */
  readonly nav: BookItem | null
  /** The name of the older table of contents; null without one. */
  readonly ncx: string | null
  readonly meta: Partial<ArticleMeta>
}

const again = 'Get the book anew from where it came from, then open that.'

/** @throws Refused (`damaged`, `encrypted`, `too-large`) */
export function readPackage(archive: Archive): Book {
  const name = packageName(archive)
  const bytes = name === null ? null : archive.read(name)
  if (name === null || bytes === null)
    throw new Refused('damaged', 'is damaged: the list of its chapters is missing', again)
  const { root } = parseXml(bytes)
  const items = new Map<string, BookItem>()
  /** Ids of what to show instead, by the ids of parts that a reader may not know. */
  const fallbacks = new Map<string, string>()
  let nav: BookItem | null = null
  let ncx: string | null = null
  for (const element of childrenOf(childOf(root, 'manifest'), 'item')) {
    const path = resolvePath(name, attr(element, 'href') ?? '')
    if (path === null) continue
    const properties = (attr(element, 'properties') ?? '').split(/\s+/)
    const type = (attr(element, 'media-type') ?? '').trim().toLowerCase()
    const item: BookItem = { name: path, type, isNav: properties.includes('nav') }
    const id = attr(element, 'id') ?? ''
    items.set(id, item)
    const fallback = attr(element, 'fallback')
    if (fallback !== null) fallbacks.set(id, fallback)
    if (item.isNav) nav ??= item
    if (type === 'application/x-dtbncx+xml') ncx ??= path
  }
  const spineElement = childOf(root, 'spine')
  const toc = items.get(attr(spineElement ?? root, 'toc') ?? '')
  return {
    name,
    spine: spineOf(spineElement, { items, fallbacks }, archive),
    nav,
    ncx: toc?.name ?? ncx,
    meta: metaIn(childOf(root, 'metadata') ?? root),
  }
}

/** By the container's list; else the only package there is. */
function packageName(archive: Archive): string | null {
  const container = archive.readOptional('META-INF/container.xml')
  if (container !== null)
    for (const element of descendantsOf(parseXml(container).root)) {
      if (element.name !== 'rootfile') continue
      const path = resolvePath('', attr(element, 'full-path') ?? '')
      if (path !== null && archive.has(path)) return path
    }
  return archive.names.find((name) => /\.opf$/i.test(name)) ?? null
}

interface Manifest {
  readonly items: ReadonlyMap<string, BookItem>
  readonly fallbacks: ReadonlyMap<string, string>
}

/** A part of the book, or the document that its chain of fallbacks leads to: a page drawn as a picture has its text there. */
function shownFor(id: string, { items, fallbacks }: Manifest): BookItem | undefined {
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = fallbacks.get(at)) {
    seen.add(at)
    const item = items.get(at)
    if (item !== undefined && isDocument(item.type, item.name)) return item
  }
  return items.get(id)
}

function spineOf(spine: XmlElement | null, manifest: Manifest, archive: Archive): BookItem[] {
  const main: BookItem[] = []
  const beside: BookItem[] = []
  const seen = new Set<BookItem>()
  for (const reference of childrenOf(spine, 'itemref')) {
    const item = shownFor(attr(reference, 'idref') ?? '', manifest)
    if (item === undefined || seen.has(item)) continue
    seen.add(item)
    const isBeside = attr(reference, 'linear')?.toLowerCase() === 'no'
    ;(isBeside ? beside : main).push(item)
  }
  const found = [...main, ...beside].filter((item) => archive.has(item.name))
  if (seen.size > 0) return found
  return [...manifest.items.values()].filter(({ type, name }) => isDocument(type, name))
}

/** Whether a part is a document with text. */
export const isDocument = (type: string, name: string): boolean =>
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/.test(
    type,
  ) ||
  (!/^(?:image|audio|video|font)\//.test(type) && /\.(?:x?html?|xml)$/i.test(name))

function metaIn(metadata: XmlElement): Partial<ArticleMeta> {
  const all = [...descendantsOf(metadata)]
  const refined = (element: XmlElement, property: string): string | null => {
    const id = attr(element, 'id')
    const found = all.find(
      (other) =>
        other.name === 'meta' &&
        id !== null &&
        attr(other, 'refines') === `#${id}` &&
        attr(other, 'property') === property,
    )
    return found === undefined ? null : textIn(found)
  }
  const titles = all
    .filter((element) => element.name === 'title' && textIn(element) !== '')
    .slice(0, 50)
  const title = titles.find((element) => refined(element, 'title-type') === 'main') ?? titles[0]
  const subtitle = titles.find((element) => refined(element, 'title-type') === 'subtitle')
  const creators = all.filter((element) => element.name === 'creator').slice(0, 50)
  const roleOf = (element: XmlElement): string | null =>
    refined(element, 'role') ?? attr(element, 'role')
  const authors = creators.filter((element) => /^(?:aut)?$/.test(roleOf(element) ?? ''))
  const names = (authors.length > 0 ? authors : creators).map((element) =>
    statedAuthor(textIn(element)),
  )
  const publisher = all.find((element) => element.name === 'publisher')
  const language = all.find((element) => element.name === 'language')
  return {
    title: title === undefined ? null : textIn(title).slice(0, 500),
    subtitle: subtitle === undefined ? null : textIn(subtitle).slice(0, 500),
    byline: joined(names.filter((name): name is string => name !== null)),
    source: publisher === undefined ? null : textIn(publisher).slice(0, 200) || null,
    published: publishedIn(all),
    language: language === undefined ? null : statedLanguage(textIn(language)),
  }
}

function joined(names: readonly string[]): string | null {
  const all = [...new Set(names)]
  const last = all.pop()
  if (last === undefined) return null
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`
}

/** The date of publication: EPUB 2 tells several kinds of date apart, EPUB 3 has one. */
function publishedIn(all: readonly XmlElement[]): string | null {
  const dates = all.filter((element) => element.name === 'date')
  const said = dates.find((element) =>
    /^(?:original-)?publication$/i.test(attr(element, 'event') ?? ''),
  )
  const date = said ?? dates.find((element) => attr(element, 'event') === null)
  const text = date === undefined ? '' : textIn(date)
  const found =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(
      text,
    )
  const [whole, year = '', month = '01', day = '01', time] = found ?? []
  if (whole === undefined || year < '1000') return null
  if (Number.isNaN(Date.parse(`${year}-${month}-${day}`))) return null
  // Midnight is what programs write when only the day is known.
  return time === undefined || /^T00:00/.test(time) ? whole.slice(0, 10) : whole
}

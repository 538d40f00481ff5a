// The titles of a book's chapters, from its table of contents: the navigation document of EPUB 3 or
// the NCX of EPUB 2.
import { parse } from 'parse5'
import { attribute, type Element, elementsOf, textOf } from '../html/dom.ts'
import { Refused } from '../refused.ts'
import { attr, childOf, decodeXml, descendantsOf, parseXml, textIn } from '../xml/tree.ts'
import type { Archive } from '../zip/archive.ts'
import type { Book } from './package.ts'
import { resolvePath } from './paths.ts'
import { htmlOf } from './xhtml.ts'

/** Titles by the documents that they point at; the first that points at a document counts. */
export type Contents = ReadonlyMap<string, string>

export function readContents(archive: Archive, book: Book): Contents {
  const fromNav = book.nav === null ? null : navTitles(archive, book.nav.name)
  if (fromNav !== null && fromNav.size > 0) return fromNav
  return book.ncx === null ? new Map() : ncxTitles(archive, book.ncx)
}

function navTitles(archive: Archive, name: string): Contents {
  const titles = new Map<string, string>()
  const bytes = archive.readOptional(name)
  if (bytes === null) return titles
  const document = parse(htmlOf(decodeXml(bytes)))
  const navs = [...elementsOf(document)].filter(({ tagName }) => tagName === 'nav')
  const toc: Element | undefined =
    navs.find((nav) => /(?:^|\s)toc(?:\s|$)/.test(attribute(nav, 'epub:type') ?? '')) ?? navs[0]
  for (const link of toc === undefined ? [] : elementsOf(toc))
    if (link.tagName === 'a') note(titles, name, attribute(link, 'href'), textOf(link, 300))
  return titles
}

function ncxTitles(archive: Archive, name: string): Contents {
  const titles = new Map<string, string>()
  const bytes = archive.readOptional(name)
  if (bytes === null) return titles
  try {
    const map = childOf(parseXml(bytes).root, 'navMap')
    for (const point of map === null ? [] : descendantsOf(map)) {
      if (point.name !== 'navPoint') continue
      const content = childOf(point, 'content')
      const src = content === null ? null : attr(content, 'src')
      note(titles, name, src, textIn(childOf(point, 'navLabel')).slice(0, 300))
    }
  } catch (thrown) {
    // Chapters are named by their headings then.
    if (!(thrown instanceof Refused)) throw thrown
  }
  return titles
}

function note(titles: Map<string, string>, from: string, href: string | null, title: string): void {
  const path = href === null ? null : resolvePath(from, href)
  if (path !== null && title !== '' && !titles.has(path)) titles.set(path, title)
}

// Who wrote a page. What it states for machines comes first, unless that is only the outlet's own
// name: then the line that readers see is asked.

import { attribute, type Element, textOf } from './dom.ts'
import type { LinkedData } from './json-ld.ts'
import { peopleIn, personName } from './names.ts'
import { squeeze } from './squeeze.ts'

const metaNames = [
  'citation_author',
  'parsely-author',
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'sailthru.author',
  'byl',
  'twitter:creator:name',
  'dc.contributor',
]

/**
 * The names, set apart by commas; null where the page names nobody.
 * @param said all `<meta>` by name
 * @param elements of the page, without readers' comments and other articles
 */
export function authorsOf(
  elements: readonly Element[],
  said: ReadonlyMap<string, readonly string[]>,
  data: LinkedData,
  source: string | null,
): string | null {
  const stated = statedIn(said, data)
  const isOutlet =
    stated === null || (source !== null && stated.every((name) => isOutletName(name, source)))
  if (!isOutlet) return stated.join(', ')
  const seen = seenIn(elements) ?? inData(elements) ?? inWords(elements)
  return seen ?? stated?.join(', ') ?? null
}

function statedIn(
  said: ReadonlyMap<string, readonly string[]>,
  data: LinkedData,
): readonly string[] | null {
  if (data.authors.length > 0) return data.authors
  for (const name of metaNames) {
    const people = (said.get(name) ?? []).map(personName).filter((value) => value !== null)
    if (people.length > 0) return [...new Set(people)]
  }
  return null
}

const isOutletName = (name: string, source: string): boolean => {
  const [one, other] = [squeeze(name), squeeze(source)]
  return (
    one === other ||
    (other.length > 3 && one.length > 3 && (one.includes(other) || other.includes(one)))
  )
}

const says =
  (name: string, value: RegExp) =>
  (element: Element): boolean =>
    value.test(attribute(element, name) ?? '')

/** Where pages mark the author, the more deliberate way first. */
const marks: readonly ((element: Element) => boolean)[] = [
  says('class', /(?:^|[\s_-])(?:byline[-_]?(?:name|author))(?=$|[\s_-])/i),
  says('rel', /\bauthor\b/),
  says('itemprop', /\bauthor\b/),
  says('class', /(?:^|[\s_-])(?:byline[-_]?(?:name|author)|author[-_]?name|vcard)(?=$|[\s_-])/i),
  says('class', /(?:^|[\s_-])(?:byline|author|authors|auteur|autor|writer)(?=$|[\s_-])/i),
  says(
    'href',
    /^(?:https?:\/\/[^/]+)?\/(?:[a-z]{2}\/)?(?:authors?|auteurs?|autor(?:es)?|people|staff|profile|contributors?|by)\/[^/]+\/?$/i,
  ),
  ({ tagName }) => tagName === 'address',
]

function seenIn(elements: readonly Element[]): string | null {
  for (const is of marks)
    for (const element of elements) {
      if (
        !is(element) ||
        isComment(element) ||
        /^(?:label|input|form|body|html|article)$/.test(element.tagName)
      )
        continue
      const people = peopleIn(textOf(element, 160))
      if (people.length > 0) return people.join(', ')
    }
  return null
}

const isComment = says('class', /comment|reply/i)

const inScript =
  /["']?(?:content_?author|article_?author|page_?author|author_?name)["']?\s*:\s*["']([^"'\\]{3,60}(?:\\u[\da-f]{4}[^"'\\]{0,60}){0,8})["']/i

/** What a page tells the programs that count its readers. */
function inData(elements: readonly Element[]): string | null {
  for (const element of elements) {
    if (element.tagName !== 'script') continue
    const [source] = element.childNodes
    if (source === undefined || !('value' in source)) continue
    const found = inScript.exec(source.value.slice(0, 200_000))?.[1]
    const name = found === undefined ? null : personName(unescaped(found))
    if (name !== null) return name
  }
  return null
}

const unescaped = (text: string): string =>
  text.replace(/\\u([\da-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

const labelled =
  /^[\s(（【[]*(?:作者|记者|記者|责任编辑|責任編輯|责编|编辑|編輯|撰文|文)\s*[:：]\s*([\p{L}·• ]{2,20})[\s)）】\]]*$/u
const posted =
  /^(?:posted |written |published )?(?:by|von|par|por)\s+(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,4})\b/iu

/** A short line that says so in words: "Posted by Ida Holm". */
function inWords(elements: readonly Element[]): string | null {
  for (const element of elements.slice(0, 20_000)) {
    if (!/^(?:p|span|div|td|li|address|em|i|small|h[3-6])$/.test(element.tagName)) continue
    if (element.childNodes.length > 12) continue
    const text = textOf(element, 100)
    const found = text.length > 80 ? null : (labelled.exec(text) ?? posted.exec(text))
    const name = found?.[1] === undefined ? null : personName(found[1])
    if (name !== null) return name
  }
  return null
}

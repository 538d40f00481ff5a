// Who wrote a page. What it states for machines comes first, where that is a name and not the outlet's
// own: then the lines by its headline and below its text are asked.
import { attribute, type Element, leafTextOf } from './dom.ts'
import type { LinkedData } from './json-ld.ts'
import { isOutletName, peopleIn } from './names.ts'
import { isInCard, type Placed, type Vicinity } from './place.ts'
import { squeeze } from './squeeze.ts'

const metaNames = [
  'citation_author',
  'parsely-author',
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'dcterms.creator.person',
  'sailthru.author',
  'byl',
  'twitter:creator:name',
  'dc.contributor',
]

/** What is asked for the author of a page. */
export interface AuthoredPage {
  readonly vicinity: Vicinity
  readonly elements: readonly Element[]
  readonly said: ReadonlyMap<string, readonly string[]>
  readonly data: LinkedData
  /** What the outlet calls itself. */
  readonly source: string | null
  /** And what it is called in its addresses. */
  readonly hosts: readonly string[]
}

/** The names, set apart by commas; null where the page names nobody. */
export function authorsOf({
  vicinity,
  elements,
  said,
  data,
  source,
  hosts,
}: AuthoredPage): string | null {
  const isPerson = (name: string): boolean => !isOutletName(name, source, hosts)
  return (
    statedIn(said, data, isPerson) ??
    seenIn(vicinity, isPerson) ??
    inData(elements, isPerson) ??
    inWords(vicinity, isPerson)
  )
}

type IsPerson = (name: string) => boolean

function statedIn(
  said: ReadonlyMap<string, readonly string[]>,
  data: LinkedData,
  isPerson: IsPerson,
): string | null {
  const described = namesIn(data.authors, isPerson)
  if (described !== null) return described
  for (const name of metaNames) {
    const found = namesIn(said.get(name) ?? [], isPerson)
    if (found !== null) return found
  }
  return null
}

/** Values as they are worded, if all that they name are people; else the people among them. */
function namesIn(values: readonly string[], isPerson: IsPerson): string | null {
  const found: string[] = []
  for (const value of values) {
    const people = peopleIn(value).filter(isPerson)
    const plain = value
      .replace(/\s+/g, ' ')
      .replace(/^by\s+/i, '')
      .trim()
    const words = plain.replace(/\s(?:and|und|et|y|e|en)\s/g, ' ')
    const isList = people.length > 1 && squeeze(words) === squeeze(people.join(''))
    if (isList) found.push(plain)
    else found.push(...people)
  }
  return found.length === 0 ? null : [...new Set(found)].join(', ')
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
  says(
    'class',
    /(?:^|[\s_-])(?:byline|author|authors|auteure?s?|autor(?:en|es|in|a)?|writer|verfasser|redacteur|skribent|contributor|by)(?=$|[\s_-])/i,
  ),
  says(
    'href',
    /^(?:https?:\/\/[^/]+)?\/(?:[a-z]{2}\/)?(?:authors?|auteurs?|autor(?:es|en)?|people|staff|profile|contributors?|by)\/[^/]+\/?$/i,
  ),
  ({ tagName }) => tagName === 'address',
]

function seenIn({ near, headline }: Vicinity, isPerson: IsPerson): string | null {
  const places = near.filter(
    ({ element, zone }) =>
      zone !== 'body' &&
      !/^(?:label|input|form|body|html|article|h1|meta|link)$/.test(element.tagName),
  )
  for (const is of marks)
    for (const placed of places) {
      if (!is(placed.element)) continue
      // Below the text, these are as often the outlet's.
      if (placed.zone === 'foot' && isLoose(placed.element)) continue
      const people = peopleIn(leafTextOf(placed.element, 201)).filter(isPerson)
      if (people.length === 0 || isInCard(placed, headline)) continue
      return [...people, ...others(placed, places, is, isPerson, people)].join(', ')
    }
  return null
}

const isLoose = (element: Element): boolean =>
  (element.tagName === 'address' || says('class', /vcard/i)(element)) &&
  !says('class', /author|byline/i)(element)

/** Those marked in the same way beside the first: every author has an element of their own. */
function others(
  first: Placed,
  places: readonly Placed[],
  is: (element: Element) => boolean,
  isPerson: IsPerson,
  known: readonly string[],
): readonly string[] {
  const around = first.element.parentNode
  const found: string[] = []
  for (const { element } of places) {
    const isBeside =
      element !== first.element &&
      (element.parentNode === around ||
        (element.parentNode?.nodeName === around?.nodeName &&
          grandparent(element) === grandparent(first.element)))
    if (!isBeside || !is(element)) continue
    for (const name of peopleIn(leafTextOf(element, 201)))
      if (isPerson(name) && !known.includes(name) && !found.includes(name)) found.push(name)
  }
  return found
}

const grandparent = (element: Element) => {
  const around = element.parentNode
  return around !== null && 'parentNode' in around ? around.parentNode : element
}

const inScript =
  /["']?(?:content_?author|article_?author|page_?author|author_?name)["']?\s*:\s*["']([^"'\\]{3,60}(?:\\u[\da-f]{4}[^"'\\]{0,60}){0,8})["']/i

/** What a page tells the programs that count its readers. */
function inData(elements: readonly Element[], isPerson: IsPerson): string | null {
  for (const element of elements) {
    if (element.tagName !== 'script') continue
    const [source] = element.childNodes
    if (source === undefined || !('value' in source)) continue
    const found = inScript.exec(source.value.slice(0, 200_000))?.[1]
    const people = found === undefined ? [] : peopleIn(unescaped(found)).filter(isPerson)
    if (people.length > 0) return people.join(', ')
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
  /^(?:(?:posted|written|published|words|text|story|ein (?:artikel|beitrag|kommentar|bericht)) )?(?:by|von|par|por|door|di|av|af)\s+(?=\p{Lu})/iu
const titled =
  /^(?:text|texte|autor(?:in|en|e)?|auteure?|författare|forfatter|автор(?:ы|и|ка)?|author)\s*:\s*(?=\p{Lu})/iu

/** A short line that says so in words: "Posted by Ida Holm". */
function inWords({ near, headline }: Vicinity, isPerson: IsPerson): string | null {
  for (const placed of near) {
    const { element, zone } = placed
    if (zone === 'body' || element.childNodes.length > 12) continue
    if (!/^(?:p|span|div|td|li|address|em|i|b|strong|small|h[3-6])$/.test(element.tagName)) continue
    const text = leafTextOf(element, 121)
    if (text.length > 120) continue
    const marked = labelled.exec(text)?.[1]
    const line = marked ?? (posted.test(text) || titled.test(text) ? text : null)
    const people = line === null ? [] : peopleIn(line).filter(isPerson)
    // "By Design", "Von Anfang": one word alone is not enough here.
    const isFull =
      marked !== undefined ||
      /^(?:posted|written|published) by/i.test(text) ||
      people.some((name) => name.includes(' '))
    if (people.length > 0 && isFull && !isInCard(placed, headline)) return people.join(', ')
  }
  return null
}

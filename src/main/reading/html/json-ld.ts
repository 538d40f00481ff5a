// Reads the schema.org descriptions that news pages carry for search engines. They were written by
// others: every value is checked, and nothing of it is trusted to have a shape. A page describes other
// articles too: only what agrees with its own headline or address is taken.
import { own } from '../../../shared/own.ts'
import { attribute, type Element } from './dom.ts'
import { squeeze } from './squeeze.ts'

export interface LinkedData {
  readonly headline: string | null
  readonly subtitle: string | null
  /** As written. */
  readonly authors: readonly string[]
  readonly publisher: string | null
  /** As written. */
  readonly published: string | null
  readonly modified: string | null
  readonly language: string | null
  /** Types of what describes the page, such as `LiveBlogPosting`. */
  readonly types: readonly string[]
  /** Whether search engines are told that the article is not free to read. */
  readonly paid: boolean
}

/** What the page itself says it is, to compare descriptions with. */
export interface PageNames {
  /** Its headings of level 1, its title, and what its metadata calls it. */
  readonly titles: readonly string[]
  readonly addresses: readonly string[]
  /** Whether a heading and its title agree on what it is called. */
  readonly sure: boolean
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What may describe the article of a page, the more telling first. */
const kinds: readonly RegExp[] = [
  /(?:Article|BlogPosting|Report|LiveBlogPosting)$/,
  /^(?:HowTo|Recipe|Review|CreativeWork|SocialMediaPosting|DiscussionForumPosting|QAPage|Chapter|Event)$/,
  /^(?:VideoObject|AudioObject|PodcastEpisode|Movie|Dataset)$/,
  /^(?:WebPage|ItemPage|AboutPage|FAQPage|MedicalWebPage)$/,
]
const kindless = kinds.length
const articles = 0
const films = 2
const pages = 3

interface Described {
  readonly fields: Fields
  readonly kind: number
  readonly agrees: boolean | null
}

/** What the page says of its own article; all null where it describes none. */
export function linkedData(elements: readonly Element[], page: PageNames): LinkedData {
  const nodes = nodesIn(elements)
  const ids = new Map<string, Fields>()
  for (const { fields } of nodes)
    if (typeof fields['@id'] === 'string' && Object.keys(fields).length > 1)
      ids.set(fields['@id'], fields)
  const all = nodes
    .map(({ fields, apart }) => ({ fields, apart, kind: kindOf(fields) }))
    .filter(({ kind }) => kind < kindless)
    .map((node) => ({ ...node, agrees: agreement(node.fields, page) }))
  const own = all.filter(
    ({ agrees, apart, kind }) =>
      agrees === true || (!apart && (agrees === null || (!page.sure && isOnly(all, kind)))),
  )
  const best = own.toSorted((a, b) => rank(a) - rank(b))
  const first = <T>(ask: (fields: Fields) => T | null, most = pages): T | null => {
    for (const { fields, kind } of best) {
      const value = kind <= most ? ask(fields) : null
      if (value !== null) return value
    }
    return null
  }
  const people = (fields: Fields): string[] | null => {
    const names = namesOf(fields.author ?? fields.creator, ids)
    return names.length > 0 ? names : null
  }
  return {
    headline: first(({ headline, name }) => plain(headline ?? name), films),
    subtitle: first(({ alternativeHeadline }) => plain(alternativeHeadline), articles),
    authors: first((fields) => (kindOf(fields) === films ? null : people(fields))) ?? [],
    publisher:
      first(({ publisher }) => namesOf(publisher, ids)[0] ?? null) ?? publisherIn(nodes, ids),
    published: first(({ datePublished, uploadDate, dateCreated }) =>
      plain(datePublished ?? uploadDate ?? dateCreated),
    ),
    modified: first(({ dateModified }) => plain(dateModified)),
    language: first(({ inLanguage }) => plain(inLanguage)),
    types: best.flatMap(({ fields }) => typesOf(fields)),
    paid: best.some(({ fields }) => /^false$/i.test(String(fields.isAccessibleForFree))),
  }
}

const publisherIn = (
  nodes: readonly { readonly fields: Fields }[],
  ids: ReadonlyMap<string, Fields>,
): string | null => {
  for (const { fields } of nodes) {
    const [name] = typesOf(fields).includes('WebSite') ? namesOf(fields.publisher, ids) : []
    if (name !== undefined) return name
  }
  return null
}

/** Whether a page describes one thing of a kind: itself perhaps, though it words its headline otherwise. */
const isOnly = (all: readonly Described[], kind: number): boolean =>
  all.filter((one) => one.kind === kind).length === 1

const rank = ({ kind, agrees }: Described): number => kind * 2 + (agrees === true ? 0 : 1)

const typesOf = (fields: Fields): string[] =>
  [fields['@type']].flat().filter((type): type is string => typeof type === 'string')

function kindOf(fields: Fields): number {
  const types = typesOf(fields).map((type) => type.replace(/^.*[/:]/, ''))
  const found = kinds.findIndex((kind) => types.some((type) => kind.test(type)))
  return found < 0 ? kindless : found
}

/** Whether a description names this page; null where it names nothing that could tell. */
function agreement(fields: Fields, { titles, addresses }: PageNames): boolean | null {
  const urls = [fields.url, fields['@id'], fields.mainEntityOfPage]
    .map((value) => plain(isFields(value) ? (value['@id'] ?? value.url) : value))
    .filter((value) => value !== null && /^https?:/.test(value))
    .map(addressKey)
  if (urls.some((url) => addresses.map(addressKey).includes(url))) return true
  const name = plain(fields.headline ?? fields.name)
  if (name === null || titles.length === 0) return null
  return titles.some((title) => isAlike(title, name))
}

const addressKey = (address: string | null): string =>
  (address ?? '').replace(/[?#].*$/, '').replace(/^https?:\/\/(?:www\.|m\.)?|\/$/g, '')

/** Whether two wordings are of one headline: one holds the other, or they share half of their words. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [squeeze(one), squeeze(other)]
  if (a === '' || b === '') return false
  if (a === b || (Math.min(a.length, b.length) >= 8 && (a.includes(b) || b.includes(a))))
    return true
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared >= 2 && shared * 2 >= Math.min(left.size, right.size)
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])

interface Found {
  readonly fields: Fields
  /** In a list of things, or in something that is not this page. */
  readonly apart: boolean
}

/** Everything that is described, at most a thousand values. */
function nodesIn(elements: readonly Element[]): readonly Found[] {
  const queue: { readonly value: unknown; readonly apart: boolean }[] = []
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? ''))
      continue
    const [source] = element.childNodes
    if (source !== undefined && 'value' in source)
      queue.push({ value: parseLoosely(source.value), apart: false })
  }
  const found: Found[] = []
  for (let i = 0; i < queue.length && i < 1000; i++) {
    const { value, apart } = queue[i] ?? { value: null, apart: false }
    if (Array.isArray(value))
      queue.push(...value.slice(0, 1000).map((one: unknown) => ({ value: one, apart })))
    if (!isFields(value)) continue
    found.push({ fields: value, apart })
    const listed = apart || typesOf(value).some((type) => /List$|Collection|Search/.test(type))
    queue.push(
      ...[value['@graph'], value.mainEntity, value.mainEntityOfPage].map((one) => ({
        value: one,
        apart: listed,
      })),
      ...[value.itemListElement, value.item, value.hasPart, value.blogPost].map((one) => ({
        value: one,
        apart: true,
      })),
    )
  }
  return found
}

/** The value; undefined where it is no JSON, even without the comments that some pages put around it. */
function parseLoosely(source: string): unknown {
  const text = withoutEnd(source.replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/.*\n)/, ''))
  for (const candidate of [source, text, text.replace(/[\n\r\t]/g, ' ')]) {
    try {
      return JSON.parse(candidate) as unknown
    } catch (thrown) {
      if (!(thrown instanceof SyntaxError)) throw thrown
    }
  }
  return undefined
}

/** Without a comment at its end. Only the last line is looked at, once: a page may hold slashes without end. */
function withoutEnd(source: string): string {
  const text = source.trimEnd()
  if (text.endsWith('-->')) return text.slice(0, -3)
  const at = text.indexOf('//', text.lastIndexOf('\n') + 1)
  return at < 0 ? text : text.slice(0, at)
}

function namesOf(value: unknown, ids: ReadonlyMap<string, Fields>): string[] {
  return [value].flat().flatMap((one: unknown) => {
    const fields = isFields(one) ? withReferred(one, ids) : null
    const name = plain(fields === null ? one : fields.name)
    return name === null ? [] : [name]
  })
}

/** What is named by its `@id` alone stands elsewhere in the graph. */
function withReferred(fields: Fields, ids: ReadonlyMap<string, Fields>): Fields {
  const id = fields['@id']
  if (fields.name !== undefined || typeof id !== 'string') return fields
  return ids.get(id) ?? fields
}

/** A string with entities and white space made plain; null for anything else. */
function plain(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (typeof one !== 'string') return null
  const text = one
    .replace(/<[^>]{0,200}>/g, '')
    .replace(/&(amp|quot|apos|lt|gt|nbsp|#\d{2,6}|#x[\da-f]{2,5});/gi, (_, name: string) =>
      entity(name),
    )
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text
}

const entities: Readonly<Record<string, string | undefined>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

function entity(name: string): string {
  const known = own(entities, name.toLowerCase())
  if (known !== undefined) return known
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

// Reads the schema.org description that news pages carry for search engines. It was written by
// others: every value is checked, and nothing of it is trusted to have a shape.
import { own } from '../../../shared/own.ts'
import { attribute, type Element } from './dom.ts'
import { personName } from './names.ts'

export interface LinkedData {
  readonly headline: string | null
  readonly subtitle: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  /** As written. */
  readonly published: string | null
  readonly language: string | null
}

const nothing: LinkedData = {
  headline: null,
  subtitle: null,
  authors: [],
  publisher: null,
  published: null,
  language: null,
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const articleType = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/

/** The first article that the page describes; all null without one. */
export function linkedData(elements: readonly Element[]): LinkedData {
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? ''))
      continue
    const [source] = element.childNodes
    const article =
      source !== undefined && 'value' in source ? findArticle(parseLoosely(source.value)) : null
    if (article !== null) return fieldsOf(article)
  }
  return nothing
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

/** Looks through lists, @graph and mainEntity, at most a thousand values. */
function findArticle(root: unknown): Fields | null {
  const queue: unknown[] = [root]
  for (let i = 0; i < queue.length && i < 1000; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, 1000))
    if (!isFields(value)) continue
    const types: unknown[] = [value['@type']].flat()
    if (types.some((type) => typeof type === 'string' && articleType.test(type))) return value
    queue.push(value['@graph'], value.mainEntity, value.mainEntityOfPage)
  }
  return null
}

function fieldsOf(article: Fields): LinkedData {
  const authors = namesOf(article.author ?? article.creator)
    .map(personName)
    .filter((name) => name !== null)
  return {
    headline: plain(article.headline ?? article.name),
    subtitle: plain(article.alternativeHeadline),
    authors: [...new Set(authors)],
    publisher: namesOf(article.publisher)[0] ?? null,
    published: plain(article.datePublished),
    language: plain(article.inLanguage),
  }
}

function namesOf(value: unknown): string[] {
  return [value].flat().flatMap((one: unknown) => {
    const name = plain(isFields(one) ? one.name : one)
    return name === null ? [] : [name]
  })
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

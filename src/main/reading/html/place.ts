// Where on a page something stands, as seen from its article: what is said of date and author counts
// by the headline and the text, and nowhere else.
import { attribute, type Element, elementsOf, leafTextOf, type Parent } from './dom.ts'
import { isNote } from './notes.ts'
import { squeeze } from './squeeze.ts'
import { leastProse, type Weights } from './weights.ts'

/**
 * - `head`: by the headline, before the second passage of the text (the first may be a standfirst)
 * - `body`: among the passages
 * - `foot`: after the last one, in what is around headline and text
 */
type Zone = 'head' | 'body' | 'foot'

export interface Placed {
  readonly element: Element
  readonly zone: Zone
}

/** Elements above the headline that may still speak of the article: its department, its date. */
const above = 40

/** By the headline, and below the text: more is something else than a head or a foot. */
const mostLooked = 800

/** Parts that speak of something else, whatever they hold. */
const apartTags =
  /^(?:nav|aside|form|figure|figcaption|blockquote|q|button|dialog|select|article|iframe|caption)$/
const part = (words: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])`)
const apartNames = part(
  'cards?|teasers?|tickers?|promos?|related\\w*|recommend\\w*|latest|newsflash|breaking|trending|popular|most[-_](?:read|viewed)|more[-_](?:news|stories|articles|posts)|read[-_]?(?:more|next|also)|up[-_]?next|sidebar|side[-_]bar|widget[-_]area|masthead|top[-_]?bar|site[-_](?:header|footer|info)|page[-_]?(?:header|footer)|(?:current|today)[-_]?date|today|clock|weather|comments?|commentlist|kommentare?|disqus\\w*|replies|respond|discussion|tweets?|twitter[-_]\\w+|instagram[-_]\\w+|facebook[-_]post|\\w+[-_]embed|embeds?|quotes?|pull[-_]?quote|captions?|wp[-_]caption\\w*|copyright|imprint|impressum|newsletters?|breadcrumbs?|menu|navigation|navbar',
)

/** What stands by the article of a page, in the order of the page. */
export interface Vicinity {
  readonly near: readonly Placed[]
  readonly headline: Element | null
}

/**
 * Looks for what stands by the article. Linear.
 * @param root the article's element
 * @param title the headline's words; null where none are known
 */
export function vicinityOf(
  body: Parent,
  root: Parent,
  weights: Weights,
  title: string | null,
): Vicinity {
  const headline = headlineIn(body, weights, title)
  const passages = passagesIn(root, weights)
  const marks = [headline, passages[0], passages[1], passages.at(-1)].filter(
    (mark) => mark !== null && mark !== undefined,
  )
  const holding = new Set<Parent>([root, ...marks])
  for (const mark of [...marks, root]) for (const one of ancestors(mark)) holding.add(one)
  const scope = scopeOf(headline, root, body, weights)
  const isApart = (element: Element): boolean =>
    !holding.has(element) && isElsewhere(element, holding, weights)
  const near: Placed[] = []
  let zone: Zone = 'head'
  let begun = headline === null
  const count = { head: 0, foot: 0 }
  for (const element of elementsOf(scope, (inner) => !isApart(inner))) {
    if (isApart(element)) continue
    if (element === headline) {
      begun = true
      near.splice(0, Math.max(0, near.length - above))
    }
    if (element === passages[1]) zone = 'body'
    if (!begun || zone === 'body' || count[zone]++ < mostLooked)
      near.push({ element, zone: begun ? zone : 'head' })
    if (element === passages.at(-1)) zone = 'foot'
  }
  return { near, headline }
}

function headlineIn(body: Parent, weights: Weights, title: string | null): Element | null {
  const enters = (element: Element): boolean => !weights.chrome.has(element)
  const all = [...elementsOf(body, enters)]
  const headings = all.filter(({ tagName }) => /^h[1-3]$/.test(tagName))
  const key = squeeze(title ?? '')
  const keys = headings.map((heading) => squeeze(leafTextOf(heading, 400)))
  const same = (test: (words: string) => boolean): Element | undefined =>
    headings.find((heading, i) => heading.tagName === 'h1' && test(keys[i] ?? '')) ??
    headings.find((_, i) => test(keys[i] ?? ''))
  const found =
    key === ''
      ? undefined
      : (same((words) => words === key) ??
        same((words) => words.includes(key)) ??
        all.find((element) => isLine(element, title ?? '', weights)))
  return found ?? headings.find(({ tagName }) => tagName === 'h1') ?? null
}

/** A headline that is no heading: a line of those words. */
const isLine = (element: Element, title: string, weights: Weights): boolean =>
  title.length >= 8 &&
  /^(?:div|p|span|strong|b|td|font|h[4-6])$/.test(element.tagName) &&
  weights.of(element).text < 3 * title.length + 20 &&
  squeeze(leafTextOf(element, 400)) === squeeze(title)

function passagesIn(root: Parent, weights: Weights): readonly Element[] {
  const isText = (element: Element): boolean =>
    !weights.chrome.has(element) && !/^(?:figure|aside|blockquote)$/.test(element.tagName)
  return [...elementsOf(root, isText)].filter((element) => {
    const { own, links } = weights.of(element)
    return (
      own >= leastProse &&
      links < own &&
      isText(element) &&
      !/^(?:figcaption|h[1-6]|span|a)$/.test(element.tagName) &&
      !isNote(element)
    )
  })
}

function* ancestors(node: Parent): Generator<Parent> {
  let here: Parent | null = 'parentNode' in node ? node.parentNode : null
  while (here !== null) {
    yield here
    here = 'parentNode' in here ? here.parentNode : null
  }
}

/** Characters that may stand around headline and text within the element that holds both. */
const mostAround = 300

/** The element around headline and text; an `article` around it, if that holds little else. */
function scopeOf(headline: Element | null, root: Parent, body: Parent, weights: Weights): Parent {
  const around = headline === null ? null : new Set(ancestors(headline))
  let scope: Parent = root
  if (around !== null && !around.has(root))
    for (const one of ancestors(root))
      if (around.has(one)) {
        scope = one
        break
      }
  for (const one of ancestors(scope)) {
    if (one === body || !('tagName' in one)) break
    const grown = weights.of(one).text - weights.of(scope).text
    const named = one.tagName === 'article' || one.tagName === 'main'
    if (grown > mostAround && !(named && grown < weights.of(scope).text)) break
    scope = one
  }
  return scope
}

/** Whether a part that holds neither headline nor text is about something else. */
function isElsewhere(element: Element, holding: ReadonlySet<Parent>, weights: Weights): boolean {
  const { tagName, parentNode } = element
  if (apartTags.test(tagName)) return true
  if (/comments|Other articles/.test(weights.chrome.get(element) ?? '')) return true
  const inArticle =
    parentNode !== null && holding.has(parentNode) && !/^(?:body|main)$/.test(parentNode.nodeName)
  if ((tagName === 'footer' || tagName === 'header') && !inArticle) return true
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .slice(0, 400)
  return apartNames.test(name)
}

/** Whether something stands in a card of another article: beside a link of several words. */
export function isInCard({ element }: Placed, headline: Element | null): boolean {
  const title = headline === null ? '' : squeeze(leafTextOf(headline, 400))
  let here: Parent | null = element
  for (let i = 0; i < 3 && here !== null && 'tagName' in here; i++) {
    if (/^(?:article|main|body|section|header)$/.test(here.tagName)) return false
    if (leafTextOf(here, 320).length > 300) return false
    let left = 60
    for (const inner of here.tagName === 'a' ? [here] : elementsOf(here)) {
      if (--left < 0) break
      if (inner.tagName !== 'a' || attribute(inner, 'rel')?.includes('author') === true) continue
      const words = leafTextOf(inner, 160)
      const isOwn = inner === here && i === 0
      if (
        !isOwn &&
        words.split(' ').length >= 4 &&
        !/\d{4}/.test(words) &&
        !title.includes(squeeze(words))
      )
        return true
      if (/^h[2-6]$/.test(inner.parentNode?.nodeName ?? '') && inner.parentNode !== headline)
        return true
    }
    here = here.parentNode
  }
  return false
}

// Finds the element that holds the article: the page's own markup is believed where it holds the
// prose, and the weights where not.
import { attribute, type Element, elementsOf, isElement, type Parent } from './dom.ts'
import { leastProse, type Weights } from './weights.ts'

const bodyName =
  /(?:^|[\s_-])(?:article|story|post|entry|news)[-_]?(?:body|content|text|main)(?=$|[\s_-])|(?:^|\s)(?:e-content|mw-parser-output|postcontent|blog-post|story)(?=$|\s)/i

/** How sure an element's own words make it to hold the article, 0 for not at all. */
function claim(element: Element): number {
  if (element.tagName === 'body') return 0
  const itemprop = attribute(element, 'itemprop') ?? ''
  if (/\barticleBody\b/.test(itemprop)) return 4
  if (bodyName.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`))
    return 3
  if (element.tagName === 'article') return 2
  if (element.tagName === 'main' || attribute(element, 'role') === 'main') return 1
  return 0
}

/**
 * The element that holds the article: the one that says so and holds the most prose, if that is at
 * least half of the page's; else the body. Of that, the smallest that holds nearly all its prose.
 */
export function articleRoot(body: Parent, elements: readonly Element[], weights: Weights): Parent {
  const all = weights.of(body).prose
  const named = onlyNamed(elements, all * 0.2, weights)
  if (named !== null)
    return whole(core(smallestHolder(named, 0.95, weights), weights), body, weights)
  let best: Element | null = null
  let bestScore = 0
  for (const element of elements) {
    const { prose } = weights.of(element)
    if (prose < all * 0.45 || weights.chrome.has(element)) continue
    const strength = claim(element)
    const score = strength === 0 ? 0 : prose / Math.max(1, all) + strength * 0.06
    if (score > bestScore) {
      best = element
      bestScore = score
    }
  }
  const holder =
    best === null ? smallestHolder(body, 0.8, weights) : smallestHolder(best, 0.95, weights)
  return whole(core(holder, weights), body, weights)
}

/** Elements that are passages, or hold them for the one around. */
const passages = /^(?:p|blockquote|ul|ol|dl|pre|table|h[1-6]|figure|span|font)$/

/** The element whose own children are most of a holder's passages, if they are nearly all of them. */
function core(holder: Parent, weights: Weights): Parent {
  const { prose } = weights.of(holder)
  const direct = new Map<Parent, number>()
  for (const element of elementsOf(holder, (inner) => !weights.chrome.has(inner))) {
    const around = element.parentNode
    if (around === null || !('tagName' in around) || !holders.has(around.tagName)) continue
    if (!passages.test(element.tagName)) continue
    const sum = (direct.get(around) ?? 0) + weights.of(element).prose
    direct.set(around, sum)
    if (sum >= prose * coreShare && around !== holder && prose > 0)
      return hasTwin(around, holder, weights) ? holder : around
  }
  return holder
}

/** The element around, where it holds another part of the same make. */
function whole(part: Parent, body: Parent, weights: Weights): Parent {
  if (part === body || !('tagName' in part) || part.parentNode === null) return part
  return hasTwin(part, part.parentNode, weights) ? part.parentNode : part
}

/** Whether passages stand in another part of the same make: a builder of pages cuts a text into several. */
function hasTwin(part: Element, holder: Parent, weights: Weights): boolean {
  const name = attribute(part, 'class')?.trim() ?? ''
  if (name === '') return false
  for (const element of elementsOf(holder, (inner) => !weights.chrome.has(inner))) {
    if (element === part || element.tagName !== part.tagName || weights.chrome.has(element))
      continue
    if (attribute(element, 'class')?.trim() !== name || isIn(part, element) || isIn(element, part))
      continue
    const { prose, links, text } = weights.of(element)
    if (prose >= leastProse * 2 && links < text * 0.1 && !isCard(element)) return true
  }
  return false
}

/** A part with a linked heading of its own offers another article. */
function isCard(element: Element): boolean {
  let left = 200
  for (const inner of elementsOf(element)) {
    if (--left < 0 || /^(?:article|h1|time|form|textarea)$/.test(inner.tagName)) return true
    if (
      /^h[2-6]$/.test(inner.tagName) &&
      [...elementsOf(inner)].some(({ tagName }) => tagName === 'a')
    )
      return true
  }
  return false
}

/** Of the prose; the figures for other shares are in docs/decisions/0005-html-extraction.md. */
const coreShare = 0.65

/** Characters: a shorter line above the article is a label or a standfirst. */
const shortestLead = 140

/** Passages between the headline and the article's element: leads that a page sets apart. */
export function leadsOf(body: Parent, root: Parent, weights: Weights): ReadonlySet<Element> {
  const leads = new Set<Element>()
  let headed = false
  for (const element of elementsOf(body, (inner) => !weights.chrome.has(inner))) {
    if (element === root) return headed ? leads : new Set()
    if (element.tagName === 'h1') {
      headed = true
      leads.clear()
    }
    const { own, links, prose } = weights.of(element)
    const isLead = own >= shortestLead && links < own * 0.3 && prose === own
    if (isLead && /^(?:p|div|h2|section)$/.test(element.tagName) && !weights.chrome.has(element))
      leads.add(element)
  }
  return new Set()
}

/**
 * The element that names itself the article's body, if no other does beside it: what a page shows
 * under an article can be longer than the article.
 */
function onlyNamed(elements: readonly Element[], least: number, weights: Weights): Element | null {
  const named = elements.filter(
    (element) =>
      !weights.chrome.has(element) && weights.of(element).prose > least && claim(element) >= 3,
  )
  const [top] = named
  if (top === undefined || named.length > 50) return null
  let best = top
  for (const element of named) {
    if (!isIn(element, top)) return null
    if (weights.of(element).prose >= weights.of(best).prose * 0.9) best = element
  }
  return best
}

function isIn(element: Element, other: Element): boolean {
  let here: Parent | null = element
  while (here !== null && here !== other) here = 'parentNode' in here ? here.parentNode : null
  return here === other
}

const holders: ReadonlySet<string> = new Set([
  'div',
  'section',
  'article',
  'main',
  'table',
  'tbody',
  'tr',
  'td',
  'center',
  'form',
  'span',
  'font',
  'body',
])

/** Goes down while one child holds the given share of the prose. */
function smallestHolder(top: Parent, share: number, weights: Weights): Parent {
  let here = top
  const { prose } = weights.of(top)
  if (prose === 0) return top
  for (;;) {
    const inner = here.childNodes.find(
      (child): child is Element =>
        isElement(child) &&
        holders.has(child.tagName) &&
        weights.of(child).prose >= prose * share &&
        weights.of(child).own < prose * share,
    )
    if (inner === undefined) return here
    here = inner
  }
}

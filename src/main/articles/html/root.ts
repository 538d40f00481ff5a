// Finds the element that holds the article. Prose is weighed once for every element, from the leaves
// up; then the page's own markup is believed where it holds the prose, and the weights where not.
import { isHidden, whyChrome } from './chrome.ts'
import {
  attribute,
  blockTags,
  type Element,
  isElement,
  isText,
  neverText,
  type Parent,
} from './dom.ts'

export interface Weights {
  /** Characters of prose outside links and outside the page's chrome. */
  readonly prose: ReadonlyMap<Parent, number>
  /** Elements that are the page's chrome, and why. */
  readonly chrome: ReadonlyMap<Element, string>
}

interface Visit {
  readonly element: Parent
  readonly parent: Visit | null
  next: number
  prose: number
  raw: number
  /** Characters directly in it or in inline elements. */
  own: number
  holdsArticle: boolean
  readonly inLink: boolean
}

/**
 * Weighs every element below the root. Where the names of a page's parts would make most of its
 * prose chrome, those names are not believed. Linear, without recursion.
 */
export function weigh(root: Parent): Weights {
  const first = weighOnce(root, () => true)
  const all = first.raw.get(root) ?? 0
  if ((first.prose.get(root) ?? 0) >= all * 0.3) return first
  return weighOnce(
    root,
    (element) => strong.has(element.tagName) || (first.raw.get(element) ?? 0) < all * 0.5,
  )
}

type Believes = (element: Element) => boolean

interface FullWeights extends Weights {
  /** Characters of prose, chrome included. */
  readonly raw: ReadonlyMap<Parent, number>
}

function weighOnce(root: Parent, believes: Believes): FullWeights {
  const raw = new Map<Parent, number>()
  const prose = new Map<Parent, number>()
  const chrome = new Map<Element, string>()
  const visit = (element: Parent, parent: Visit | null, inLink: boolean): Visit => ({
    element,
    parent,
    next: 0,
    prose: 0,
    raw: 0,
    own: 0,
    holdsArticle: false,
    inLink,
  })
  let here: Visit | null = visit(root, null, false)
  while (here !== null) {
    const child: Parent['childNodes'][number] | undefined = here.element.childNodes[here.next++]
    if (child === undefined) {
      leave(here, { prose, raw, chrome }, believes)
      here = here.parent
    } else if (isText(child)) {
      if (!here.inLink) here.own += child.value.trim().length
    } else if (isElement(child) && !neverText.has(child.tagName) && !isHidden(child)) {
      here = visit(child, here, here.inLink || child.tagName === 'a')
    }
  }
  return { prose, raw, chrome }
}

interface Tally {
  readonly prose: Map<Parent, number>
  readonly raw: Map<Parent, number>
  readonly chrome: Map<Element, string>
}

function leave(visit: Visit, tally: Tally, believes: Believes): void {
  const { element, parent } = visit
  const isBlock = 'tagName' in element && blockTags.has(element.tagName)
  // Short scraps are labels, menus and buttons.
  if ((isBlock || parent === null) && visit.own >= 60) {
    visit.prose += visit.own
    visit.raw += visit.own
  }
  const why = 'tagName' in element && believes(element) ? whyChrome(element) : null
  const isArticle = visit.holdsArticle || saysArticle(visit)
  const isChrome =
    why !== null && 'tagName' in element && (!isArticle || strong.has(element.tagName))
  if (isChrome) tally.chrome.set(element, why)
  tally.prose.set(element, isChrome ? 0 : visit.prose)
  tally.raw.set(element, visit.raw)
  if (parent === null) return
  parent.raw += visit.raw
  if (!isChrome) parent.prose += visit.prose
  if (isArticle) parent.holdsArticle = true
  if (!isBlock && !isChrome) parent.own += visit.own
}

function saysArticle({ element, prose, own }: Visit): boolean {
  if (!('tagName' in element)) return false
  if (element.tagName === 'h1') return prose + own > 0
  return attribute(element, 'itemprop') === 'articleBody'
}

const strong: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'button'])

const bodyName =
  /(?:^|[\s_-])(?:article|story|post|entry|news)[-_]?(?:body|content|text|main)(?=$|[\s_-])|(?:^|\s)(?:e-content|mw-parser-output|postcontent|blog-post|story)(?=$|\s)/i

/** How sure an element's own words make it to hold the article, 0 for not at all. */
function claim(element: Element): number {
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
 * least half of the page's; else the smallest that holds nearly all prose.
 */
export function articleRoot(body: Parent, elements: Iterable<Element>, weights: Weights): Parent {
  const all = weights.prose.get(body) ?? 0
  let best: Element | null = null
  let bestScore = 0
  for (const element of elements) {
    const prose = weights.prose.get(element) ?? 0
    if (prose < all * 0.45 || weights.chrome.has(element)) continue
    const strength = claim(element)
    const score = strength === 0 ? 0 : prose / Math.max(1, all) + strength * 0.06
    if (score > bestScore) {
      best = element
      bestScore = score
    }
  }
  return best ?? smallestHolder(body, all, weights)
}

function smallestHolder(body: Parent, all: number, weights: Weights): Parent {
  let here = body
  for (;;) {
    const inner = here.childNodes.find(
      (child): child is Element =>
        isElement(child) && (weights.prose.get(child) ?? 0) >= all * 0.8 && child.tagName !== 'p',
    )
    if (inner === undefined || all === 0) return here
    here = inner
  }
}

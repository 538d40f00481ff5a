// Weighs a page: how much prose every element holds, how much of its text is links, and what of it
// the page itself names as its chrome. Once for all elements, from the leaves up.
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
import { doubtful } from './doubt.ts'
import { leastProse, type Weight, type Weights } from './weights.ts'

interface Visit {
  readonly element: Parent
  readonly parent: Visit | null
  readonly inLink: boolean
  next: number
  prose: number
  raw: number
  text: number
  links: number
  anchors: number
  own: number
  holdsArticle: boolean
}

/**
 * Weighs every element below the root. Where the names of a page's parts would take prose away that
 * nothing else speaks against, those names are not believed. Linear, without recursion.
 */
export function weigh(root: Parent): Weights {
  const first = weighOnce(root, () => true)
  const { raw, prose } = first.of(root)
  const doubted = doubtful(root, first)
  if (doubted.size === 0 && prose >= raw * 0.3) return first
  const second = weighOnce(root, (element) => !doubted.has(element))
  if (second.of(root).prose >= second.of(root).raw * 0.3) return second
  return weighOnce(
    root,
    (element) =>
      !doubted.has(element) && (strong.has(element.tagName) || first.of(element).raw < raw * 0.5),
  )
}

type Believes = (element: Element) => boolean

const nothing: Weight = { prose: 0, raw: 0, text: 0, links: 0, anchors: 0, own: 0 }

function weighOnce(root: Parent, believes: Believes): Weights {
  const known = new Map<Parent, Weight>()
  const chrome = new Map<Element, string>()
  let here: Visit | null = visitOf(root, null, false)
  while (here !== null) {
    const child: Parent['childNodes'][number] | undefined = here.element.childNodes[here.next++]
    if (child === undefined) {
      leave(here, known, chrome, believes)
      here = here.parent
    } else if (isText(child)) {
      const weight = weightOf(child.value)
      here.text += weight
      if (here.inLink) here.links += weight
      else here.own += weight
    } else if (isElement(child) && !neverText.has(child.tagName) && !isHidden(child)) {
      here = visitOf(child, here, here.inLink || isLink(child))
    }
  }
  return { of: (element) => known.get(element) ?? nothing, chrome }
}

/** An address with markup in it is one whose closing quote was forgotten. */
const isLink = (element: Element): boolean =>
  element.tagName === 'a' && attribute(element, 'href')?.includes('<') !== true

const visitOf = (element: Parent, parent: Visit | null, inLink: boolean): Visit => ({
  ...nothing,
  element,
  parent,
  inLink,
  next: 0,
  holdsArticle: false,
})

const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

function weightOf(text: string): number {
  const plain = text.trim()
  return plain.length + 2 * (plain.match(dense)?.length ?? 0)
}

function leave(
  visit: Visit,
  known: Map<Parent, Weight>,
  chrome: Map<Element, string>,
  believes: Believes,
): void {
  const { element, parent, own, text, links } = visit
  const isBlock = 'tagName' in element && blockTags.has(element.tagName)
  if ((isBlock || parent === null) && own >= leastProse) {
    visit.prose += own
    visit.raw += own
  }
  const why = 'tagName' in element && believes(element) ? whyChrome(element) : null
  const isArticle = visit.holdsArticle || saysArticle(visit)
  const isChrome =
    why !== null && 'tagName' in element && (!isArticle || strong.has(element.tagName))
  if (isChrome) chrome.set(element, why)
  const prose = isChrome ? 0 : visit.prose
  const anchors = visit.anchors + ('tagName' in element && element.tagName === 'a' ? 1 : 0)
  known.set(element, { prose, raw: visit.raw, text, links, anchors, own })
  if (parent === null) return
  parent.raw += visit.raw
  parent.text += text
  parent.links += links
  parent.anchors += anchors
  parent.prose += prose
  if (isArticle) parent.holdsArticle = true
  if (!isBlock && !isChrome) parent.own += own
}

function saysArticle({ element, prose, own }: Visit): boolean {
  if (!('tagName' in element)) return false
  if (element.tagName === 'h1') return prose + own > 0
  return attribute(element, 'itemprop') === 'articleBody'
}

const strong: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'button'])

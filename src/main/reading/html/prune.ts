// Finds what an article's element holds besides the article: lists of links, cards of other
// articles, labels above and below the passages. Goes by what stands there, where names say nothing.
import { blockTags, type Element, elementsOf, type Parent } from './dom.ts'
import { isNote, isNoteList } from './notes.ts'
import { isTeaser } from './teasers.ts'
import { leastProse, type Weights } from './weights.ts'

interface Flow {
  /** Where the first and the last passage stand in the order of the article's elements. */
  readonly first: number
  readonly last: number
  /** Elements that hold passages directly. */
  readonly homes: ReadonlySet<Parent>
  /** Whether few of its paragraphs are nothing but a link. */
  readonly teases: boolean
  readonly places: ReadonlyMap<Element, number>
}

/**
 * Adds to the chrome of a page what is not the article within its root. Linear.
 * @param around the elements around the root and it itself
 */
export function prune(root: Parent, weights: Weights): void {
  const { chrome } = weights
  const all = weights.of(root)
  const isText = (element: Element): boolean => !chrome.has(element) && !isNoteList(element)
  const flow = flowOf([...elementsOf(root, isText)].filter(isText), weights)
  if (flow.last < 0) return
  let at = -1
  for (const element of elementsOf(root, isText)) {
    at = flow.places.get(element) ?? at
    if (chrome.has(element) || isNoteList(element) || isNote(element)) continue
    const { text, links, anchors, prose } = weights.of(element)
    if (text === 0 || !blockTags.has(element.tagName) || text > all.text * 0.4) continue
    const density = links / text
    const inFlow = flow.homes.has(parentOf(element, root))
    const look = { element, density, anchors, prose, text, inFlow, teases: flow.teases }
    const why =
      teaser(look) ??
      (at < flow.first ? above(look, weights) : at > flow.last ? below(look, weights) : among(look))
    if (why === null) continue
    chrome.set(element, why)
  }
}

interface Look {
  readonly element: Element
  readonly density: number
  readonly anchors: number
  readonly prose: number
  readonly text: number
  readonly inFlow: boolean
  /** Paragraphs that are one link are the exception here, not what the article is made of. */
  readonly teases: boolean
}

const containers = /^(?:div|section|ul|ol|dl|table|menu|article|header|h[1-6]|p|li|label|center)$/
const headings = /^h[1-6]$/

const teaser = ({ element, density, anchors, prose }: Look): string | null =>
  teasing.test(element.tagName) &&
  prose < 200 &&
  (anchors > 0 || headings.test(element.tagName) || element.tagName === 'p') &&
  isTeaser(element, density)
    ? 'Another article, offered by the page'
    : null

const teasing = /^(?:div|section|ul|p|li|h[2-6]|center|table|blockquote)$/

function above({ element, density, prose, text }: Look, weights: Weights): string | null {
  const { tagName } = element
  if (!containers.test(tagName) || headings.test(tagName) || prose > 0) return null
  if (tagName === 'li' && isOfList(element, weights)) return null
  return density > 0.6 || (tagName !== 'p' && text < leastProse) ? 'Above the article' : null
}

/** An item of a list that says something: what a dish is made of. */
function isOfList({ parentNode }: Element, weights: Weights): boolean {
  if (parentNode === null) return false
  const { text, links } = weights.of(parentNode)
  return text >= leastProse && links < text * 0.4
}

function below({ element, density }: Look, weights: Weights): string | null {
  if (!containers.test(element.tagName)) return null
  if (density > 0.4) return 'Links after the article'
  return headings.test(element.tagName) && !leadsOn(element, weights)
    ? 'A heading after the article'
    : null
}

/** Whether a heading stands over lines of text: an address, a list of what was used. */
function leadsOn(heading: Element, weights: Weights): boolean {
  const siblings = heading.parentNode?.childNodes ?? []
  const next =
    siblings.length > 2000
      ? undefined
      : siblings
          .slice(siblings.indexOf(heading) + 1)
          .find((node): node is Element => 'tagName' in node)
  if (next === undefined || !/^(?:p|ul|ol|dl|table)$/.test(next.tagName)) return false
  if (isNoteList(next)) return true
  if (weights.chrome.has(next)) return false
  const { text, links } = weights.of(next)
  return text >= (next.tagName === 'p' ? 15 : 3) && links < text * 0.3
}

function among({ element, density, anchors, prose, text, inFlow, teases }: Look): string | null {
  const { tagName } = element
  if (tagName === 'p' && teases && inFlow && anchors > 0 && density > 0.7 && text > 25)
    return 'Another article, offered by the page'
  if (!containers.test(tagName) || headings.test(tagName) || inFlow) return null
  return density > 0.6 && prose === 0 && anchors > 2 ? 'A list of links' : null
}

const parentOf = (element: Element, root: Parent): Parent => element.parentNode ?? root

function flowOf(elements: readonly Element[], weights: Weights): Flow {
  const homes = new Set<Parent>()
  let first = -1
  let last = -1
  let passages = 0
  let linked = 0
  for (const [at, element] of elements.entries()) {
    const { own, links, text } = weights.of(element)
    if (element.tagName === 'li' && element.parentNode !== null) {
      const list = weights.of(element.parentNode)
      if (list.links > list.text * 0.5) continue
    }
    if (element.tagName === 'p' && text > 25 && links > text * 0.9) linked++
    if (!blockTags.has(element.tagName) || own < leastProse || links > own) continue
    if (/^(?:figcaption|h[1-6])$/.test(element.tagName)) continue
    passages++
    if (first < 0) first = at
    last = at
    if (element.parentNode !== null) homes.add(element.parentNode)
  }
  const places = new Map(elements.map((element, at) => [element, at]))
  return { first, last, homes, places, teases: linked * 3 <= passages }
}

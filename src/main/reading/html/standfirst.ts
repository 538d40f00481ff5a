// The standfirst: what a page sets under its headline, where it marks it as such.
import { attribute, type Element, textOf } from './dom.ts'

export interface Standfirst {
  readonly element: Element
  readonly text: string
}

const names =
  /(?:^|[\s_-])(?:sub-?titles?|sub-?head(?:ing|line)?s?|subline|standfirst|dek|deck|strapline)(?=$|[\s_-])/i
const shortest = 15
const longest = 320

/**
 * The standfirst by the headline; null where none is marked.
 * @param elements of the page in its order, its chrome left out
 */
export function standfirstOf(elements: readonly Element[]): Standfirst | null {
  const top = elements.findIndex(({ tagName }) => tagName === 'h1')
  if (top < 0) return null
  for (const element of elements.slice(top + 1, top + 60)) {
    if (!isMarked(element)) continue
    const text = textOf(element, longest + 1)
    if (text.length >= shortest && text.length <= longest) return { element, text }
  }
  return null
}

function isMarked(element: Element): boolean {
  const { tagName, parentNode } = element
  if (!/^(?:h[2-6]|p|div|span|section)$/.test(tagName)) return false
  if (/\balternativeHeadline\b/.test(attribute(element, 'itemprop') ?? '')) return true
  if (/^(?:h[2-6]|p)$/.test(tagName) && parentNode?.nodeName === 'hgroup') return true
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return names.test(name.replace(/([a-z])([A-Z])/g, '$1-$2'))
}

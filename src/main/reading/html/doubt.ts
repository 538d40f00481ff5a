// The names of a page's parts are hints. Where one would take away prose, a second reason is asked for:
// links, a form, words that say the same, or an article that is left without it.
import { attribute, type Element, elementsOf, leafTextOf, type Parent } from './dom.ts'
import { leastProse, type Weights } from './weights.ts'

/** Nothing may take more of the prose for its name alone. */
const most = 1 / 3

/** Characters of prose, by the headline, that are an article when all else is left out. */
const leastLeft = 400

/** By reasons of `whyChrome`: words that say the same as the name. */
const words: Readonly<Record<string, RegExp | undefined>> = {
  'An offer to subscribe':
    /newsletter|subscri|sign(?:ed)? ?(?:up|in)|log ?in|inbox|abonn|anmeld|registr|regístr|suscri|suscrí|assin|iscriv|nieuwsbrief|prenumer|infolettre|bolet[ií]|donat|spende|support (?:us|our)|member/i,
  'A notice about cookies': /cookie|consent|einwillig|datenschutz|privacy|rgpd|gdpr|dsgvo|lgpd/i,
  Advertising:
    /advert|anzeige|werbung|sponsor|promo|publicid|pubblicit|publicit|reclame|annons|offer|angebot|deal|coupon|discount|shop|buy|kauf|\d ?(?:%|€|\$)/i,
  'Links for sharing':
    /share|teilen|partag|compart|condivid|delen|dela|twitter|facebook|whatsapp|follow/i,
  'About the author':
    /\b(?:is|was|ist|war|est|es|è|é|writes|schreibt|covers|lives|lebt|born|geboren|né|journalist\w*|editor|autor\w*|author)\b/i,
  'Topics the page files the article under':
    /tags?\b|topics?|filed|categor|themen|schlag|étiquett|etiquet|tema/i,
  'Beside the article, not in it': /(?!)/,
  'Navigation of the page': /(?!)/,
}

/** What others wrote, or other articles: long beside an article that is there without it. */
const besides =
  /comments|Other articles|Beside the article|Foot of the page|Head of the page|Navigation|About the author/

/** Parts of chrome whose prose is most likely the article's. One pass over the page's elements. */
export function doubtful(root: Parent, weights: Weights): ReadonlySet<Element> {
  const { chrome } = weights
  const all = weights.of(root).raw
  const doubted = new Set<Element>()
  const groups = new Map<string, { readonly parts: Element[]; raw: number }>()
  const topmost = [...elementsOf(root, (element) => !chrome.has(element))].filter((element) =>
    chrome.has(element),
  )
  for (const element of topmost) {
    const { raw } = weights.of(element)
    const why = chrome.get(element) ?? ''
    if (raw === 0 || hasReason(element, why, weights)) continue
    if (isPassage(element, weights) && words[why] !== undefined) doubted.add(element)
    const group = groups.get(why) ?? { parts: [], raw: 0 }
    group.parts.push(element)
    group.raw += raw
    groups.set(why, group)
  }
  const left = weights.of(root).prose
  const headed = [...elementsOf(root, (element) => !chrome.has(element))].some(
    ({ tagName }) => tagName === 'h1',
  )
  for (const [why, { parts, raw }] of groups) {
    if (raw < all * most || (besides.test(why) && left >= leastLeft && headed)) continue
    for (const part of parts) doubted.add(part)
  }
  return doubted
}

/** A paragraph, whatever is said of it: sections are set apart by name, passages are styled. */
const isPassage = (element: Element, weights: Weights): boolean =>
  element.tagName === 'p' && weights.of(element).raw >= leastProse

/** Whether something besides its name says that a part is chrome. */
function hasReason(element: Element, why: string, weights: Weights): boolean {
  const { links, text, raw } = weights.of(element)
  if (links > text * 0.35) return true
  if (raw < 2000 && words[why]?.test(leafTextOf(element, 600)) === true) return true
  let fields = 0
  for (const inner of elementsOf(element)) {
    if (inner.tagName === 'h1') return false
    if (/^(?:input|textarea|select)$/.test(inner.tagName) && attribute(inner, 'type') !== 'hidden')
      fields++
  }
  return fields > 0 && raw < 600
}

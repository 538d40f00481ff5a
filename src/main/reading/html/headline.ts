// The headline of a page, from the half dozen places where pages put it.

import { attribute, type Element, ownText, textOf } from './dom.ts'
import type { LinkedData } from './json-ld.ts'
import { withoutSite } from './names.ts'
import { squeeze } from './squeeze.ts'

/**
 * The headline; null where the page has none.
 * @param named what its metadata calls it, the site's name perhaps with it
 * @param source the outlet's name
 */
export function headlineOf(
  elements: readonly Element[],
  named: string | null,
  data: LinkedData,
  source: string | null,
): string | null {
  const page = elements.find(({ tagName }) => tagName === 'title')
  const pageTitle = page === undefined ? '' : ownText(page).slice(0, 2 * longest)
  const headings = elements.filter(({ tagName }) => /^h[1-3]$/.test(tagName)).slice(0, 200)
  const main = headings.filter(({ tagName }) => tagName === 'h1').map(headingText)
  const marked = elements.find((element) =>
    /\bheadline\b/.test(attribute(element, 'itemprop') ?? ''),
  )
  const candidates = [
    called(headings, named, source),
    seenIn(pageTitle, headings),
    marked === undefined ? null : textOf(marked),
    within(main, data.headline ?? named),
    data.headline,
    longer(main, withoutSite(pageTitle, source)),
    longer(main, withoutSite(named ?? '', source)),
    named === null ? null : withoutSite(named, source),
    main.length === 1 ? main[0] : null,
    withoutSite(pageTitle, source),
  ]
  const titles = candidates.filter(
    (title): title is string =>
      typeof title === 'string' && title.length > 0 && title.length <= longest,
  )
  // Some outlets call every page by their own name.
  const outlet = squeeze(source ?? '')
  return titles.find((title) => squeeze(title) !== outlet) ?? titles[0] ?? null
}

const kickers =
  /(?:^|[\s_-])(?:kickers?|overline|dachzeile|top-?line|eyebrow|roof-?line|spitzmarke|ortsmarke|pre-?title|pre-?headline|sur-?titre|volanta|ante-?titulo|occhiello|vignette|rubrik|rubric|category|chapeau-label|label|flag)(?=$|[\s_-])/i

/** What a heading says, without the department that some pages put into it. */
function headingText(heading: Element): string {
  const isKicker = (node: Element['childNodes'][number]): node is Element =>
    'tagName' in node &&
    kickers.test((attribute(node, 'class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2'))
  const kept = heading.childNodes.filter((node) => !isKicker(node))
  const text =
    kept.length < heading.childNodes.length ? textOf({ ...heading, childNodes: kept }) : ''
  return text === '' ? textOf(heading) : text
}

/** Characters: more is a text put in the wrong place. */
const longest = 500

const borders = /\s+(?:[|»·•–—-]|::)\s+/

/**
 * The heading that is the page's title, or some of its parts in a row: the headline as readers see it.
 * Whole headings come first, the longest of them: of a site's name and a headline, the headline; of a
 * headline and its first half, all of it.
 */
function seenIn(pageTitle: string, headings: readonly Element[]): string | null {
  const runs = runsOf(pageTitle.split(borders).map(squeeze))
  const whole = squeeze(pageTitle)
  const texts = headings.map((heading) => ({
    heading,
    text: headingText(heading),
    isTop: heading.tagName === 'h1',
  }))
  const tops = texts.filter(({ text, isTop }) => isTop && text.length > 3)
  const starting = tops.map(({ text }) => text).filter((text) => whole.startsWith(squeeze(text)))
  const found = longestOf([
    ...starting,
    ...texts.map(({ text }) => text).filter((text) => text.length > 3 && runs.has(squeeze(text))),
  ])
  // A heading that begins with its department: the rest is the page's title.
  const ending = longestOf(tops.map(({ heading, text }) => endIn(heading, text, runs) ?? ''))
  const best = longestOf([found, ending])
  return best === '' ? null : best
}

/** The heading that the metadata names, word for word: a page's own title may name its department alone. */
function called(
  headings: readonly Element[],
  named: string | null,
  source: string | null,
): string | null {
  const key = squeeze(named ?? '')
  if (key.length < 10 || key === squeeze(source ?? '')) return null
  return headings.map(headingText).find((text) => squeeze(text) === key) ?? null
}

/** The only main heading, if it begins as the page's title does and says more: titles are cut short. */
const longer = ([only, ...rest]: readonly string[], title: string): string | null =>
  only !== undefined &&
  rest.length === 0 &&
  squeeze(title).length >= 10 &&
  squeeze(only).startsWith(squeeze(title))
    ? only
    : null

/** All rows of neighbouring parts, each without borders. */
function runsOf(parts: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>()
  for (const from of parts.keys())
    for (let until = from + 1; until <= Math.min(parts.length, from + 8); until++)
      runs.add(parts.slice(from, until).join(''))
  return runs
}

/** What stands in a heading after its first elements, if that is the page's title; null if not. */
function endIn(heading: Element, text: string, runs: ReadonlySet<string>): string | null {
  if (!heading.childNodes.some((node) => 'tagName' in node)) return null
  const words = text.split(' ')
  for (let at = 1; at < Math.min(words.length, 8); at++) {
    const rest = words.slice(at).join(' ')
    if (rest.length >= 10 && runs.has(squeeze(rest))) return rest
  }
  return null
}

const longestOf = (texts: readonly string[]): string =>
  texts.reduce((best, text) => (text.length > best.length ? text : best), '')

/** The heading that the metadata's title ends with, after the name of a department. */
const within = (headings: readonly string[], named: string | null): string | undefined =>
  named === null
    ? undefined
    : headings.find((text) => text.length >= 10 && squeeze(named).endsWith(squeeze(text)))

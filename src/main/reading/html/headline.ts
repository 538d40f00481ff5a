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
  const main = headings.filter(({ tagName }) => tagName === 'h1').map((h1) => textOf(h1))
  const marked = elements.find((element) =>
    /\bheadline\b/.test(attribute(element, 'itemprop') ?? ''),
  )
  const candidates = [
    seenIn(pageTitle, headings),
    marked === undefined ? null : textOf(marked),
    within(main, data.headline ?? named),
    data.headline,
    named === null ? null : withoutSite(named, source),
    main.length === 1 ? main[0] : null,
    withoutSite(pageTitle, source),
  ]
  return (
    candidates.find(
      (title) => typeof title === 'string' && title.length > 0 && title.length <= longest,
    ) ?? null
  )
}

/** Characters: more is a text put in the wrong place. */
const longest = 500

const borders = /\s+(?:[|»·•–—-]|::)\s+/

/**
 * The heading that is the page's title, or one of its parts: the headline as readers see it. Of a
 * site's name and a headline, both in headings, the longer one.
 */
function seenIn(pageTitle: string, headings: readonly Element[]): string | null {
  const parts = new Set(pageTitle.split(borders).map(squeeze))
  const whole = squeeze(pageTitle)
  const tops = headings.filter(({ tagName }) => tagName === 'h1')
  const top = tops.map((h1) => textOf(h1)).find((text) => text.length > 3 && starts(whole, text))
  const home = top !== undefined && tops.length === 1 && parts.size > 1 && parts.has(squeeze(top))
  if (top !== undefined && !home) return top
  const longest = headings
    .map((heading) => textOf(heading))
    .filter((text) => text.length > 3 && parts.has(squeeze(text)))
    .reduce((best, text) => (text.length > best.length ? text : best), top ?? '')
  return longest === '' ? null : longest
}

const starts = (whole: string, text: string): boolean => whole.startsWith(squeeze(text))

/** The heading that the metadata's title ends with, after the name of a department. */
const within = (headings: readonly string[], named: string | null): string | undefined =>
  named === null
    ? undefined
    : headings.find((text) => text.length >= 10 && squeeze(named).endsWith(squeeze(text)))

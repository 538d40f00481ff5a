// When a page was published. Every place that says so is asked, in the page's metadata, by its headline
// and in its address; a day counts as much as the places together that name it.
import { addressDate } from './address-date.ts'
import { changeNames, dateNames } from './date-words.ts'
import { attribute, type Element, isElement, isText, leafTextOf, neverText } from './dom.ts'
import type { LinkedData } from './json-ld.ts'
import { dayBegunIn, daysBetween, isInUtc } from './local-day.ts'
import { isInCard, type Placed, type Vicinity } from './place.ts'
import { type DateKind, dateIn, datesIn } from './read-date.ts'

/** How much each place is believed. */
const worth = {
  described: 10,
  marked: 8,
  labelled: 8,
  time: 6,
  named: 6,
  alone: 5,
  markedBelow: 5,
  address: 4,
  addressMonth: 1,
} as const

/** By `<meta>`; what is said of the article outright, before what may be said of the file. */
const metaWorth: Readonly<Record<string, number>> = {
  'article:published_time': 9,
  'og:article:published_time': 9,
  'og:published_time': 9,
  'article.published': 9,
  'parsely-pub-date': 9,
  'sailthru.date': 9,
  datepublished: 8,
  citation_publication_date: 8,
  citation_online_date: 8,
  citation_date: 8,
  'article:published': 8,
  'dc.date.issued': 7,
  'dcterms.issued': 7,
  pubdate: 7,
  publishdate: 7,
  'publish-date': 7,
  publication_date: 7,
  'publication-date': 7,
  release_date: 7,
  'og:pubdate': 7,
  'dc.date.created': 6,
  'dcterms.created': 6,
  'article.created': 6,
  'dc.date': 5,
  'dcterms.date': 5,
  date: 5,
}

interface Candidate {
  /** ISO 8601. */
  readonly date: string
  readonly worth: number
  /** Shown to readers or in the address: on the outlet's own day. */
  readonly local: boolean
}

/** What is asked for the date of a page. */
export interface DatedPage {
  readonly vicinity: Vicinity
  readonly said: ReadonlyMap<string, readonly string[]>
  readonly data: LinkedData
  readonly addresses: readonly string[]
  /** The page's scripts. */
  readonly scripts: readonly string[]
  readonly language: string | null
}

/** When a page was published, in ISO 8601; null where it says nothing that can be understood. */
export function publishedOf(page: DatedPage): string | null {
  const { shown, changed } = shownDates(page)
  const candidates = [...statedDates(page), ...shown, ...addressDates(page)]
  return best(candidates, page.language) ?? inScripts(page.scripts) ?? best(changed, page.language)
}

const inScript =
  /["']?(?:date_?published|published_?(?:at|date|on|time)|publish_?date|publication_?date|pub_?date|first_?published(?:_?at|_?date)?)["']?\s*[:=]\s*["'](\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,12}(?:Z|[+-]\d\d:?\d\d)?)?)["']/gi

/** What a page tells its scripts, where all of them are told the same: data of other articles is there too. */
function inScripts(scripts: readonly string[]): string | null {
  const dates = new Set<string>()
  for (const script of scripts)
    for (const [, value = ''] of script.slice(0, 200_000).matchAll(inScript)) {
      const date = dateIn(value, null)
      if (date !== null) dates.add(date)
    }
  const days = new Set([...dates].map((date) => date.slice(0, 10)))
  return days.size === 1 ? ([...dates][0] ?? null) : null
}

function best(candidates: readonly Candidate[], language: string | null): string | null {
  const days = new Map<string, number>()
  for (const one of candidates) {
    const day = dayOf(one, candidates, language)
    days.set(day, (days.get(day) ?? 0) + one.worth)
  }
  for (const day of days.keys())
    if (day.length === 10) days.set(day, (days.get(day) ?? 0) + (days.get(day.slice(0, 7)) ?? 0))
  const exact = [...days].filter(([day]) => day.length === 10)
  let found: readonly [string, number] | undefined
  for (const entry of exact.length > 0 ? exact : days)
    if (found === undefined || entry[1] > found[1]) found = entry
  if (found === undefined) return null
  const [day] = found
  const stated = candidates.find(({ date }) => date.startsWith(day) && date.includes('T'))
  return stated?.date ?? day
}

/** The day that a candidate names, where the outlet is. */
function dayOf(
  { date, local }: Candidate,
  all: readonly Candidate[],
  language: string | null,
): string {
  const day = date.slice(0, 10)
  if (local || !isInUtc(date)) return day
  const seen = all.filter((one) => one.local || (one.date.includes('T') && !isInUtc(one.date)))
  if (seen.some((one) => one.date.slice(0, 10) === day)) return day
  const beside = seen.find((one) => daysBetween(one.date, day) === 1)
  return beside?.date.slice(0, 10) ?? dayBegunIn(date, language) ?? day
}

function statedDates({ said, data, language }: DatedPage): readonly Candidate[] {
  const values: [string, number][] = []
  if (data.published !== null) values.push([data.published, worth.described])
  for (const [name, value] of Object.entries(metaWorth)) {
    const [first] = said.get(name) ?? []
    if (first !== undefined) values.push([first, value])
  }
  const most = new Map<string, Candidate>()
  for (const [value, believed] of values) {
    const date = dateIn(value, language)
    // One system writes the same value in many places.
    if (date !== null && (most.get(date)?.worth ?? 0) < believed)
      most.set(date, { date, worth: believed, local: !date.includes('T') && !midnight.test(value) })
  }
  return [...most.values()]
}

const midnight = /T00:00(?::00)?(?:\.0+)?Z$/

function addressDates({ addresses }: DatedPage): readonly Candidate[] {
  for (const address of addresses) {
    const date = addressDate(address)
    if (date !== null)
      return [{ date, worth: date.length === 10 ? worth.address : worth.addressMonth, local: true }]
  }
  return []
}

interface Shown {
  readonly shown: readonly Candidate[]
  /** When it was last changed: taken where nothing else is said. */
  readonly changed: readonly Candidate[]
}

const holders =
  /^(?:p|div|span|time|li|small|em|i|b|strong|dd|dt|dl|ul|td|tr|h[2-6]|header|section|address|a|footer|abbr|font|center)$/

function shownDates({ vicinity, language }: DatedPage): Shown {
  const shown: Candidate[] = []
  const changed: Candidate[] = []
  const put = (date: string, believed: number, kind: DateKind): void => {
    const list = kind === 'updated' ? changed : shown
    const same = list.findIndex((one) => one.date.slice(0, 10) === date.slice(0, 10))
    const candidate = { date, worth: believed, local: !isInUtc(date) }
    const before = list[same]
    if (before === undefined) list.push(candidate)
    // The same line is seen once for every element around it.
    else if (before.worth < believed || date.length > before.date.length)
      list[same] = { ...candidate, worth: Math.max(before.worth, believed) }
  }
  for (const placed of vicinity.near) {
    const { element, zone } = placed
    if (!holders.test(element.tagName)) {
      if (element.tagName === 'meta' && isPublished(element) && zone !== 'body') {
        const date = dateIn(attribute(element, 'content') ?? '', language)
        if (date !== null) put(date, worth.marked, 'published')
      }
      continue
    }
    if (element.tagName === 'time' || isPublished(element)) {
      const found = timeIn(placed, language)
      if (found !== null && !isInCard(placed, vicinity.headline))
        put(found.date, found.worth, found.kind)
      continue
    }
    if (zone === 'body') continue
    for (const { date, kind } of lineIn(placed, language)) {
      if (zone === 'foot' && kind === 'bare') continue
      if (isInCard(placed, vicinity.headline)) break
      const isNamed = dateNames.test(nameOf(element))
      put(date, kind === 'bare' ? (isNamed ? worth.named : worth.alone) : worth.labelled, kind)
    }
  }
  return { shown, changed }
}

const nameOf = (element: Element): string =>
  `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'itemprop') ?? ''}`.replace(
    /([a-z])([A-Z])/g,
    '$1-$2',
  )

const isPublished = (element: Element): boolean =>
  /\bdatePublished\b/.test(attribute(element, 'itemprop') ?? '') ||
  attribute(element, 'pubdate') !== null ||
  (/^(?:time|abbr)$/.test(element.tagName) &&
    /\b(?:published|entry-date|post-date|pubdate)\b/.test(attribute(element, 'class') ?? ''))

interface Timed {
  readonly date: string
  readonly kind: DateKind
  readonly worth: number
}

/** Where pages keep the exact time of what they show. */
const attributeDate = (element: Element): string | null => {
  for (const name of ['datetime', 'content', 'title', 'data-datetime', 'data-date', 'data-time']) {
    const value = attribute(element, name)
    if (value !== null && /^\d{4}-\d\d|\d{4}$/.test(value.trim())) return value.trim()
  }
  return attribute(element, 'datetime')
}

/** What a `<time>` says, with the label before it. */
function timeIn({ element, zone }: Placed, language: string | null): Timed | null {
  const words = leafTextOf(element, 60)
  const value = attributeDate(element) ?? words
  const date = dateIn(value, language) ?? dateIn(words, language)
  if (date === null) return null
  const around = element.parentNode
  const line = around !== null && 'tagName' in around ? leafTextOf(around, 161) : ''
  const labelled = datesIn(line, language).find((one) => daysBetween(one.date, date) <= 1)
  const isChange = changeNames.test(nameOf(element)) || labelled?.kind === 'updated'
  const marked =
    isPublished(element) &&
    !(/\bmodified\b|updated/.test(nameOf(element)) && !/published/.test(nameOf(element)))
  if (marked && labelled?.kind !== 'updated')
    return { date, kind: 'published', worth: zone === 'head' ? worth.marked : worth.markedBelow }
  const kind: DateKind = isChange
    ? 'updated'
    : (labelled?.kind ?? labelBefore(element, language) ?? 'bare')
  if (zone === 'body' || (kind === 'bare' && (zone === 'foot' || isInSentence(element))))
    return null
  return { date, kind, worth: kind === 'bare' ? worth.time : worth.labelled }
}

/** Whether a date stands within a passage, not by itself. */
function isInSentence(time: Element): boolean {
  let here = time.parentNode
  for (let i = 0; i < 6 && here !== null && 'tagName' in here; i++) {
    if (/^(?:p|li|dd|td|h[1-6])$/.test(here.tagName)) {
      const text = leafTextOf(here, 400)
      return text.length > 160 || /\p{Ll}{3,}(?:\s\p{Ll}{2,}){2,}/u.test(text)
    }
    here = here.parentNode
  }
  return false
}

/** The dates of a short line; one that stands alone may have its label in the element before it. */
function lineIn({ element }: Placed, language: string | null) {
  if (isWrapper(element)) return []
  const text = leafTextOf(element, 161)
  if (!/\d/.test(text)) return []
  const dates = datesIn(text, language)
  const [only] = dates
  if (dates.length !== 1 || only?.kind !== 'bare') return dates
  return [{ date: only.date, kind: labelBefore(element, language) ?? only.kind }]
}

/** An element that holds nothing but another, which says the same. */
const isWrapper = ({ childNodes }: Element): boolean =>
  childNodes.filter((node) => !isText(node) || node.value.trim() !== '').length === 1 &&
  childNodes.some((node) => isElement(node) && !neverText.has(node.tagName))

/** What the element before one calls its date: "Datum" in a list of terms. */
function labelBefore(element: Element, language: string | null): DateKind | null {
  const siblings = element.parentNode?.childNodes ?? []
  // A list of so many has no terms; and to look for each in all takes long.
  if (siblings.length > 200) return null
  const at = siblings.indexOf(element)
  const before = siblings
    .slice(Math.max(0, at - 3), at)
    .findLast((node): node is Element => isElement(node))
  const words = before === undefined ? '' : leafTextOf(before, 40)
  if (words === '' || words.length > 30 || /\d/.test(words)) return null
  return datesIn(`${words} 2000-01-01`, language).find(({ kind }) => kind !== 'bare')?.kind ?? null
}

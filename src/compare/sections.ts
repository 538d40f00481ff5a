// The sections of a comparison that is held, cut into pages.
import { type FactRow, type FactRows, lineOf } from '../shared/comparison/fact-row.ts'
import { counterpartsIn, sameRef } from '../shared/comparison/look-up.ts'
import type {
  ListCounts,
  ListName,
  PageOf,
  SectionPage,
  SectionRequest,
} from '../shared/comparison/sections.ts'
import { stepWeight } from '../shared/comparison/step-chain.ts'
import type { Difference, Link, SentenceRef } from '../shared/model/comparison.ts'
import { factRows, type RowSource } from './fact-rows.ts'
import { type HeldParts, matchesOf } from './held-parts.ts'
import { columnPage, pageOf } from './pages.ts'

export interface Sections {
  page(request: SectionRequest): SectionPage
  counts(): ListCounts
  /** What depends on verdicts is others now. */
  changed(): void
}

type Request<Name extends SectionRequest['section']> = Extract<
  SectionRequest,
  { readonly section: Name }
>
type ListRequest = { readonly section: ListName; readonly from: number }

/** About how many bytes one of each takes beside its words. */
const bytes = {
  link: 130,
  cluster: 40,
  ref: 32,
  passage: 130,
  figure: 130,
  difference: 60,
  place: 28,
  sentence: 18,
  mark: 6,
  step: 34,
  match: 200,
} as const

export function createSections(parts: HeldParts): Sections {
  const { raw, judged, clusters, marks } = parts
  let only: readonly SentenceRef[] | null = null
  let differences: readonly Difference[] | null = null
  const rows = new Map<string, FactRows>()
  const onlyNow = (): readonly SentenceRef[] => {
    only ??= marks.only()
    return only
  }
  const differencesNow = (): readonly Difference[] => {
    differences ??= heldDifferences(parts)
    return differences
  }
  /** Of one order and one way of counting at a time, which filters share. */
  const rowsOf = ({ leading, possible }: Request<'rows'>): FactRows => {
    const key = `${leading} ${possible}`
    const known = rows.get(key)
    if (known) return known
    const made = factRows(rowSource(parts), leading, possible)
    if (rows.size >= mostOrders) rows.clear()
    rows.set(key, made)
    return made
  }
  return {
    page(request) {
      switch (request.section) {
        case 'sentences':
          return sentencesPage(parts, request)
        case 'marks':
          return marksPage(parts, request)
        case 'matches':
          return {
            section: 'matches',
            ...pageOf(matchesOf(parts, request.of), request.from, matchBytes),
          }
        case 'steps':
          return stepsPage(parts, request)
        case 'rows':
          return rowsPage(rowsOf(request), request)
        default:
          return listPage(parts, { only: onlyNow, differences: differencesNow }, request)
      }
    },
    counts: () => ({
      links: judged.length,
      clusters: clusters.all().length,
      only: onlyNow().length,
      quotations: raw.quotations.length,
      figures: raw.figures.length,
      differences: differencesNow().length,
      keywords: raw.keywords.length,
    }),
    changed() {
      only = null
      differences = null
      rows.clear()
    },
  }
}

/** The lists that depend on verdicts and are made when they are asked for. */
interface LazyLists {
  only(): readonly SentenceRef[]
  differences(): readonly Difference[]
}

function listPage(
  parts: HeldParts,
  { only, differences }: LazyLists,
  { section, from }: ListRequest,
): SectionPage {
  const { raw, clusters } = parts
  switch (section) {
    case 'links':
      return { section, ...pageOf(linksOf(parts), from, () => bytes.link) }
    case 'clusters':
      return {
        section,
        ...pageOf(clusters.all(), from, ({ members }) => (1 + members.length) * bytes.cluster),
      }
    case 'only':
      return { section, ...pageOf(only(), from, () => bytes.ref) }
    case 'quotations':
      return {
        section,
        ...pageOf(raw.quotations, from, ({ words, variants }) =>
          variants.reduce((sum, each) => sum + bytes.passage + each.words.length, words.length),
        ),
      }
    case 'figures':
      return { section, ...pageOf(raw.figures, from, ({ text }) => bytes.figure + text.length) }
    case 'differences':
      return { section, ...pageOf(differences(), from, () => bytes.difference) }
    case 'keywords':
      return {
        section,
        ...pageOf(raw.keywords, from, ({ places }) => bytes.link + places.length * bytes.place),
      }
  }
}

/** Orders of the fact table that are kept until the next verdict. */
const mostOrders = 2

const matchBytes = ({ differing }: { readonly differing: readonly unknown[] }): number =>
  (1 + differing.length) * bytes.match

const linksOf = ({ judged }: HeldParts) => ({
  length: judged.length,
  at: (index: number): Link => judged.link(index),
})

/** Figures of sentences that the reader has parted are not offered as differing. */
function heldDifferences({ raw, judged }: HeldParts): readonly Difference[] {
  return raw.differences.filter(({ a, b }) => {
    const [one, other] = [raw.figures[a], raw.figures[b]]
    return !one || !other || judged.between(one, other)?.verdict !== 'no'
  })
}

function sentencesPage(
  { sentences }: HeldParts,
  { article, from }: Request<'sentences'>,
): PageOf<'sentences'> {
  const all = sentences[article] ?? []
  const { total, next, to } = columnPage(all.length, from, bytes.sentence)
  const shown = all.slice(from, to)
  return {
    section: 'sentences',
    total,
    next,
    starts: shown.map(({ start }) => start),
    ends: shown.map(({ end }) => end),
    kinds: shown.map(({ furniture, title }) => (furniture ? 1 : 0) + (title ? 2 : 0)),
  }
}

function marksPage({ marks }: HeldParts, { article, from }: Request<'marks'>): PageOf<'marks'> {
  const { told, possibly, tiers } = marks.of(article)
  const { total, next, to } = columnPage(told.length, from, bytes.mark)
  return {
    section: 'marks',
    total,
    next,
    told: [...told.subarray(from, to)],
    possibly: [...possibly.subarray(from, to)],
    tiers: [...tiers.subarray(from, to)],
  }
}

/** What the reader confirmed weighs most, then the same words; see `stepWeight`. */
function stepsPage(
  { sentences, judged }: HeldParts,
  { lead, follow, from }: Request<'steps'>,
): PageOf<'steps'> {
  const start = ({ article, sentence }: SentenceRef): number =>
    sentences[article]?.[sentence]?.start ?? 0
  const steps = (sentences[lead] ?? []).flatMap((_, sentence) => {
    const ref = { article: lead, sentence }
    return judged.of(ref).flatMap((link) => {
      const other = sameRef(link.a, ref) ? link.b : link.a
      const weight = stepWeight(link)
      return other.article !== follow || weight === null
        ? []
        : [{ lead: start(ref), follow: start(other), weight }]
    })
  })
  const { total, next, to } = columnPage(steps.length, from, bytes.step)
  const shown = steps.slice(from, to)
  return {
    section: 'steps',
    total,
    next,
    leads: shown.map((step) => step.lead),
    follows: shown.map((step) => step.follow),
    weights: shown.map(({ weight }) => weight),
  }
}

function rowsPage(
  rows: FactRows,
  { filter, from, count, holding }: Request<'rows'>,
): PageOf<'rows'> {
  const shown = rows[filter].slice(from, from + count)
  const next = from + shown.length
  const holds = ({ cells }: FactRow): boolean =>
    holding !== null &&
    cells[holding.article]?.passages.some((passage) => sameRef(passage, holding)) === true
  const place = holding ? rows[filter].findIndex(holds) : -1
  return {
    section: 'rows',
    total: rows[filter].length,
    next: next < rows[filter].length ? next : null,
    counts: {
      all: rows.all.length,
      shared: rows.shared.length,
      only: rows.only.length,
      missing: rows.missing.length,
    },
    rows: shown.map((row) => lineOf(row)),
    place: place < 0 ? null : place,
  }
}

function rowSource({ sentences, judged, clusters }: HeldParts): RowSource {
  const held = (links: readonly Link[]): readonly Link[] =>
    links.filter(({ verdict }) => verdict !== 'no')
  return {
    sentences,
    clusters: clusters.all(),
    cluster: clusters.of,
    counterparts: (ref) => counterpartsIn(held(judged.of(ref)), ref),
    possibleLinks: () =>
      held(
        Array.from({ length: judged.length }, (_, at) => judged.link(at)).filter(
          ({ tier }) => tier === 'possible',
        ),
      ),
  }
}

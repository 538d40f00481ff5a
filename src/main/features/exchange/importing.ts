// Bringing an exported JSON in: what of it is new here, under which ids, as one step of undo.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { ImportReport } from '../../../shared/calls/exchange.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { LibraryJson } from '../../../shared/export/json-schema.ts'
import { planAcross } from '../../../shared/import/across-json.ts'
import {
  type ImportPlan,
  leftOut,
  type PlannedArticle,
  parseLibraryJsonInTurns,
  planImport,
} from '../../../shared/import/parallax-json.ts'
import { namedInLists } from '../../../shared/import/records-json.ts'
import type { DuplicateChoice } from '../../../shared/import/twins.ts'
import { annotationsWithin } from '../../../shared/import/within-limits.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { entryMade } from '../../../shared/kinds/entry.ts'
import { listedInLibrary } from '../../../shared/kinds/kinds-by-home.ts'
import { soundSettings } from '../../../shared/kinds/line.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { ExchangeLibrary } from './exchange-library.ts'
import type { Incoming } from './incoming.ts'
import { type LookedAt, lookAt, twinsAt } from './looked-at.ts'
import { incomingRecords, saysNew } from './records-in.ts'

/** A request that may say nothing of duplicates: they are left out. */
type ImportAsked = Omit<ParsedArg<'library-import'>, 'duplicates'> & {
  readonly duplicates?: DuplicateChoice
}

/** An article of the file, with what of it comes in. */
interface Taken extends PlannedArticle {
  /** Ids of annotations here whose place is taken. */
  readonly replaced: readonly string[]
}

/** Brings in an exported JSON. With `dryRun` nothing is changed, only counted. */
export async function importJson(
  library: ExchangeLibrary,
  { text, name, dryRun, duplicates = 'skip' }: ImportAsked,
): Promise<Result<ImportReport>> {
  const json = await parseLibraryJsonInTurns(text, nextTurn)
  if (!json.ok)
    return fail({ ...json.error, path: name, message: `“${name}”: ${json.error.message}` })
  await library.whenRead()
  await askForParts(library, json.value)
  const tags = new Set((await library.tags()).map((each) => each.name))
  const first = planImport(json.value, library.identities())
  const looked = await lookAtAll(library, first)
  // All that is waited for is at hand: what is here is asked for once more, and decided on now.
  const identities = library.identities()
  const plan = planImport(json.value, identities)
  const { taken, counts, lost } = takeIn(library, json.value, plan, looked, duplicates)
  const { stories, verdicts, ...left } = planAcross(json.value, taken, identities, {
    stories: new Set(library.stories().map(({ id }) => id)),
    verdicts: new Map(library.verdicts().map(({ id, modified }) => [id, modified])),
  })
  const others = incomingRecords(library.ledger, json.value, taken, identities, tags)
  const report: ImportReport = {
    read: plan.read,
    ...counts,
    lost: [...plan.lost, ...lost, ...left.lost, ...others.lost],
    stories: stories.length,
    verdicts: verdicts.length,
    records: others.counts,
  }
  if (dryRun) return ok(report)
  const across = { stories, verdicts, records: others.changes }
  const added = await library.add('Import annotations', taken.flatMap(asIncoming), across)
  return added.ok ? ok(report) : added
}

const asIncoming = (taken: Taken): readonly Incoming[] => {
  const { onto, from, adoptId, add, corrections, replaced } = taken
  if (add.length === 0 && !adoptId && corrections.length === 0) return []
  return [
    {
      article: onto,
      adoptId: adoptId ? from.id : null,
      annotations: add,
      corrections,
      replaced,
      ...(from.set && { set: from.set }),
    },
  ]
}

/** Every article that something is brought to, read; by id. */
async function lookAtAll(
  library: ExchangeLibrary,
  { articles }: ImportPlan,
): Promise<ReadonlyMap<string, Result<LookedAt>>> {
  const looked = new Map<string, Result<LookedAt>>()
  for (const { onto, add, corrections } of articles)
    if (!looked.has(onto) && leftOut(add.length, corrections) !== '')
      looked.set(onto, await lookAt(library, onto))
  return looked
}

interface TakenIn {
  readonly taken: readonly Taken[]
  readonly counts: Omit<ImportReport, 'read' | 'lost' | 'stories' | 'verdicts' | 'records'>
  readonly lost: readonly string[]
}

/** What of the planned articles comes in: with their twins treated as was asked, and joined with ours. */
function takeIn(
  library: ExchangeLibrary,
  json: LibraryJson,
  plan: ImportPlan,
  looked: ReadonlyMap<string, Result<LookedAt>>,
  duplicates: DuplicateChoice,
): TakenIn {
  const inFile = new Set(
    json.articles.flatMap(({ annotations }) => annotations.map(({ id }) => id)),
  )
  const counts = { anchored: 0, moved: 0, orphaned: 0, twins: 0, differing: 0, joined: 0 }
  const lost: string[] = []
  const taken = plan.articles.map((each): Taken => {
    const { from, onto, corrections } = each
    const at = looked.get(onto)
    if (at && !at.ok) {
      lost.push(
        `“${from.path}”: ${at.error.message} ${leftOut(each.add.length, corrections)} left out.`,
      )
      return { ...each, add: [], corrections: [], adoptId: false, replaced: [] }
    }
    const twins = at ? twinsAt(at.value, library.annotations(onto), each.add, inFile) : []
    counts.twins += twins.length
    counts.differing += twins.filter(({ same }) => !same).length
    const skipped = new Set(duplicates === 'skip' ? twins.map(({ theirs }) => theirs.id) : [])
    const add = each.add.filter(({ id }) => !skipped.has(id))
    for (const { target } of add) if (at) counts[at.value.find(target).state]++
    const joined = annotationsWithin(changedThere(library, each), from.path)
    counts.joined += joined.value.length
    lost.push(...joined.lost)
    const replaced = duplicates === 'replace' ? twins.map(({ ours }) => ours.id) : []
    return { ...each, add: [...add, ...joined.value], replaced }
  })
  const known = plan.articles.reduce((sum, article) => sum + article.duplicates.length, 0)
  return { taken, counts: { ...counts, duplicates: known - counts.joined }, lost }
}

/** What the file says otherwise, and later or beside it, of annotations that the article has. */
function changedThere(
  library: ExchangeLibrary,
  { from, onto, duplicates }: PlannedArticle,
): Annotation[] {
  const here = new Map(library.annotations(onto).map((each) => [each.id, each]))
  return duplicates.filter((each) => {
    const mine = here.get(each.id)
    if (!mine || saysTheSame(mine, each)) return false
    const set = soundSettings(from.set?.[annotationKind.list]?.[each.id], each.modified)
    if (!set) return mine.modified < each.modified
    return saysNew(library.ledger.entry(annotationKind, onto, each.id), entryMade(each, set))
  })
}

const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  a.color === b.color &&
  a.note === b.note &&
  isDeepStrictEqual(a.tags, b.tags) &&
  isDeepStrictEqual(a.target, b.target)

/** Before articles of split files can be matched, it has to be known which articles the files hold. */
async function askForParts(library: ExchangeLibrary, json: LibraryJson): Promise<void> {
  const named = namedInLists(json.records, listedInLibrary)
  const parts = [...json.articles, ...json.missing, ...named].filter(
    ({ part }) => part !== undefined,
  )
  const hashes = new Set(parts.map(({ sha256 }) => sha256))
  const paths = new Set(parts.map(({ path }) => path))
  for (const { id, part, sha256, path } of library.identities())
    if (part === null && (hashes.has(sha256) || paths.has(path))) await library.askParts(id)
}

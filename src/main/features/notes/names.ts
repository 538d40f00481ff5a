// What names an article outside of its own records, as changes by which it names another: how far the reader
// is with it, the stories it is in, the verdicts on its passages.
import { arrangementKind } from '../../../shared/kinds/arrangement.ts'
import type { Change, Kind } from '../../../shared/kinds/kind.ts'
import { type Reading, readingKind } from '../../../shared/kinds/reading.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import { verdictKind } from '../../../shared/kinds/verdict.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { Ledger } from '../../core/records/ledger.ts'

interface NamesDeps {
  readonly ledger: Pick<Ledger, 'all' | 'get'>
  readonly now: () => Date
}

/** Where the other article is new to the reader: its own state stands. */
export function readingChanges(
  { ledger, now }: NamesDeps,
  from: string,
  target: KnownFile,
): Change[] {
  const state = (id: string): Reading | null => ledger.get(readingKind, null, id)
  const [mine, there] = [state(from), state(target.id)]
  if (!mine || mine.state === 'new' || (there && there.state !== 'new')) return []
  const modified = now().toISOString()
  const change = { kind: readingKind, article: null }
  return [
    {
      ...change,
      key: target.id,
      before: there,
      after: { article: target, state: mine.state, modified },
    },
    { ...change, key: from, before: mine, after: { ...mine, state: 'new', modified } },
  ]
}

interface NamingChanges {
  readonly stories: readonly Change[]
  readonly verdicts: readonly Change[]
  readonly arrangements: readonly Change[]
}

/** The other article takes its place; where it stands in a story already, that place stays its own. */
export function namingChanges(
  { ledger }: NamesDeps,
  from: string,
  target: KnownFile,
): NamingChanges {
  const named = (file: KnownFile): KnownFile => (file.id === from ? target : file)
  const stories = changesOf(ledger, storyKind, (story) => {
    if (!story.articles.some(({ id }) => id === from)) return story
    const isIn = story.articles.some(({ id }) => id === target.id)
    const articles = isIn
      ? story.articles.filter(({ id }) => id !== from)
      : story.articles.map(named)
    return { ...story, articles }
  })
  const verdicts = changesOf(ledger, verdictKind, (verdict) => {
    const { a, b } = verdict
    // Two passages of one article are no pair.
    const both = new Set([named(a.article).id, named(b.article).id])
    if ((a.article.id !== from && b.article.id !== from) || both.size < 2) return verdict
    return {
      ...verdict,
      a: { ...a, article: named(a.article) },
      b: { ...b, article: named(b.article) },
    }
  })
  const renamed = new Map([[from, target.id]])
  const arrangements = changesOf(ledger, arrangementKind, (each) =>
    each.arrangement.panes.some(({ article }) => article === target.id)
      ? each
      : (arrangementKind.renamed?.(each, renamed) ?? each),
  )
  return { stories, verdicts, arrangements }
}

const changesOf = <R extends object>(
  ledger: Pick<Ledger, 'all'>,
  kind: Kind<R>,
  next: (record: R) => R,
): Change[] =>
  ledger.all(kind).flatMap((before): Change[] => {
    const after = next(before)
    return after === before ? [] : [{ kind, article: null, key: kind.keyOf(before), before, after }]
  })

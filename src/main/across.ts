// What the reader makes across articles: stories, verdicts and comparisons. Ties these to the library.
import type { EventName } from '../shared/call-names.ts'
import type { EventData } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import type { Brought } from '../shared/import/across-json.ts'
import { arrangementKind } from '../shared/kinds/arrangement.ts'
import type { Change } from '../shared/kinds/kind.ts'
import { storyKind } from '../shared/kinds/story.ts'
import { type StoredVerdict, verdictKind } from '../shared/kinds/verdict.ts'
import type { KnownFile } from '../shared/model/known-file.ts'
import type { OpenArticle } from '../shared/model/library.ts'
import type { Result } from '../shared/result.ts'
import type { Changing } from './core/changing.ts'
import type { Records } from './core/records/article-data.ts'
import type { Ledger } from './core/records/ledger.ts'
import type { Catalogue } from './core/shelf/catalogue.ts'
import { filesNamedIn, knownFilesIn } from './core/shelf/known-files.ts'
import type { Listed } from './core/shelf/listing.ts'
import type { Reading } from './core/shelf/reading.ts'
import type { ComparisonCalls } from './features/comparing/calls.ts'
import { createComparing } from './features/comparing/comparing.ts'
import { createJudging } from './features/comparing/judging.ts'
import type { StoryCalls } from './features/stories/calls.ts'
import { createStories } from './features/stories/stories.ts'
import { createSuggesting } from './features/stories/suggesting.ts'
import type { Comparer } from './work/comparer.ts'

export interface AcrossCalls extends StoryCalls, ComparisonCalls {
  /** What an article that is there, or named in a story or verdict, is known again by. */
  knownFile(id: string): KnownFile | null
}

export interface AcrossDeps {
  readonly ledger: Ledger
  readonly records: Records
  readonly comparer: Comparer
  readonly now: () => Date
  readonly refusal: () => AppError | null
  readonly emit: <E extends EventName>(event: E, data: EventData<E>) => void
  readonly reading: Pick<Reading, 'locate'>
  readonly catalogue: Pick<Catalogue, 'place'>
  readonly readable: () => readonly Listed[]
  readonly perform: Changing['perform']
  readonly keep: Changing['keep']
  readonly open: (id: string) => Promise<Result<OpenArticle>>
}

export interface Across {
  readonly calls: AcrossCalls
  /** The changes that bring in what was made elsewhere. */
  incoming(brought: Brought): Change[]
  /** Ends every comparison that is under way. */
  endComparing(): void
  /** The changes that lay stories which were brought in out as they were. */
  arrangements(brought: Brought): Change[]
  /** Tells of records that are others now. */
  changed(changes: readonly Change[]): void
}

export function createAcross(deps: AcrossDeps): Across {
  const { ledger, emit, perform, open, now } = deps
  const known = (id: string): KnownFile | null => knownFilesIn(deps.catalogue, deps.records)(id)
  const stories = createStories({
    ledger,
    now,
    refusal: deps.refusal,
    known,
    perform,
    keep: deps.keep,
  })
  const judging = createJudging({ ledger, now, known, perform, open, locate: deps.reading.locate })
  const comparing = createComparing({
    comparer: deps.comparer,
    open,
    verdictsOn: judging.on,
    pathOf: (id) => filesNamedIn(ledger).find((file) => file.id === id)?.path ?? null,
    changed: (change) => emit('comparison-changed', change),
  })
  const suggest = createSuggesting({
    articles: () => deps.readable().map(profileOf),
    stories: stories.all,
  })

  return {
    calls: {
      stories: stories.all,
      saveStory: stories.save,
      deleteStory: stories.remove,
      arrangeStory: stories.arrange,
      verdicts: judging.all,
      knownFile: (id) => known(id) ?? filesNamedIn(ledger).find((file) => file.id === id) ?? null,
      judge: judging.save,
      openComparison: comparing.open,
      closeComparison: comparing.close,
      comparisonSection: comparing.section,
      explain: comparing.explain,
      suggest,
    },
    incoming: (brought) => [
      ...brought.stories.map(stories.incoming),
      ...brought.verdicts.map(judging.incoming),
    ],
    arrangements: ({ stories: brought }) =>
      brought.flatMap(({ id, arrangement }) =>
        arrangement ? [stories.layout(id, arrangement)] : [],
      ),
    changed(changes) {
      if (changes.some(({ kind }) => kind === storyKind || kind === arrangementKind))
        emit('stories-changed', { stories: stories.all() })
      const articles = changes
        .filter((each): each is Change<StoredVerdict> => each.kind === verdictKind)
        .flatMap(({ before, after }) => [before, after])
        .flatMap((verdict) => (verdict ? [verdict.a.article.id, verdict.b.article.id] : []))
      if (articles.length === 0) return
      emit('verdicts-changed', { articles: [...new Set(articles)] })
      void comparing.judged()
    },
    endComparing: comparing.end,
  }
}

const profileOf = ({ row: { id, published }, text, facts }: Listed) => ({
  id,
  published,
  text,
  facts,
})

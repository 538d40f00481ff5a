// What the reader makes across articles: stories, verdicts and comparisons. Ties these to the library.
import type { EventName } from '../shared/call-names.ts'
import type { EventData, ParsedArg } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import type { Brought } from '../shared/import/across-json.ts'
import type { Explanation } from '../shared/model/comparison.ts'
import type { KnownFile } from '../shared/model/known-file.ts'
import type { OpenArticle } from '../shared/model/library.ts'
import type { Story, StorySuggestion } from '../shared/model/story.ts'
import { ok, type Result } from '../shared/result.ts'
import type { Change } from './core/change-sets.ts'
import type { Changing, ChangingDeps } from './core/changing.ts'
import type { Records } from './core/records.ts'
import type { Catalogue } from './core/shelf/catalogue.ts'
import { knownFilesIn, type Renamed } from './core/shelf/known-files.ts'
import type { Listed } from './core/shelf/listing.ts'
import type { Reading } from './core/shelf/reading.ts'
import { type Comparing, createComparing } from './features/comparing/comparing.ts'
import { createJudging } from './features/comparing/judging.ts'
import { createStories } from './features/stories/stories.ts'
import { createSuggesting } from './features/stories/suggesting.ts'
import type { StoreFolder } from './store/folder.ts'
import type { Queue } from './store/queue.ts'
import { openStories } from './store/stories.ts'
import { openVerdicts, type StoredVerdict } from './store/verdicts.ts'
import type { Comparer } from './work/comparer.ts'

export interface AcrossCalls {
  /** By name. */
  stories(): Story[]
  saveStory(arg: ParsedArg<'story-save'>): Promise<Result<Story>>
  deleteStory(arg: ParsedArg<'story-delete'>): Promise<Result<Record<never, never>>>
  arrangeStory(arg: ParsedArg<'story-arrange'>): Promise<Result<Record<never, never>>>
  /** The reader's verdicts, those taken back, too. */
  verdicts(): readonly StoredVerdict[]
  /** What an article that is there, or named in a story or verdict, is known again by. */
  knownFile(id: string): KnownFile | null
  judge(arg: ParsedArg<'verdict-save'>): Promise<Result<Record<never, never>>>
  /** What articles share; see `Comparing`. */
  openComparison: Comparing['open']
  closeComparison: Comparing['close']
  comparisonSection: Comparing['section']
  explain(arg: ParsedArg<'comparison-explain'>): Promise<Result<Explanation>>
  /** Articles that seem to tell the event of these; of none given, groups. The best first. */
  suggest(ids: readonly string[]): Promise<StorySuggestion[]>
}

export interface AcrossDeps {
  readonly places: StoreFolder
  readonly records: Records
  readonly queue: Queue
  readonly comparer: Comparer
  readonly now: () => Date
  readonly refusal: () => AppError | null
  /** There is another thing wrong with the library now, or one less. */
  readonly problemsChanged: () => void
  readonly emit: <E extends EventName>(event: E, data: EventData<E>) => void
  readonly reading: Pick<Reading, 'locate'>
  readonly catalogue: () => Pick<Catalogue, 'place'>
  readonly readable: () => readonly Listed[]
  readonly perform: Changing['perform']
  readonly open: (id: string) => Promise<Result<OpenArticle>>
}

export interface Across extends Pick<ChangingDeps, 'writeStories' | 'writeVerdicts'> {
  readonly calls: AcrossCalls
  /** The articles that stories and verdicts name, with what they are known again by. */
  files(): KnownFile[]
  problems(): AppError[]
  /** The changes that bring in what was made elsewhere. */
  incoming(brought: Brought): Change[]
  /** Lays stories that were brought in out as they were. */
  arrange(brought: Brought): Promise<Result<void>>
  /** Ends every comparison that is under way. */
  endComparing(): void
  /** Takes in what another program has put on disk. */
  look(): Promise<void>
  /** Articles that have other ids now stay in what was made of them. */
  rename(renamed: Renamed): Promise<Result<void>>
}

export async function createAcross(deps: AcrossDeps): Promise<Across> {
  const { places, queue, emit, perform, open, now } = deps
  const [storyRecords, verdictRecords] = await Promise.all([
    openStories(places),
    openVerdicts(places),
  ])
  const known = (id: string): KnownFile | null => knownFilesIn(deps.catalogue(), deps.records)(id)
  const stories = createStories({
    ...{ records: storyRecords, now, refusal: deps.refusal, known, perform },
    changed: (all) => emit('stories-changed', { stories: all }),
  })
  const judging = createJudging({
    ...{ records: verdictRecords, now, known, perform, open },
    locate: deps.reading.locate,
    changed: (articles) => {
      emit('verdicts-changed', { articles })
      void comparing.judged()
    },
  })
  const comparing = createComparing({
    ...{ comparer: deps.comparer, open, verdictsOn: judging.on },
    pathOf: (id) => stories.files().find((file) => file.id === id)?.path ?? null,
    changed: (change) => emit('comparison-changed', change),
  })
  const suggest = createSuggesting({
    articles: () => deps.readable().map(profileOf),
    stories: stories.all,
  })

  const files = (): KnownFile[] => [...stories.files(), ...judging.files()]
  const problems = (): AppError[] => [...storyRecords.problems(), ...verdictRecords.problems()]
  /** A damaged file is out of the way once something was written in its place. */
  const andTell = async (write: () => Promise<Result<void>>): Promise<Result<void>> => {
    const before = problems().length
    const written = await write()
    if (problems().length !== before) deps.problemsChanged()
    return written
  }

  return {
    calls: {
      stories: stories.all,
      saveStory: (arg) => queue.run(() => stories.save(arg)),
      deleteStory: ({ id }) => queue.run(() => stories.remove(id)),
      arrangeStory: (arg) => queue.run(() => stories.arrange(arg)),
      verdicts: judging.all,
      knownFile: (id) => known(id) ?? files().find((file) => file.id === id) ?? null,
      judge: (arg) => queue.run(() => judging.save(arg)),
      openComparison: comparing.open,
      closeComparison: comparing.close,
      comparisonSection: comparing.section,
      explain: comparing.explain,
      suggest,
    },
    files,
    problems,
    incoming: (brought) => [
      ...brought.stories.map(stories.incoming),
      ...brought.verdicts.map(judging.incoming),
    ],
    async arrange(brought) {
      for (const { id, arrangement } of brought.stories) {
        const done = arrangement && (await stories.arrange({ id, arrangement }))
        if (done?.ok === false) return done
      }
      return ok(undefined)
    },
    endComparing: comparing.end,
    async look() {
      await stories.look()
      await judging.look()
    },
    async rename(renamed) {
      if (renamed.size === 0) return ok(undefined)
      const done = await stories.rename(renamed)
      return done.ok ? judging.rename(renamed) : done
    },
    writeStories: (changes) => andTell(() => stories.write(changes)),
    writeVerdicts: (changes) => andTell(() => judging.write(changes)),
  }
}

const profileOf = ({ row: { id, published }, profile, sketch }: Listed) => ({
  id,
  published,
  profile,
  sketch,
})

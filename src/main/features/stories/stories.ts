// The reader's stories: making, changing and deleting them as change sets, and how they are laid out.
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { type BroughtStory, underIds } from '../../../shared/import/across-json.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { Arrangement } from '../../../shared/model/settings.ts'
import type { Story } from '../../../shared/model/story.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { StoryChange } from '../../core/change-sets.ts'
import type { Changing } from '../../core/changing.ts'
import { type Renamed, renamedFile } from '../../core/shelf/known-files.ts'
import { fileGone } from '../../core/shelf/rows.ts'
import type { RecordList } from '../../store/record-list.ts'
import {
  arrangementKey,
  type StoredStory,
  type StoryRecord,
  storyKey,
} from '../../store/stories.ts'

export interface StoriesDeps {
  readonly records: RecordList<StoryRecord>
  readonly now: () => Date
  /** Why nothing may be changed now; null when it may. */
  readonly refusal: () => AppError | null
  readonly known: (article: string) => KnownFile | null
  readonly perform: Changing['perform']
  /** Stories that are others now. */
  readonly changed: (stories: Story[]) => void
}

export interface Stories {
  /** By name. */
  all(): Story[]
  /** The articles that stories name, with what they are known again by. */
  files(): KnownFile[]
  save(arg: ParsedArg<'story-save'>): Promise<Result<Story>>
  remove(id: string): Promise<Result<Record<never, never>>>
  /** Does nothing where nothing can be saved, or for a story that is gone. */
  arrange(arg: ParsedArg<'story-arrange'>): Promise<Result<Record<never, never>>>
  /** The change that brings in one made elsewhere; how it is laid out goes by `arrange`. */
  incoming(story: BroughtStory): StoryChange
  /** Carries out changes; for undo, too. */
  write(changes: readonly StoryChange[]): Promise<Result<void>>
  /** Articles that have other ids now stay in their stories. */
  rename(renamed: Renamed): Promise<Result<void>>
  /** Takes in what another program has put on disk. */
  look(): Promise<void>
}

export function createStories(deps: StoriesDeps): Stories {
  const { records, now } = deps
  // What is kept for undo may name articles as they were called then.
  const names = new Map<string, string>()

  const stored = (): StoredStory[] => records.all().filter((each) => each.kind === 'story')
  const storedAt = (id: string): StoredStory | null => {
    const record = records.get(storyKey(id))
    return record?.kind === 'story' ? record : null
  }
  const arrangementOf = (id: string): Arrangement | null => {
    const record = records.get(arrangementKey(id))
    return record?.kind === 'arrangement' ? record.arrangement : null
  }
  const storyOf = ({ id, name, articles, created, modified }: StoredStory): Story => ({
    ...{ id, name, created, modified },
    articles: articles.map((article) => article.id),
    arrangement: arrangementOf(id),
  })
  const all = (): Story[] => stored().map(storyOf).sort(byName)

  /** The articles with what they are known again by. Fails for one that nobody knows. */
  const filesOf = (ids: readonly string[], before: StoredStory | null): Result<KnownFile[]> => {
    const kept = new Map(before?.articles.map((article) => [article.id, article]))
    const files: KnownFile[] = []
    for (const id of new Set(ids)) {
      const file = deps.known(id) ?? kept.get(id)
      if (!file) return fail(fileGone(id))
      files.push(file)
    }
    return ok(files)
  }

  const write = async (changed: readonly StoryRecord[]): Promise<Result<void>> => {
    if (changed.length === 0) return ok(undefined)
    const written = await records.write(changed)
    if (written.ok) deps.changed(all())
    return written
  }

  return {
    all,
    files: () => stored().flatMap(({ articles }) => articles),
    async save({ id, name, articles }) {
      const before = id === null ? null : storedAt(id)
      if (id !== null && !before) return fail(storyGone())
      const files = filesOf(articles, before)
      if (!files.ok) return files
      const time = now().toISOString()
      const after: StoredStory = {
        ...{ kind: 'story', id: id ?? randomUUID(), name, articles: files.value },
        ...{ created: before?.created ?? time, modified: time },
      }
      const same = before !== null && sameArticles(before, after)
      if (same && before.name === name) return ok(storyOf(before))
      const label = before ? (same ? 'Rename story' : 'Change story') : 'Make story'
      const done = await deps.perform(label, [{ kind: 'story', story: after.id, before, after }])
      return done.ok ? ok(storyOf(after)) : done
    },
    async remove(id) {
      const before = storedAt(id)
      if (!before) return fail(storyGone())
      const done = await deps.perform('Delete story', [
        { kind: 'story', story: id, before, after: null },
      ])
      return done.ok ? ok({}) : done
    },
    async arrange({ id, arrangement }) {
      if (deps.refusal() || !storedAt(id) || isDeepStrictEqual(arrangementOf(id), arrangement))
        return ok({})
      const modified = now().toISOString()
      const written = await write([{ kind: 'arrangement', id, arrangement, modified }])
      return written.ok ? ok({}) : written
    },
    incoming: ({ arrangement: _, articles, ...story }) => ({
      ...{ kind: 'story', story: story.id, before: storedAt(story.id) },
      after: {
        ...{ kind: 'story', ...story },
        articles: articles.map((file) => deps.known(file.id) ?? file),
      },
    }),
    write: (changes) =>
      write(
        changes.map(({ story: id, after }) =>
          after
            ? { ...after, articles: after.articles.map((each) => renamedFile(each, names)) }
            : { kind: 'deleted', id, modified: now().toISOString() },
        ),
      ),
    async rename(renamed) {
      for (const [before, after] of renamed) names.set(before, after)
      const modified = now().toISOString()
      return write(
        records.all().flatMap((record): StoryRecord[] => {
          const next = underNewIds(record, renamed)
          return next === record ? [] : [{ ...next, modified }]
        }),
      )
    },
    async look() {
      if ((await records.look()).length > 0) deps.changed(all())
    },
  }
}

/** The very record where it names none of them. */
function underNewIds(record: StoryRecord, renamed: Renamed): StoryRecord {
  if (record.kind === 'deleted') return record
  if (record.kind === 'story') {
    const articles = record.articles.map((each) => renamedFile(each, renamed))
    return articles.every((each, i) => each === record.articles[i])
      ? record
      : { ...record, articles }
  }
  const { panes, pins } = record.arrangement
  const named = [...panes, ...pins.flatMap(({ a, b }) => [a, b])]
  if (!named.some(({ article }) => renamed.has(article))) return record
  const arrangement = underIds(record.arrangement, (id) => renamed.get(id) ?? id)
  return { ...record, arrangement }
}

const sameArticles = (a: StoredStory, b: StoredStory): boolean =>
  a.articles.length === b.articles.length &&
  a.articles.every(({ id }, i) => id === b.articles[i]?.id)

const inWords = new Intl.Collator('en', { numeric: true })
const byName = (a: Story, b: Story): number =>
  inWords.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

const storyGone = (): AppError => ({
  code: 'not-found',
  message: 'That story is not there any more.',
  advice: 'It may have been deleted in another window; Undo there brings it back.',
})

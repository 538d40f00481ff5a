// The reader's stories: making, changing and deleting them as change sets, and how they are laid out.
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { BroughtStory } from '../../../shared/import/across-json.ts'
import { arrangementKind } from '../../../shared/kinds/arrangement.ts'
import { entryMade } from '../../../shared/kinds/entry.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { type StoredStory, storyKind } from '../../../shared/kinds/story.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { Arrangement } from '../../../shared/model/settings.ts'
import type { Story } from '../../../shared/model/story.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { fileGone } from '../../core/shelf/rows.ts'

export interface StoriesDeps {
  readonly ledger: Ledger
  readonly now: () => Date
  /** Why nothing may be changed now; null when it may. */
  readonly refusal: () => AppError | null
  readonly known: (article: string) => KnownFile | null
  readonly perform: Changing['perform']
  readonly keep: Changing['keep']
}

export interface Stories {
  /** By name. */
  all(): Story[]
  save(arg: ParsedArg<'story-save'>): Promise<Result<Story>>
  remove(arg: ParsedArg<'story-delete'>): Promise<Result<Record<never, never>>>
  /** Does nothing where nothing can be saved, or for a story that is gone. */
  arrange(arg: ParsedArg<'story-arrange'>): Promise<Result<Record<never, never>>>
  /** The change that brings in one made elsewhere; how it is laid out goes by `layout`. */
  incoming(story: BroughtStory): Change
  /** The change that lays a story out. */
  layout(id: string, arrangement: Arrangement): Change
}

export function createStories(deps: StoriesDeps): Stories {
  const { ledger, now } = deps

  const storyOf = ({ id, name, articles, created, modified }: StoredStory): Story => ({
    id,
    name,
    articles: articles.map((article) => article.id),
    arrangement: arrangementOf(id),
    created,
    modified,
  })
  const storedAt = (id: string): StoredStory | null => ledger.get(storyKind, null, id)
  const arrangementOf = (id: string): Arrangement | null =>
    ledger.get(arrangementKind, null, id)?.arrangement ?? null

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

  const layout: Stories['layout'] = (id, arrangement) => ({
    kind: arrangementKind,
    article: null,
    key: id,
    before: ledger.get(arrangementKind, null, id),
    after: { id, arrangement, modified: now().toISOString() },
  })

  return {
    all: () => ledger.all(storyKind).map(storyOf).sort(byName),
    async save({ id, name, articles }) {
      const before = id === null ? null : storedAt(id)
      if (id !== null && !before) return fail(storyGone())
      const files = filesOf(articles, before)
      if (!files.ok) return files
      const time = now().toISOString()
      const after: StoredStory = {
        id: id ?? randomUUID(),
        name,
        articles: files.value,
        created: before?.created ?? time,
        modified: time,
      }
      const same = before !== null && sameArticles(before, after)
      if (same && before.name === name) return ok(storyOf(before))
      const label = before ? (same ? 'Rename story' : 'Change story') : 'Make story'
      const done = await deps.perform(label, [changeOf(after.id, before, after)])
      return done.ok ? ok(storyOf(storedAt(after.id) ?? after)) : done
    },
    async remove({ id }) {
      const before = storedAt(id)
      if (!before) return fail(storyGone())
      const done = await deps.perform('Delete story', [changeOf(id, before, null)])
      return done.ok ? ok({}) : done
    },
    async arrange({ id, arrangement }) {
      if (deps.refusal() || !storedAt(id) || isDeepStrictEqual(arrangementOf(id), arrangement))
        return ok({})
      const written = await deps.keep([layout(id, arrangement)])
      return written.ok ? ok({}) : written
    },
    incoming({ arrangement: _, articles, set, ...story }) {
      const after = { ...story, articles: articles.map((file) => deps.known(file.id) ?? file) }
      return { ...changeOf(story.id, storedAt(story.id), after), made: entryMade(after, set) }
    },
    layout,
  }
}

const changeOf = (
  key: string,
  before: StoredStory | null,
  after: StoredStory | null,
): Change<StoredStory> => ({ kind: storyKind, article: null, key, before, after })

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

// The sample library: a copy of the articles that come with Parallax, made once in the user's data
// folder with a few annotations, so that the first minute is spent using it.
import { randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { describe } from '../shared/anchoring/describe.ts'
import { resolve } from '../shared/anchoring/resolve.ts'
import { type Annotation, TagName } from '../shared/model/annotation.ts'
import { colors } from '../shared/model/color.ts'
import { emptySession } from '../shared/model/defaults.ts'
import type { Session } from '../shared/model/settings.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { errorFor } from './errors.ts'
import { isThere } from './is-there.ts'
import { type Library, openLibrary } from './library.ts'
import type { Work } from './work/work.ts'

const Drafts = z.array(
  z.object({
    file: z.string(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    color: z.enum(colors),
    tags: z.array(TagName),
    note: z.string(),
  }),
)

export interface SampleDeps {
  /** Where `sample/` and `sample-annotations.json` are. */
  readonly resources: string
  readonly dataDir: string
  readonly work: Work
  readonly now: () => Date
}

const storyName = 'The Quay Street bridge'

/** Where the user's copy is, or will be. */
export const samplePath = (dataDir: string): string => join(dataDir, 'sample', storyName)

/**
 * Makes the copy when there is none; never touches one that is there. Gives the panes to begin
 * with when it was made just now, else null.
 */
export async function ensureSample(deps: SampleDeps): Promise<Result<Session | null>> {
  const target = samplePath(deps.dataDir)
  if (await isThere(target)) return ok(null)
  // Beside its place, so that a crash half-way leaves no half sample.
  const draft = `${target}.${randomUUID()}`
  try {
    await mkdir(join(target, '..'), { recursive: true })
    await cp(join(deps.resources, 'sample'), draft, { recursive: true })
    const session = await annotate(draft, deps)
    if (session.ok) await rename(draft, target)
    return session
  } catch (thrown) {
    return fail(errorFor(thrown, target, 'made'))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function annotate(folder: string, deps: SampleDeps): Promise<Result<Session>> {
  const opened = await openLibrary(folder, {
    ...deps,
    emit: () => undefined,
    mode: 'write',
    sample: true,
  })
  if (!opened.ok) return opened
  const library = opened.value
  try {
    await library.whenRead()
    const json = await readFile(join(deps.resources, 'sample-annotations.json'), 'utf8')
    const drafts = Drafts.parse(JSON.parse(json))
    const rows = library.articles()
    const time = deps.now().toISOString()
    for (const row of rows) {
      const article = await library.open(row.id)
      if (!article.ok) return article
      const { text, textHash } = article.value
      const annotations: Annotation[] = []
      for (const { file, exact, prefix, suffix, ...made } of drafts) {
        if (file !== row.path) continue
        const at = resolve(text, textHash, { exact, prefix, suffix })
        if (at.state === 'orphaned') continue
        const target = describe(text, textHash, at.start, at.end)
        annotations.push({ id: randomUUID(), target, ...made, created: time, modified: time })
      }
      const added = await library.add('Sample notes', [
        { article: row.id, adoptId: null, annotations },
      ])
      if (!added.ok) return added
    }
    return await makeStory(library)
  } finally {
    await library.close()
  }
}

/** The cuttings in the order of their dates, the one that says nothing of itself last. */
async function makeStory(library: Library): Promise<Result<Session>> {
  const cuttings = library
    .articles()
    .sort((a, b) => (a.published ?? 'none').localeCompare(b.published ?? 'none'))
  const articles = cuttings.map(({ id }) => id)
  const story = await library.saveStory({ id: null, name: storyName, articles })
  if (!story.ok) return story
  const panes = cuttings
    .filter(({ title }) => title !== null)
    .slice(0, 3)
    .map(({ id }) => ({ article: id, top: 0, size: null }))
  const arranged = await library.arrangeStory({
    id: story.value.id,
    arrangement: { panes, focused: 0, pins: [] },
  })
  if (!arranged.ok) return arranged
  return ok({ ...emptySession, panes, story: story.value.id })
}

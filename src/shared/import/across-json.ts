// Which stories and verdicts of an exchange file can be brought in, under the ids that their articles
// have here. Pure, as the plan for annotations is.
import type { LibraryJson, LibraryJsonVerdict } from '../export/json-schema.ts'
import { counted } from '../export/model.ts'
import { arrangementUnder } from '../kinds/arrangement.ts'
import type { LiveEntry } from '../kinds/entry.ts'
import type { Kind } from '../kinds/kind.ts'
import { soundSettings } from '../kinds/line.ts'
import { storyKind } from '../kinds/story.ts'
import { verdictKind } from '../kinds/verdict.ts'
import type { KnownFile } from '../model/known-file.ts'
import type { Story } from '../model/story.ts'
import { filesHere } from './files-here.ts'
import type { ExistingArticle, PlannedArticle } from './parallax-json.ts'
import { storyWithin } from './within-limits.ts'

/** What is here already. */
export interface HereAcross {
  /** Ids. */
  readonly stories: ReadonlySet<string>
  /** When each was made or taken back, by id. */
  readonly verdicts: ReadonlyMap<string, string>
}

/** How the fields came to their values; null where the file does not say it. */
interface WithSettings {
  readonly set: LiveEntry['set'] | null
}

export interface BroughtStory extends Omit<Story, 'articles'>, WithSettings {
  readonly articles: readonly KnownFile[]
}

interface BroughtSide extends Omit<LibraryJsonVerdict['a'], 'article'> {
  readonly article: KnownFile
}
export interface BroughtVerdict extends Omit<LibraryJsonVerdict, 'a' | 'b'>, WithSettings {
  readonly a: BroughtSide
  readonly b: BroughtSide
}

/** What is to be added; articles that are not here are named as files that are gone. */
export interface Brought {
  readonly stories: readonly BroughtStory[]
  readonly verdicts: readonly BroughtVerdict[]
}

export interface AcrossPlan extends Brought {
  /** What cannot be brought in, a sentence each. */
  readonly lost: readonly string[]
}

/**
 * A story that is here stays as it is; of a verdict the later word holds. What names no article of this
 * library is left out, unless its articles were gone where it comes from, too.
 * @param planned where the file's articles are here
 */
export function planAcross(
  json: LibraryJson,
  planned: readonly Pick<PlannedArticle, 'from' | 'onto' | 'adoptId'>[],
  existing: readonly ExistingArticle[],
  here: HereAcross,
): AcrossPlan {
  const files = filesHere(json, planned, existing)
  const absent = new Map<string, KnownFile>()
  // Which file a part is of is known only where that is.
  for (const { id, path, sha256, part } of json.articles)
    if (!files.has(id) && part === undefined) absent.set(id, { id, path, sha256 })
  const fileOf = (id: string): KnownFile | undefined => files.get(id) ?? absent.get(id)
  const idOf = (id: string): string => files.get(id)?.id ?? id

  const setOf = ({ list }: Kind, { id, modified }: Pick<Story, 'id' | 'modified'>) =>
    soundSettings(json.set?.[list]?.[id], modified)

  const lost: string[] = []
  const stories: BroughtStory[] = []
  for (const told of json.stories) {
    if (here.stories.has(told.id)) continue
    const { value: story, lost: beyond } = storyWithin(told)
    const articles = once(story.articles.flatMap((id) => fileOf(id) ?? []))
    if (story.articles.length > 0 && !story.articles.some((id) => files.has(id))) {
      lost.push(`Story “${story.name}”: none of its articles is in this library.`)
      continue
    }
    const unknown = story.articles.filter((id) => !fileOf(id)).length
    if (unknown > 0)
      lost.push(`Story “${story.name}”: ${counted(unknown, 'article')} not in this library.`)
    lost.push(...beyond)
    const arrangement = story.arrangement && arrangementUnder(story.arrangement, idOf)
    stories.push({ ...story, articles, arrangement, set: setOf(storyKind, story) })
  }

  const verdicts: BroughtVerdict[] = []
  let strange = 0
  for (const { a, b, ...verdict } of json.verdicts) {
    const known = here.verdicts.get(verdict.id)
    if (known !== undefined && known >= verdict.modified) continue
    const [one, other] = [fileOf(a.article), fileOf(b.article)]
    if (one && other && (files.has(a.article) || files.has(b.article)))
      verdicts.push({
        ...verdict,
        a: { ...a, article: one },
        b: { ...b, article: other },
        set: setOf(verdictKind, verdict),
      })
    else strange++
  }
  if (strange > 0)
    lost.push(`${counted(strange, 'verdict')} on articles that are not in this library left out.`)
  return { stories, verdicts, lost }
}

const once = (files: readonly KnownFile[]): readonly KnownFile[] => [
  ...new Map(files.map((file) => [file.id, file])).values(),
]

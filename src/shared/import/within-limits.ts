// What an exchange file brings beyond the limits is left out and said; the rest of it comes in. A file
// that another program made may hold what no call would have taken.
import { counted } from '../export/model.ts'
import { type Annotation, TagName } from '../model/annotation.ts'
import { type Correction, correctionKey } from '../model/correction.ts'
import { inFigures, limits } from '../model/limits.ts'
import type { Arrangement } from '../model/settings.ts'
import { type Story, StoryName } from '../model/story.ts'

export interface Within<T> {
  readonly value: T
  /** What was left out, a sentence each. */
  readonly lost: readonly string[]
}

/** Annotations of one article, whose file is named in what is said. */
export function annotationsWithin(
  annotations: readonly Annotation[],
  path: string,
): Within<readonly Annotation[]> {
  let long = 0
  let many = 0
  let strange = 0
  const value = annotations.map((annotation) => {
    const note = cut(annotation.note, limits.noteLength)
    if (note !== annotation.note) long++
    const named = annotation.tags.filter((tag) => TagName.safeParse(tag).success)
    strange += annotation.tags.length - named.length
    const tags = named.slice(0, limits.tags)
    if (tags.length < named.length) many++
    if (note === annotation.note && tags.length === annotation.tags.length) return annotation
    return { ...annotation, note, tags }
  })
  const lost: string[] = []
  if (long > 0)
    lost.push(
      `“${path}”: of ${counted(long, 'note')} only the first ${inFigures(limits.noteLength)} characters came in.`,
    )
  if (many > 0)
    lost.push(
      `“${path}”: of ${counted(many, 'highlight')} only the first ${limits.tags} tags came in.`,
    )
  if (strange > 0)
    lost.push(
      `“${path}”: ${counted(strange, 'tag')} left out: empty, longer than ${limits.tagLength} characters, or with white space at the ends.`,
    )
  return { value, lost }
}

/** Corrections of one article. */
export function correctionsWithin(
  corrections: readonly Correction[],
  path: string,
): Within<readonly Correction[]> {
  const value = corrections.filter(
    (each) => each.kind !== 'fact' || (each.value?.length ?? 0) <= limits.factLength,
  )
  const left = new Set(corrections.filter((each) => !value.includes(each)).map(correctionKey)).size
  const lost =
    left === 0
      ? []
      : [
          `“${path}”: ${counted(left, 'correction')} left out: longer than ${inFigures(limits.factLength)} characters.`,
        ]
  return { value, lost }
}

/** A story with a name and as many articles as one may give it. */
export function storyWithin(story: Story): Within<Story> {
  const lost: string[] = []
  const given = cut(story.name.trim(), limits.storyNameLength).trim()
  const name = StoryName.safeParse(given).success ? given : 'Story without a name'
  if (name !== story.name.trim())
    lost.push(
      `Story “${name}”: its name was ${given === '' ? 'empty' : `longer than ${limits.storyNameLength} characters and was cut`}.`,
    )
  const articles = story.articles.slice(0, limits.storyArticles)
  const over = story.articles.length - articles.length
  if (over > 0)
    lost.push(
      `Story “${name}”: ${counted(over, 'article')} left out beyond ${inFigures(limits.storyArticles)}.`,
    )
  const arrangement = story.arrangement && arrangementWithin(story.arrangement)
  if (arrangement !== story.arrangement)
    lost.push(`Story “${name}”: panes or pins beyond ${limits.panes} and ${limits.pins} left out.`)
  return lost.length === 0
    ? { value: story, lost }
    : { value: { ...story, name, articles, arrangement }, lost }
}

function arrangementWithin(arrangement: Arrangement): Arrangement {
  const { panes, pins } = arrangement
  if (panes.length <= limits.panes && pins.length <= limits.pins) return arrangement
  return {
    ...arrangement,
    panes: panes.slice(0, limits.panes),
    pins: pins.slice(0, limits.pins),
  }
}

/** The beginning of a text, no character cut in two. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const code = text.charCodeAt(length - 1)
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? length - 1 : length)
}

// Making stories of articles, laying them out, finding more articles on their event.

import type { AppError } from '../../shared/errors.ts'
import { maxPanes } from '../../shared/model/defaults.ts'
import { limits } from '../../shared/model/limits.ts'
import type { Arrangement } from '../../shared/model/settings.ts'
import type { Story, StorySuggestion } from '../../shared/model/story.ts'
import type { Result } from '../../shared/result.ts'
import { api, stampOf } from '../client/api.ts'
import { fetchRows, holdRows, rowOf } from '../replica/rows.ts'
import { isOfShown } from '../replica/shown.ts'
import { storyOf, takeStory, useStoryList } from '../replica/stories.ts'
import { useCompare } from '../state/compare.ts'
import { setPanes, usePanes } from '../state/panes.ts'
import { type StoryDraft, useStories } from '../state/stories.ts'
import { closeDone, openDialog, tell, tellError } from '../state/ui.ts'
import { reloadOpen } from './articles.ts'
import { keyboardToText } from './open.ts'

/** The one that is laid out. */
const currentStory = (): Story | undefined => storyOf(useStories.getState().current)

/** Asks for the name of a new story of these articles: those chosen in the list, else those open. */
export function newStory(articles: readonly string[] = chosenOrOpen(), name = ''): void {
  useStories.setState({ draft: { id: null, name, articles } })
  openDialog('story')
}

/** Opens the name, order and articles of a story; of the one that is laid out if none is given. */
export function editStory(story: Story | undefined = currentStory()): void {
  if (!story) {
    tell('Open a story first; the library lists them.')
    return
  }
  useStories.setState({ draft: { id: story.id, name: story.name, articles: story.articles } })
  openDialog('story')
}

/** Looks for more articles on the event: of the story laid out, of those chosen, of those open. */
export function findSameEvent(): void {
  const story = currentStory()
  if (useStories.getState().chosen.size === 0 && story) editStory(story)
  else if (chosenOrOpen().length > 0) newStory()
  else findStories()
}

export const findStories = (): void => openDialog('find-stories')

function chosenOrOpen(): readonly string[] {
  const { chosen } = useStories.getState()
  const open = usePanes.getState().panes.map(({ article }) => article)
  return chosen.size > 0 ? [...chosen] : [...new Set(open)]
}

/** Saves what the dialog holds, lays a new story out; gives why not, else null. */
export async function saveStory(draft: StoryDraft): Promise<AppError | null> {
  const { id, name, articles } = draft
  const saved = await api.call('story-save', { id, name, articles: [...articles] })
  if (!saved.ok) return saved.error
  const story = saved.value
  if (isOfShown(saved.at)) takeStory(story, stampOf(saved))
  useStories.setState({ chosen: new Set(), draft: null })
  closeDone('story')
  if (id === null) {
    await openStory(story)
    // What the dialog was opened from may have gone with what was chosen.
    keyboardToText()
  } else if (useStories.getState().current === id) await openStory(await rearranged(story))
  return null
}

export async function deleteStory(id: string): Promise<void> {
  const deleted = await api.call('story-delete', { id })
  if (!deleted.ok) tellError(deleted.error)
  else tell('Story deleted; its articles stay. Undo brings it back.')
}

/** Its layout in the order of its articles: those taken out go, those added come while there is room. */
async function rearranged(story: Story): Promise<Story> {
  const { arrangement, articles } = story
  const { panes } = usePanes.getState()
  const shown = articles.flatMap((article) => {
    const there = panes.find((pane) => pane.article === article)
    return there ? [{ article, top: there.top, size: there.size }] : []
  })
  const found = await fetchRows(articles)
  const more = articles
    .filter(
      (article) =>
        found.ok && found.value.has(article) && !shown.some((pane) => pane.article === article),
    )
    .map((article) => ({ article, top: 0, size: null }))
  const all = [...shown, ...more].slice(0, maxPanes)
  const order = new Map(articles.map((article, index) => [article, index]))
  all.sort((a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0))
  return { ...story, arrangement: { panes: all, focused: 0, pins: arrangement?.pins ?? [] } }
}

/** Lays a story out as it was left, and compares its articles. */
export async function openStory({ id, articles, arrangement }: Story): Promise<void> {
  const laidOut = arrangement?.panes ?? []
  const found = await fetchRows([
    ...new Set([...articles, ...laidOut.map(({ article }) => article)]),
  ])
  if (!found.ok) {
    tellError(found.error)
    return
  }
  const there = articles.filter((article) => found.value.has(article))
  const kept = laidOut.filter(({ article }) => found.value.has(article)).slice(0, maxPanes)
  const panes =
    kept.length > 0
      ? kept
      : there.slice(0, maxPanes).map((article) => ({ article, top: 0, size: null }))
  useStories.setState({ current: id })
  setPanes(panes, arrangement?.focused ?? 0)
  useCompare.setState({
    on: true,
    pins: arrangement?.pins.slice(0, limits.pins) ?? [],
    hand: null,
    chosen: null,
  })
  if (panes.length === 0) tell('None of this story’s articles is in the library any more.')
  await reloadOpen()
}

/** The panes stay; how they stand is not the story's any more. */
export function closeStory(): void {
  if (!useStories.getState().current) tell('No story is open.')
  useStories.setState({ current: null })
}

/** Compares the articles that were chosen in the list, up to as many as there is room for. */
export async function compareChosen(): Promise<void> {
  const articles = [...useStories.getState().chosen]
  useStories.setState({ current: null, chosen: new Set() })
  useCompare.setState({ on: true })
  setPanes(
    articles.slice(0, maxPanes).map((article) => ({ article, top: 0, size: null })),
    0,
  )
  if (articles.length > maxPanes) tell(`The first ${maxPanes} stand side by side.`)
  await reloadOpen()
}

/** Articles, or whole groups when none are given, that seem to tell one event. */
export const suggest = (articles: readonly string[]): Promise<Result<readonly StorySuggestion[]>> =>
  api.call('stories-suggest', { articles: articles.slice(0, 1_000) })

/** Holds the rows of the story that is laid out, to know which of its articles are away. */
export function holdStoryRows(): void {
  let held = ''
  let release = (): void => undefined
  const follow = (): void => {
    const panes = currentStory()?.arrangement?.panes ?? []
    const ids = panes.map(({ article }) => article)
    if (ids.join() === held) return
    held = ids.join()
    const before = release
    release = holdRows(ids)
    before()
  }
  useStories.subscribe(follow)
  useStoryList.subscribe(follow)
}

let last = ''

/** Keeps how the story is laid out with it; only what changed is written. */
export async function keepArrangement(arrangement: Arrangement): Promise<void> {
  const story = currentStory()
  // With files of its own away, or no pane at all, the layout it had is the better one.
  if (!story || arrangement.panes.length === 0) return
  if (story.arrangement?.panes.some(({ article }) => !rowOf(article))) return
  // Where a text is scrolled to is no reason to write to the library.
  const now = JSON.stringify([story.id, arrangement.pins, arrangement.focused, places(arrangement)])
  if (now === last) return
  last = now
  const kept = await api.call('story-arrange', { id: story.id, arrangement })
  if (kept.ok) return
  last = ''
  tellError(kept.error)
}

const places = ({ panes }: Arrangement): unknown =>
  panes.map(({ article, size, zoom }) => [article, size === null ? null : Math.round(size), zoom])

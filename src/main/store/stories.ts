// `.parallax/stories.json`: the reader's stories. How a story is laid out is a record of its own, so
// that one machine's layout does not outdo another's new name.
import { z } from 'zod'
import { KnownFile } from '../../shared/model/known-file.ts'
import { Arrangement } from '../../shared/model/settings.ts'
import { StoryId, StoryName } from '../../shared/model/story.ts'
import type { StoreFolder } from './folder.ts'
import { openRecordList, type RecordKind, type RecordList } from './record-list.ts'

const time = z.iso.datetime()

export const StoredStory = z.strictObject({
  kind: z.literal('story'),
  id: StoryId,
  name: StoryName,
  /** In the reader's order. */
  articles: z.array(KnownFile).max(1_000).readonly(),
  created: time,
  modified: time,
})
export type StoredStory = Readonly<z.infer<typeof StoredStory>>

const StoredArrangement = z.strictObject({
  kind: z.literal('arrangement'),
  /** Of the story. */
  id: StoryId,
  arrangement: Arrangement,
  modified: time,
})

export const StoryRecord = z.discriminatedUnion('kind', [
  StoredStory,
  StoredArrangement,
  /** What stays of a deleted story, so that a synced copy does not bring it back. */
  z.strictObject({ kind: z.literal('deleted'), id: StoryId, modified: time }),
])
export type StoryRecord = Readonly<z.infer<typeof StoryRecord>>

/** Keys of a story's records: whether and what it is, and how it is laid out. */
export const storyKey = (id: string): string => `${id} 1`
export const arrangementKey = (id: string): string => `${id} 2`

export const storyKind: RecordKind<StoryRecord> = {
  name: 'parallax/stories',
  version: 1,
  field: 'stories',
  record: StoryRecord,
  migrations: {},
  keyOf: ({ kind, id }) => (kind === 'arrangement' ? arrangementKey(id) : storyKey(id)),
  timeOf: ({ modified }) => modified,
  called: 'list of stories',
}

export const openStories = ({ list, damaged }: StoreFolder): Promise<RecordList<StoryRecord>> =>
  openRecordList({ ...list('stories'), damaged }, storyKind)

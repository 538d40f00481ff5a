// What each call about tags does.
import type { TagCount, tagsCalls } from '../../../shared/calls/tags.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { Tags } from './tags.ts'

export interface TagCalls {
  /** By name. */
  tags(): Promise<TagCount[]>
  saveTag: Tags['save']
}

export const tagsHandlers = (on: OnLibrary<TagCalls>): HandlersOf<typeof tagsCalls> => ({
  'tags-list': on(async (library) => ok(await library.tags())),
  'tag-save': on((library, arg) => library.saveTag(arg)),
})

// The open library as the core told it: where it is, and what is wrong with it.
import { create } from 'zustand'
import type { EventData } from '../../shared/calls.ts'
import type { ArticleSummary, LibraryInfo } from '../../shared/model/library.ts'
import { createRegister, type Stamp } from './table.ts'

interface LibraryState {
  readonly info: LibraryInfo | null
  readonly progress: EventData<'library-progress'> | null
}

export const useLibrary = create<LibraryState>()(() => ({ info: null, progress: null }))

let register = createRegister<LibraryInfo | null>(null)

/** Begins with another library. */
export function beginInfo(): void {
  register = createRegister<LibraryInfo | null>(null)
  useLibrary.setState({ info: null, progress: null })
}

export function takeInfo(info: LibraryInfo, stamp: Stamp): void {
  if (register.take(info, stamp)) useLibrary.setState({ info })
}

/** What to call an article that may have no title: its file's name, as what it is. */
export const nameOf = ({ title, path }: Pick<ArticleSummary, 'title' | 'path'>): string =>
  title ?? path.split('/').at(-1) ?? path

/** The same once it is known, else null: an article that was not read yet may have a title. */
export const knownNameOf = ({
  title,
  path,
  state,
}: Pick<ArticleSummary, 'title' | 'path' | 'state'>): string | null =>
  title === null && state === 'unread' ? null : nameOf({ title, path })

// What is listed goes by: the files, what is kept of articles, and which files the reader has split.
import type { Records } from '../records/article-data.ts'
import type { Catalogue } from './catalogue.ts'

export interface ListingGround {
  readonly catalogue: Pick<Catalogue, 'shelf' | 'place' | 'facts' | 'isLooked' | 'lastPath'>
  readonly records: Records
  /** Whether the reader wants to see a file as one article for each that it holds. */
  readonly isSplit: (file: string) => boolean
}

export const isAnnotated = ({ records }: ListingGround, id: string): boolean =>
  (records.get(id)?.annotationCount ?? 0) > 0

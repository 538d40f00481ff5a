// `.parallax/splits.json`: which files the reader wants to see as one article for each that they hold.
import { z } from 'zod'
import { ArticleId } from '../../shared/model/library.ts'
import type { StoreFolder } from './folder.ts'
import { openRecordList, type RecordKind, type RecordList } from './record-list.ts'

export const Split = z.strictObject({
  /** Of the file as a whole. */
  article: ArticleId,
  /** To know the file again when the cache is lost: where it was and what was in it. */
  path: z.string(),
  sha256: z.string(),
  /** False: shown as one again. It stays, so that a synced copy does not split it anew. */
  split: z.boolean(),
  modified: z.iso.datetime(),
})
export type Split = Readonly<z.infer<typeof Split>>

export const splitKind: RecordKind<Split> = {
  name: 'parallax/splits',
  version: 1,
  field: 'splits',
  record: Split,
  migrations: {},
  keyOf: ({ article }) => article,
  timeOf: ({ modified }) => modified,
  called: 'list of split files',
}

export interface Splits extends RecordList<Split> {
  isSplit(article: string): boolean
}

export async function openSplits({ list, damaged }: StoreFolder): Promise<Splits> {
  const splits = await openRecordList({ ...list('splits'), damaged }, splitKind)
  return { ...splits, isSplit: (article) => splits.get(article)?.split ?? false }
}

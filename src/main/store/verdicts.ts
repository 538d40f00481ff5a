// `.parallax/verdicts.json`: the reader's word on whether two passages correspond. Passages, not
// sentences: it outlives changes of the files and other ways of cutting sentences.
import { z } from 'zod'
import { Target } from '../../shared/model/annotation.ts'
import { verdicts } from '../../shared/model/comparison.ts'
import { KnownFile } from '../../shared/model/known-file.ts'
import type { StoreFolder } from './folder.ts'
import { openRecordList, type RecordKind, type RecordList } from './record-list.ts'

export const JudgedSide = z.strictObject({
  article: KnownFile,
  /** The passage's words, to find it again by. */
  target: Target,
})
export type JudgedSide = Readonly<z.infer<typeof JudgedSide>>

export const StoredVerdict = z.strictObject({
  /** Of the two texts and places it was made on: two machines that judge one pair make one verdict. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  a: JudgedSide,
  b: JudgedSide,
  /** Null: taken back. It stays, so that a synced copy does not bring it back. */
  verdict: z.enum(verdicts).nullable(),
  modified: z.iso.datetime(),
})
export type StoredVerdict = Readonly<z.infer<typeof StoredVerdict>>

export const verdictKind: RecordKind<StoredVerdict> = {
  name: 'parallax/verdicts',
  version: 1,
  field: 'verdicts',
  record: StoredVerdict,
  migrations: {},
  keyOf: ({ id }) => id,
  timeOf: ({ modified }) => modified,
  called: 'list of verdicts',
}

export const openVerdicts = ({ list, damaged }: StoreFolder): Promise<RecordList<StoredVerdict>> =>
  openRecordList({ ...list('verdicts'), damaged }, verdictKind)

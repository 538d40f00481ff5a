// The reader's word on whether two passages correspond. Passages, not sentences: it outlives changes
// of the files and other ways of cutting sentences.
import { z } from 'zod'
import { Target } from '../model/annotation.ts'
import { verdicts } from '../model/comparison.ts'
import { KnownFile } from '../model/known-file.ts'
import type { Kind } from './kind.ts'
import { renamedFile } from './known-file.ts'

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
  /** Null: taken back. */
  verdict: z.enum(verdicts).nullable(),
  modified: z.iso.datetime(),
})
export type StoredVerdict = Readonly<z.infer<typeof StoredVerdict>>

export const verdictKind: Kind<StoredVerdict> = {
  name: 'verdict',
  nouns: ['verdict', 'verdicts'],
  home: { per: 'library', file: 'verdicts' },
  list: 'verdicts',
  schema: StoredVerdict,
  keyOf: ({ id }) => id,
  fields: ['a', 'b', 'verdict'],
  exchange: 'own',
  names: ({ a, b }) => [a.article, b.article],
  renamed(record, renamed) {
    const [a, b] = [sideUnder(record.a, renamed), sideUnder(record.b, renamed)]
    return a === record.a && b === record.b ? record : { ...record, a, b }
  },
}

function sideUnder(side: JudgedSide, renamed: ReadonlyMap<string, string>): JudgedSide {
  const article = renamedFile(side.article, renamed)
  return article === side.article ? side : { ...side, article }
}

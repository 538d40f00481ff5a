// Batches by which can be seen whether one is there whole.
import type { IndexChange } from '../../../src/main/index/facts.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { annotated, annotationOf, toldOf } from './told.ts'

export const perBatch = 20

/** All articles with the batch's number in title, text and note. */
export const batchOf = (batch: number): IndexChange[] =>
  Array.from({ length: perBatch }, (_, n): IndexChange[] => {
    const id = n.toString(16).padStart(16, '0')
    const sha256 = n.toString(16).padStart(64, '0')
    const said = { ...noMeta, title: `Batch ${batch}` }
    const text = `batch${batch} and some words`
    const facts = { sha256, part: null, format: 'text', words: 4, parts: 0 } as const
    const content = {
      ...facts,
      loader: 1,
      textHash: sha256,
      meta: said,
      warnings: [],
      blocks: [],
      text,
    }
    return [
      { kind: 'content', content, derived: {} },
      {
        kind: 'article',
        article: {
          ...facts,
          id,
          path: `${n}.txt`,
          state: 'ready',
          problem: null,
          said,
          added: 1,
          fileChanged: 1,
        },
      },
    ]
  }).flat()

/** Thirty articles that tell of a bridge, each with a note. */
export const everything = (count = 30): IndexChange[] =>
  Array.from({ length: count }, (_, n) => [
    ...toldOf({ n, text: `Article ${n} of the old bridge. ${'Many words. '.repeat(50)}` }),
    annotated(n, [annotationOf(`a${n}`, { note: 'a note' })]),
  ]).flat()

// What is kept of one article, as those ask for it who list, open and know articles again.
import type { AppError } from '../../../shared/errors.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { correctionKind } from '../../../shared/kinds/correction.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Correction } from '../../../shared/model/correction.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import type { Ledger } from './ledger.ts'

export interface ArticleData {
  readonly article: ArticleRecord
  /** To be had without its annotations. */
  readonly annotationCount: number
  readonly annotations: readonly Annotation[]
  /** One for each fact and each block that the reader has corrected, also of those taken back. */
  readonly corrections: readonly Correction[]
}

export interface Records {
  /** Null when there is none yet or it cannot be read. */
  get(id: string): ArticleData | null
  all(): Iterable<ArticleData>
  /** Why an article's records cannot be changed; null when they can. */
  frozen(id: string): AppError | null
}

export function articleRecords(ledger: Ledger): Records {
  const get = (id: string): ArticleData | null => {
    const article = ledger.head(id)
    if (!article) return null
    return {
      article,
      annotationCount: ledger.count(annotationKind, id),
      // Where its sheet was only remembered, asking for these has it parsed.
      get annotations() {
        return ledger.all(annotationKind, id)
      },
      get corrections() {
        return ledger.all(correctionKind, id)
      },
    }
  }
  return {
    get,
    *all() {
      for (const id of ledger.articles()) {
        const data = get(id)
        if (data) yield data
      }
    },
    frozen: (id) => ledger.frozen(id),
  }
}

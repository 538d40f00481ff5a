// What is done after files came in, for many of them at once: their rows are told, and the cache is
// saved.
import type { ArticleSummary } from '../../../shared/model/library.ts'

/** Milliseconds between two tellings of rows, and from the last file to the cache's being saved. */
const tellEvery = 250
const saveAfter = 1_000
/** Files after which the cache is saved though more are coming. */
const saveEvery = 1_000

export interface Afterwards {
  /** A file has come in. */
  note(row: ArticleSummary): void
  /**
   * To be called when a file is done with, come in or not.
   * @param isLast no other is on its way
   */
  settle(isLast: boolean): void
  /** Tells what is not told yet, and no longer means to save. */
  end(): void
}

/**
 * @param tell rows that are new; called a few times a second at most, and once more with the last file
 * @param save called some time after the last file, and now and then while many are coming
 */
export function createAfterwards(
  tell: (rows: readonly ArticleSummary[]) => void,
  save: () => Promise<void>,
): Afterwards {
  let untold: ArticleSummary[] = []
  /** Of the clock that nobody sets. */
  let toldAt = Number.NEGATIVE_INFINITY
  let unsaved = 0
  let saving: NodeJS.Timeout | undefined

  const tellNow = (): void => {
    if (untold.length === 0) return
    tell(untold)
    untold = []
    toldAt = performance.now()
  }
  const saveNow = (): void => {
    clearTimeout(saving)
    unsaved = 0
    void save()
  }

  return {
    note(row) {
      untold.push(row)
      unsaved++
    },
    settle(isLast) {
      if (isLast || performance.now() - toldAt >= tellEvery) tellNow()
      if (unsaved >= saveEvery) saveNow()
      else if (isLast && unsaved > 0) {
        clearTimeout(saving)
        saving = setTimeout(saveNow, saveAfter)
        saving.unref()
      }
    },
    end() {
      tellNow()
      clearTimeout(saving)
    },
  }
}

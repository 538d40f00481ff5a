// What each call about comparisons and verdicts does.
import type { comparingCalls } from '../../../shared/calls/comparing.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import { type ComparingWork, compareFiles } from './compare-files.ts'
import type { Comparing } from './comparing.ts'
import type { Judging } from './judging.ts'

export interface ComparisonCalls {
  /** The reader's verdicts, those taken back, too. */
  verdicts: Judging['all']
  judge: Judging['save']
  /** What articles share; see `Comparing`. */
  openComparison: Comparing['open']
  closeComparison: Comparing['close']
  comparisonSection: Comparing['section']
  explain: Comparing['explain']
}

export const comparingHandlers = (
  on: OnLibrary<ComparisonCalls>,
  work: ComparingWork,
): HandlersOf<typeof comparingCalls> => ({
  'files-compare': (arg) => compareFiles(work, arg),
  'comparison-open': on((library, arg) => library.openComparison(arg)),
  'comparison-close': on(async (library, { holder }) => {
    library.closeComparison(holder)
    return ok({})
  }),
  'comparison-section': on((library, arg) => library.comparisonSection(arg)),
  'comparison-explain': on((library, arg) => library.explain(arg)),
  'verdict-save': on((library, arg) => library.judge(arg)),
})

// What came in besides annotations, as every host says it.
import type { ImportReport } from '../calls.ts'

/** "1 story and 2 verdicts"; empty where there is nothing. */
export const acrossInWords = ({
  stories,
  verdicts,
}: Pick<ImportReport, 'stories' | 'verdicts'>): string =>
  [
    ...(stories > 0 ? [stories === 1 ? '1 story' : `${stories} stories`] : []),
    ...(verdicts > 0 ? [verdicts === 1 ? '1 verdict' : `${verdicts} verdicts`] : []),
  ].join(' and ')

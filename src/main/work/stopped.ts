// What a comparison that was stopped fails with. Apart from the comparer, so that who passes it on does
// not load the engine.
import type { AppError } from '../../shared/errors.ts'

export const stopped = (): AppError => ({
  code: 'stopped',
  message: 'The comparison was stopped.',
  advice: 'Compare again to see it.',
})

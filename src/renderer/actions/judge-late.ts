// The keys about a match, bound from the start: what they do is loaded when one is first pressed.
import type { Verdict } from '../../shared/model/comparison.ts'

/** Shows why the sentence in hand matches, or hides it again. */
export const whyLinked = async (): Promise<void> => (await import('./judge.ts')).whyLinked()

/** The reader's word on the sentence in hand and the match that is meant; the same again takes it back. */
export const judge = async (verdict: Verdict): Promise<void> =>
  (await import('./judge.ts')).judge(verdict)

// The targets of highlights of which the reader said that the passage that was found is not the one. Apart
// from the schemas, which windows do without.
import type { Anchor, Target } from './annotation.ts'

/**
 * Whether the reader said that the passage that was found is not the one. Then it stands on nothing, in
 * whatever text, until it is attached by hand; where and on which words it was made stays. No other
 * target is empty. Said in the target and not beside it, so that two machines join it as they join where
 * a note stands; an older Parallax reads it, goes by the words, and keeps it as it is.
 */
export const isDetached = ({ start, end }: Pick<Target, 'start' | 'end'>): boolean => start === end

/** The same words, standing on nothing. */
export const detached = (target: Target): Target => ({ ...target, end: target.start })

/** Of what stands on nothing by the reader's own word. */
export const onNothing: Anchor = { state: 'orphaned', start: null, end: null, score: 0 }

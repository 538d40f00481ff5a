// What a rule for the page's own lines is made of.

/**
 * How far a rule reaches:
 * - `itself`: the line
 * - `headline`: and the headline under it
 * - `address`: and the names, addresses and numbers under it
 * - `passage`: and the list or the one paragraph under it
 * - `headlines`: and all headlines under it, up to the next passage of the story
 * - `end`: and all that follows, if at most `after` times the prose before it follows; else as `headlines`
 */
type Reach = 'itself' | 'headline' | 'address' | 'headlines' | 'passage' | 'end'

export interface FurnitureRule {
  readonly name: string
  readonly matches: RegExp
  readonly reach: Reach
  /** For `end`: most prose that may follow, as a multiple of the prose before; 0.5 if not given. */
  readonly after?: number
  /** Longest line it is tried on; 120 if not given. */
  readonly longest?: number
  /** Not in the first part of the text, where the same words may open a story. */
  readonly late?: true
  readonly why: string
}

const end = /[\s:.!…»›>→]*$/.source
/** A line that is nothing but this, with the signs that buttons end in. */
export const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})${end}`, 'iu')

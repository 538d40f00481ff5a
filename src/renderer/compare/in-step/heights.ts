// Heights at which the same or the corresponding passage of two texts stands, in pixels.
import { around, type Step } from '../../../shared/comparison/step-chain.ts'
import type { Reader } from '../../state/readers.ts'

/** Share of the height at which passages are brought side by side. */
const lineAt = 0.3

/** Pixels below the top at which passages stand side by side: at the very top, beginnings do. */
export const lineOf = ({ scroller }: Reader): number =>
  Math.min(scroller.clientHeight * lineAt, scroller.scrollTop)

/** The height of the same place of the same article. */
export function sameHeight(lead: Reader, follow: Reader, line: number): number | null {
  const offset = lead.offsetAtLine(line)
  if (offset === null) return null
  return follow.lineTop(offset) + (lead.scroller.scrollTop + line - lead.lineTop(offset))
}

/**
 * The height in the following text that corresponds to a line of the leading one: straight between
 * two steps, line by line after the last. Null without any step.
 */
export function heightOf(
  chain: readonly Step[],
  lead: Reader,
  follow: Reader,
  line: number,
): number | null {
  if (chain.length === 0) return null
  const y = lead.scroller.scrollTop + line
  const { before, after } = around(chain, lead.offsetAtLine(line) ?? 0)
  const leadFrom = before ? lead.lineTop(before.lead) : 0
  const followFrom = before ? follow.lineTop(before.follow) : 0
  if (!after) return followFrom + (y - leadFrom)
  const leadTo = lead.lineTop(after.lead)
  const followTo = follow.lineTop(after.follow)
  if (leadTo <= leadFrom) return followTo
  const share = Math.max(0, Math.min(1, (y - leadFrom) / (leadTo - leadFrom)))
  return followFrom + share * (followTo - followFrom)
}

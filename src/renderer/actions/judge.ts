// The reader's word on a match, and the app's answer to "why?". Both are about the sentence in hand
// and the counterpart that is meant: the chosen one, else the best.
import { sameRef } from '../../shared/comparison/look-up.ts'
import type { Link, Verdict } from '../../shared/model/comparison.ts'
import { showTab } from '../state/beside.ts'
import { useCompare } from '../state/compare.ts'
import { type PassageOf, passageOf } from '../state/look.ts'
import { held, rejected } from '../state/matches.ts'
import { isShown, showSide, tell, tellError, useUi } from '../state/ui.ts'
import { explanationOf } from './explain.ts'
import { matchesOf } from './matches.ts'
import { saving } from './saving.ts'
import { tellStep } from './tell-step.ts'

/** The match that keys are about; says what to do where there is none. */
async function meant(): Promise<Link | null> {
  const { on, hand, comparison } = useCompare.getState()
  if (!on) tell('Compare the open articles first.')
  else if (!hand || !comparison) tell('Click a sentence first, or put the caret into one.')
  else {
    const matches = await matchesOf(hand)
    const now = useCompare.getState()
    if (!matches || !sameRef(now.hand, hand)) return null
    const all = held(matches, now.possible)
    const found =
      [...all, ...rejected(matches)].find(({ ref }) => sameRef(ref, now.chosen)) ?? all[0]
    if (found) return found.link
    tell('No match was found for this sentence.')
  }
  return null
}

const judged = ({ article, start, end, textHash }: PassageOf) => ({ article, start, end, textHash })

export async function judge(verdict: Verdict): Promise<void> {
  const link = await meant()
  if (link) await judgeLink(link, link.verdict === verdict ? null : verdict)
}

/**
 * Keeps the reader's word on a link. Gives whether it was saved; the reader is told either way.
 * @param verdict null takes it back
 */
export async function judgeLink(link: Link, verdict: Verdict | null): Promise<boolean> {
  const a = passageOf(link.a)
  const b = passageOf(link.b)
  if (!a || !b) return false
  const saved = await saving((call) =>
    call('verdict-save', { a: judged(a), b: judged(b), verdict }),
  )
  if (!saved) return false
  tellStep(
    verdict === 'yes'
      ? 'Saved: these match.'
      : verdict === 'no'
        ? 'Saved: these do not match. They are listed under “Rejected”.'
        : 'Taken back.',
  )
  return true
}

/** Shows why the two match, in the side; hides it when it is shown. */
export async function whyLinked(): Promise<void> {
  const link = await meant()
  if (link) await explainLink(link)
}

export async function explainLink({ a, b }: Pick<Link, 'a' | 'b'>): Promise<void> {
  const { why, comparison } = useCompare.getState()
  if (why && sameRef(why.a, a) && sameRef(why.b, b) && isSeen()) {
    useCompare.setState({ why: null })
    return
  }
  const explained = await explanationOf({ a, b })
  if (!explained || useCompare.getState().comparison?.id !== comparison?.id) return
  if (!explained.ok) {
    tellError(explained.error)
    return
  }
  useCompare.setState({ why: { a, b, explanation: explained.value } })
  showTab('compare')
  if (!isShown(useUi.getState(), 'right')) showSide('right', true)
}

const isSeen = (): boolean => isShown(useUi.getState(), 'right')

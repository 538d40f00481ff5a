// Whether the same words in two articles are said by the same person: what two people both say is
// no quotation of one another, however alike.
import type { FoundQuotation } from '../quotations/find-quotations.ts'
import { isAnotherSpeaker, isNamed } from '../quotations/same-speaker.ts'

export type SameSpeaker = 'yes' | 'no' | 'unknown'

/** What is said in two articles; without it nothing is known of who speaks. */
export interface Said {
  readonly a: readonly FoundQuotation[]
  readonly b: readonly FoundQuotation[]
}

export const nothingSaid: Said = { a: [], b: [] }

/** Whether what stands at an offset of either text is said by the same person, as far as names tell. */
export function sameSpeaker({ a, b }: Said, offsetA: number, offsetB: number): SameSpeaker {
  const [one, other] = [quotationAt(a, offsetA)?.speaker, quotationAt(b, offsetB)?.speaker]
  if (!one || !other) return 'unknown'
  if (isAnotherSpeaker(one, other)) return 'no'
  return isNamed(one) && isNamed(other) ? 'yes' : 'unknown'
}

function quotationAt(all: readonly FoundQuotation[], offset: number): FoundQuotation | undefined {
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found = all[low]
  return found && found.start <= offset && offset < found.end ? found : undefined
}

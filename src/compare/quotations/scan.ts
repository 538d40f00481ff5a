// Pairs quotation marks: where each quotation of a paragraph starts and ends, what is nested left
// within, what is not closed ended with its paragraph.
import { isSpace } from '../../shared/text/fold.ts'
import { type Mark, type MarkFamily, marksOf } from './marks.ts'

/** A stretch in quotation marks within one paragraph. UTF-16 code units. */
export interface Stretch {
  /** Between the marks, without white space at the ends. */
  readonly start: number
  readonly end: number
  /** With the marks. */
  readonly outerStart: number
  readonly outerEnd: number
  readonly family: MarkFamily
  readonly closed: boolean
}

interface Open {
  readonly mark: Mark
  readonly place: number
}

/** How often a paragraph is read anew without an apostrophe that looked like an opening mark. */
const maxRereads = 6

/**
 * The outermost quotations of a paragraph (or any part of a text), in order. Linear in its length.
 * @param open the family of a quotation that the paragraph before did not close: it ends here if a
 *   closing mark comes before any opening one
 */
export function stretchesOf(
  text: string,
  start: number,
  end: number,
  open: MarkFamily | null = null,
): Stretch[] {
  let marks = marksOf(text, start, end)
  const first = marks.find(({ family }) => family === open)
  if (open && open !== 'single' && first?.can === 'close')
    marks = [{ ...first, start, end: start, can: 'open' }, ...marks]
  for (let reread = 0; ; reread++) {
    const { stretches, apostrophe } = pair(text, marks, end)
    if (apostrophe === null) return stretches
    marks =
      reread < maxRereads
        ? marks.filter((_, place) => place !== apostrophe)
        : marks.filter(({ family }) => family !== 'single')
  }
}

interface Paired {
  readonly stretches: Stretch[]
  /** The place of an opening single mark that nothing closes: an apostrophe after all. */
  readonly apostrophe: number | null
}

function pair(text: string, marks: readonly Mark[], end: number): Paired {
  const stretches: Stretch[] = []
  const stack: Open[] = []
  const count: Partial<Record<MarkFamily, number>> = {}

  const push = (mark: Mark, place: number): void => {
    stack.push({ mark, place })
    count[mark.family] = (count[mark.family] ?? 0) + 1
  }
  const pop = (): Open | undefined => {
    const open = stack.pop()
    if (open) count[open.mark.family] = (count[open.mark.family] ?? 1) - 1
    return open
  }
  const emit = ({ mark }: Open, to: number, outerEnd: number, closed: boolean): void => {
    const inner = trimmed(text, mark.end, to)
    if (inner.start === inner.end) return
    stretches.push({ ...inner, outerStart: mark.start, outerEnd, family: mark.family, closed })
  }
  const closeTo = (family: MarkFamily, at: Mark): void => {
    for (let open = pop(); open; open = pop()) {
      if (open.mark.family !== family) continue
      if (stack.length === 0) emit(open, at.start, at.end, true)
      return
    }
  }

  for (const [place, mark] of marks.entries()) {
    const { family } = mark
    const isOpen = (count[family] ?? 0) > 0
    const top = stack.at(-1)?.mark
    if (family === 'guillemet' || family === 'angle') {
      const opener = lastOf(stack, family)
      if (isOpen && opener && opener.sign !== mark.sign) closeTo(family, mark)
      else if (isOpen || opensGuillemet(text, mark, marks[place + 1])) push(mark, place)
      continue
    }
    if (mark.can === 'close' || (mark.can === 'either' && isOpen)) {
      if (isOpen) {
        if (family === 'single' && isGenitive(stack, mark, marks[place + 1])) continue
        closeTo(family, mark)
      } else if (
        family === 'double' &&
        (count.single ?? 0) > 0 &&
        !/\d/.test(text[mark.start - 1] ?? '')
      ) {
        closeTo('single', mark)
      }
      continue
    }
    if (isOpen && top?.family === family && !isNested(marks, place)) {
      if (top.sign === '„' && mark.sign === '“' && mark.can !== 'open') {
        closeTo(family, mark)
        continue
      }
      if (family === 'single') continue
      const cut = pop()
      if (cut && stack.length === 0) emit(cut, mark.start, mark.start, false)
    }
    push(mark, place)
  }
  const bottom = stack[0]
  if (!bottom) return { stretches, apostrophe: null }
  if (bottom.mark.family === 'single' && bottom.mark.sign !== '‘')
    return { stretches, apostrophe: bottom.place }
  emit(bottom, end, end, false)
  return { stretches, apostrophe: null }
}

/** Two closing marks before the next opening one: the second opening mark is within the first. */
function isNested(marks: readonly Mark[], place: number): boolean {
  const family = marks[place]?.family
  let closing = 0
  for (let next = place + 1; next < marks.length && next < place + 12; next++) {
    const mark = marks[next]
    if (mark?.family !== family) continue
    if (mark?.can === 'open') return false
    if (++closing === 2) return true
  }
  return false
}

/** An s’ within single marks does not close them if a plainer closing mark follows. */
function isGenitive(stack: readonly Open[], mark: Mark, next: Mark | undefined): boolean {
  if (stack.at(-1)?.mark.family !== 'single') return true
  return mark.weak && next?.family === 'single' && next.can === 'close' && !next.weak
}

function lastOf(stack: readonly Open[], family: MarkFamily): Mark | undefined {
  for (let at = stack.length - 1; at >= 0 && at >= stack.length - 8; at--)
    if (stack[at]?.mark.family === family) return stack[at]?.mark
  return undefined
}

/** A guillemet after a word and before a space is a stray closing one, unless another answers it. */
const opensGuillemet = (text: string, mark: Mark, next: Mark | undefined): boolean =>
  !/[\p{L}\p{N}.,!?]/u.test(text[mark.start - 1] ?? ' ') ||
  (next?.family === mark.family && next.sign !== mark.sign)

/** A range without the white space at its ends. */
function trimmed(
  text: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } {
  let start = from
  let end = Math.max(from, to)
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

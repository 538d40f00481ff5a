// Lines of Arabic, Hebrew and the like: letters at places come from left to right, and are read from
// right to left, but for the words of other scripts and the numbers among them (UAX #9, backwards).
import type { Fragment } from './fragments.ts'

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const leftToRight = /\p{L}/u
const number = /\p{Nd}/u
const bracket = /[()[\]{}«»‹›]/
const brackets = /[()[\]{}«»‹›]/g

type Kind = 'right-to-left' | 'word' | 'number' | 'neutral'

function kindOf({ text, rtl }: Fragment): Kind {
  if (rtl || rightToLeft.test(text)) return 'right-to-left'
  if (leftToRight.test(text)) return 'word'
  return number.test(text) ? 'number' : 'neutral'
}

/** Letters of both directions; numbers and signs have none of their own. */
function letters(fragments: readonly Fragment[]): {
  readonly theirs: number
  readonly all: number
} {
  let [theirs, all] = [0, 0]
  for (const { text } of fragments)
    for (const [letter] of text.matchAll(/\p{L}/gu)) {
      all++
      if (rightToLeft.test(letter)) theirs++
    }
  return { theirs, all }
}

/** Whether most letters of some text are read from right to left. */
export function isRightToLeft(fragments: readonly Fragment[]): boolean {
  const { theirs, all } = letters(fragments)
  return theirs > all / 2
}

/** Of a line: on a page that is read so, also one that is mostly names of another script. */
export function isLineRightToLeft(line: readonly Fragment[], page: boolean): boolean {
  const { theirs, all } = letters(line)
  return theirs > all * (page ? 0.2 : 0.5)
}

/**
 * The fragments of such a line in the order they are read. What is read from left to right in it, as
 * a name of several words or a number in pieces, is made one fragment.
 * @param row from left to right
 * @param join makes one fragment of several that are read from left to right
 */
export function inReadingOrder(
  row: readonly Fragment[],
  join: (run: readonly Fragment[]) => Fragment,
): Fragment[] {
  const ordered: Fragment[] = []
  const script = scriptOf(row)
  for (let at = 0; at < row.length; ) {
    const end = runEnd(row, at, script)
    const run = row.slice(at, end)
    const [only] = run
    if (only !== undefined) {
      const one = run.length === 1 ? only : join(run)
      ordered.push({ ...one, text: asRead(one, script) })
    }
    at = end
  }
  return ordered.reverse()
}

/** Numbers keep other signs about them in Arabic than elsewhere (UAX #9, W2 to W5). */
type Script = 'arabic' | 'other'

const scriptOf = (row: readonly Fragment[]): Script =>
  row.some(({ text }) => /\p{Script=Arabic}/u.test(text)) ? 'arabic' : 'other'

/** What joins two numbers into one, and what belongs to a number beside it. */
const numberSigns = {
  arabic: { within: /^[.,:/]$/, beside: /^(?!)/ },
  other: { within: /^[.,:/+-]$/, beside: /^[%‰°#$€£¥]+$/ },
}

/**
 * The text of a fragment in the order it is read. Signs without letters come as they are drawn, from
 * left to right; so do those about a number, which itself is read so.
 */
function asRead(fragment: Fragment, script: Script): string {
  const { text } = fragment
  const kind = kindOf(fragment)
  if (kind === 'neutral') return backwards(text)
  if (kind !== 'number') return text
  const [, before = '', core = '', after = ''] = /^(\P{Nd}*)(.*\p{Nd})(\P{Nd}*)$/su.exec(text) ?? []
  const { beside } = numberSigns[script]
  if (core === '' || beside.test(before + after)) return text
  // From one year to another: each number is read from left to right, and the one on the right first.
  const numbers =
    script === 'arabic'
      ? core
          .split(/([^\p{Nd}.,:/]+)/u)
          .reverse()
          .join('')
      : core
  return `${backwards(after)}${numbers}${backwards(before)}`
}

const backwards = (text: string): string => [...text].reverse().join('')

/** Where the run ends that is read from left to right and begins here; one on where none does. */
function runEnd(row: readonly Fragment[], start: number, script: Script): number {
  const first = row[start]
  const kind = first === undefined ? 'neutral' : kindOf(first)
  if (kind === 'number') return numberEnd(row, start, script)
  if (kind !== 'word') return start + 1
  let end = start + 1
  for (let at = end; at < row.length; at++) {
    const next = row[at]
    const what = next === undefined ? 'right-to-left' : kindOf(next)
    if (what === 'right-to-left') break
    // Marks at the end of the words belong to the line; a bracket that was opened in them does not.
    if (what !== 'neutral' || closes(row.slice(start, at), next?.text ?? '')) end = at + 1
  }
  return end
}

/** The pieces of one number touch; numbers side by side are read from right to left. */
function numberEnd(row: readonly Fragment[], start: number, script: Script): number {
  let end = start + 1
  for (let at = end; at < row.length; at++) {
    const [before, next] = [row[at - 1], row[at]]
    if (before === undefined || next === undefined) break
    if (next.left - before.right > 0.1 * next.size) break
    const what = kindOf(next)
    const { within, beside } = numberSigns[script]
    if (what === 'number' || beside.test(next.text)) end = at + 1
    else if (what !== 'neutral' || !within.test(next.text)) break
  }
  return end
}

function closes(run: readonly Fragment[], text: string): boolean {
  const opened = { ')': '(', ']': '[', '}': '{', '»': '«', '›': '‹' }[text]
  if (opened === undefined) return false
  const before = run.map((each) => each.text).join('')
  return before.split(opened).length > before.split(text).length
}

const mirrors: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
}
const mirrored = (text: string): string => text.replace(brackets, (sign) => mirrors[sign] ?? sign)

/**
 * The fragments of a page with their brackets as they are typed. Most programs say of a bracket which
 * way it is drawn, and what opens from right to left is drawn the other way; some say how it was typed.
 * It is that which gives more of them a partner.
 * @param rows of the page, each from left to right
 */
export function withBracketsAsTyped(rows: readonly (readonly Fragment[])[]): readonly Fragment[] {
  const page = isRightToLeft(rows.flat())
  const turned = new Set<Fragment>()
  const read: string[] = []
  for (const row of rows) {
    if (!isLineRightToLeft(row, page)) continue
    const script = scriptOf(row)
    for (const fragment of theirBrackets(row, script).reverse()) {
      turned.add(fragment)
      read.push(asRead(fragment, script))
    }
  }
  const all = read.join('')
  const turn = misfits(mirrored(all)) < misfits(all)
  return rows.flatMap((row) =>
    row.map((fragment) =>
      turn && turned.has(fragment) ? { ...fragment, text: mirrored(fragment.text) } : fragment,
    ),
  )
}

/** The fragments with brackets that belong to what is read from right to left. */
function theirBrackets(row: readonly Fragment[], script: Script): Fragment[] {
  const found: Fragment[] = []
  for (let at = 0; at < row.length; ) {
    const end = runEnd(row, at, script)
    const [only] = row.slice(at, at + 1)
    if (end === at + 1 && only !== undefined && bracket.test(only.text) && kindOf(only) !== 'word')
      found.push(only)
    at = end
  }
  return found
}

/** How many brackets have no partner. */
function misfits(text: string): number {
  const open: string[] = []
  let alone = 0
  for (const [sign] of text.matchAll(brackets)) {
    if ('([{«‹'.includes(sign)) open.push(sign)
    else if (open.at(-1) === mirrors[sign]) open.pop()
    else alone++
  }
  return alone + open.length
}

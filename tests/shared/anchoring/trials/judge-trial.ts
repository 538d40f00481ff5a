// Where the notes of a trial come to stand, and whether that is where they belong.
import { describe as describeRange } from '../../../../src/shared/anchoring/describe.ts'
import { createResolver } from '../../../../src/shared/anchoring/resolve.ts'
import type { Anchor, Target } from '../../../../src/shared/model/annotation.ts'
import { fold } from '../../../../src/shared/text/fold.ts'
import type { Placed, Trial } from './make-trial.ts'
import { type Random, upTo } from './random.ts'
import { imageOf, type Unit } from './units.ts'

/** What became of what a note stands on. */
export const fates = ['same', 'moved', 'harmless', 'edited', 'deleted'] as const
export type Fate = (typeof fates)[number]

export interface JudgedTrial {
  /** In words, what stands where it does not belong. */
  readonly wrong: readonly string[]
  /** By what became of it: how many notes there are, how many were found. */
  readonly there: Readonly<Record<Fate, number>>
  readonly found: Readonly<Record<Fate, number>>
}

export function judgeTrial(trial: Trial, hasOld: boolean, random: Random): JudgedTrial {
  const resolver = createResolver(trial.text, () => (hasOld ? trial.old : null))
  const wrong: string[] = []
  const there = { same: 0, moved: 0, harmless: 0, edited: 0, deleted: 0 }
  const found = { ...there }
  for (const [start, end] of rangesOf(random, trial)) {
    const target = describeRange(trial.old, 'old', start, end)
    const pieces = piecesOf(trial.before, target.start, target.end)
    const fate = fateOf(trial, pieces)
    const anchor = resolver.resolve('new', target)
    there[fate]++
    if (anchor.state === 'orphaned') continue
    if (isWhole(trial, pieces, anchor)) found[fate]++
    const what = judge(trial, pieces, target, anchor, hasOld)
    if (what === null) continue
    const changes = anchor.state === 'moved' ? JSON.stringify(anchor.changes ?? []) : ''
    const was = marked(trial.old, target.start, target.end)
    const is = marked(trial.text, anchor.start, anchor.end)
    wrong.push(`${what}, ${fate}, ${anchor.state} ${changes}\n${was}\n---\n${is}`)
  }
  return { wrong, there, found }
}

/** A text with the passage in brackets that stand nowhere else in it. */
const marked = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`

/** Notes on whole units, on parts of them, and from within one to within another. */
function rangesOf(random: Random, { before, old }: Trial): (readonly [number, number])[] {
  const word = (at: number, side: 0 | 1): number => {
    const words = [...old.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: { length }, index }) => [
      index,
      index + length,
    ])
    const near = words.findLast(([start = 0]) => start <= at) ?? words[0]
    return near?.[side] ?? at
  }
  return Array.from({ length: 6 }, () => {
    const at = upTo(random, before.length - 1)
    const [one, kind] = [before[at], random()]
    if (!one) throw new Error('no unit')
    if (kind < 0.3) return [one.start, one.end]
    const last = kind < 0.7 ? one : (before[at + 1 + upTo(random, 1)] ?? one)
    const from = one.start + upTo(random, one.end - one.start - 1)
    const to = last.start + upTo(random, last.end - last.start - 1)
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    const start = random() < 0.2 ? one.start : word(low, 0)
    const end = random() < 0.2 ? last.end : word(high, 1)
    return start < end ? [start, end] : [one.start, one.end]
  })
}

/** A part of a unit. */
interface Piece {
  readonly placed: Placed
  /** Offsets into its words. */
  readonly from: number
  readonly to: number
}

const piecesOf = (all: readonly Placed[], start: number, end: number): readonly Piece[] =>
  all.flatMap((placed) => {
    const from = Math.max(start, placed.start)
    const to = Math.min(end, placed.end)
    if (from >= to) return []
    return [{ placed, from: from - placed.start, to: to - placed.start }]
  })

function fateOf({ after, moved }: Trial, pieces: readonly Piece[]): Fate {
  const now = pieces.map((piece) => ({ ...piece, now: placeOf(after, piece.placed.unit) }))
  const touched = now.flatMap(({ now: placed, from, to }) =>
    (placed?.exchanges ?? []).filter((each) => each.from < to && each.to > from),
  )
  if (now.some(({ now: placed }) => !placed)) return 'deleted'
  if (touched.some(({ harmless }) => !harmless)) return 'edited'
  if (pieces.some(({ placed }) => moved.has(placed.unit.id))) return 'moved'
  return touched.length > 0 ? 'harmless' : 'same'
}

const placeOf = (all: readonly Placed[], { id }: Unit): Placed | undefined =>
  all.find(({ unit }) => unit.id === id)

/** Whether all that is left of what a note stood on is in its anchor; of what was torn apart more than half. */
function isWhole({ text, after }: Trial, pieces: readonly Piece[], { start, end }: Found): boolean {
  const letters = (some: string): number => some.replace(/[^\p{L}\p{N}]/gu, '').length
  const wanted = pieces.flatMap(({ placed, from, to }) => {
    const now = placeOf(after, placed.unit)
    if (!now) return []
    const image = imageOf(now.exchanges, from, to)
    return [text.slice(now.start + image.from, now.start + image.to)]
  })
  const all = letters(wanted.join(''))
  return letters(text.slice(start, end)) >= all * (pieces.length > 1 ? 0.5 : 0.9)
}

type Found = Exclude<Anchor, { state: 'orphaned' }>

function judge(
  trial: Trial,
  pieces: readonly Piece[],
  target: Target,
  anchor: Found,
  hasOld: boolean,
): string | null {
  const { text, after } = trial
  const stands = text.slice(anchor.start, anchor.end)
  const isTheSame = fold(stands).text === fold(target.exact).text
  const isTold = anchor.state === 'moved' && (anchor.changes?.length ?? 0) > 0
  if (!hasOld && isAllThatIsKnown(text, pieces, target, anchor)) return null
  const covered = piecesOf(after, anchor.start, anchor.end)
  // The very words, and most of them its own.
  const ownLetters = covered
    .filter((each) => pieces.some((piece) => piece.placed.unit.id === each.placed.unit.id))
    .reduce((sum, { from, to }) => sum + to - from, 0)
  if (!hasOld && stands === target.exact && ownLetters * 2 > target.exact.length) return null
  const isOwn = (cover: Piece): boolean =>
    pieces.some((piece) => piece.placed.unit.id === cover.placed.unit.id) ||
    (!hasOld && isUnknowable(trial, cover, pieces, target, anchor))
  const [first, last] = [covered.findIndex(isOwn), covered.findLastIndex(isOwn)]
  let isOther = false
  for (const [i, cover] of covered.entries()) {
    const own = pieces.find(({ placed }) => placed.unit.id === cover.placed.unit.id)
    if (!own) {
      const isBetween = first >= 0 && first < i && i < last
      if (isOwn(cover)) continue
      const isEdit = hasOld && tookThePlace(trial, cover.placed, pieces)
      if (!(isTold && isBetween) && !(isEdit && (isTold || isTheSame))) return 'another passage'
      if (isEdit && isTheSame) return null
      isOther = true
      continue
    }
    const image = imageOf(cover.placed.exchanges, own.from, own.to)
    const words = text.slice(cover.placed.start, cover.placed.end)
    const beyond = words.slice(cover.from, image.from) + words.slice(image.to, cover.to)
    if (hasLetters(beyond)) return 'more than its own'
    if (
      cover.placed.exchanges.some(
        (each) => !each.harmless && each.from < own.to && each.to > own.from,
      )
    )
      isOther = true
    const cut = words.slice(image.from, cover.from) + words.slice(cover.to, image.to)
    if (!hasLetters(cut) || cover.placed.exchanges.some((each) => each.harmless)) continue
    isOther = true
  }
  const lost = pieces.filter(({ placed }) =>
    covered.every((c) => c.placed.unit.id !== placed.unit.id),
  )
  const isLost = lost.some(({ placed, from, to }) => hasLetters(placed.unit.words.slice(from, to)))
  if ((isOther || isLost) && !isTold) return 'not told'
  const saysOther = covered.some(({ placed }) => {
    const own = pieces.find((piece) => piece.placed.unit.id === placed.unit.id)
    return (
      own &&
      placed.exchanges.some((each) => !each.harmless && each.from < own.to && each.to > own.from)
    )
  })
  // What is gone between two that stand was taken out in its place.
  const ends = lost.filter((piece) => piece === pieces[0] || piece === pieces.at(-1))
  const lostMeaning = ends.some(
    ({ placed, from, to }) =>
      placed.unit.slots.some((slot) => slot.from < to && slot.to > from) &&
      // The same words of one that is like it, and all that the note knows of its sentence: nobody can tell.
      !covered.some(
        (cover) =>
          loosely(text.slice(cover.placed.start + cover.from, cover.placed.start + cover.to)) ===
            loosely(placed.unit.words.slice(from, to)) &&
          isUnknowable(trial, cover, pieces, target, anchor),
      ),
  )
  return !hasOld && (saysOther || lostMeaning) ? 'other words' : null
}

/**
 * Whether the very words stand there and all that the note knows of their sentence, too, but for how they are
 * typed: without the old text nobody can tell that it is another.
 */
function isAllThatIsKnown(
  text: string,
  pieces: readonly Piece[],
  { exact, prefix, suffix }: Target,
  { start, end }: Found,
): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return false
  const lead = loosely(prefix.slice(Math.max(0, prefix.length - first.from)))
  const rest = loosely(suffix.slice(0, last.placed.unit.words.length - last.to))
  return (
    loosely(text.slice(start, end)) === loosely(exact) &&
    loosely(text.slice(Math.max(0, start - 60), start)).endsWith(lead) &&
    loosely(text.slice(end, end + 60)).startsWith(rest)
  )
}

/** The same of the part of it that stands in another unit at one of its ends. */
function isUnknowable(
  { text }: Trial,
  cover: Piece,
  pieces: readonly Piece[],
  { prefix, suffix }: Target,
  { start, end }: Found,
): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last || first === last) return false
  const words = text.slice(cover.placed.start + cover.from, cover.placed.start + cover.to)
  const isSame = ({ placed, from, to }: Piece): boolean =>
    loosely(placed.unit.words.slice(from, to)) === loosely(words)
  const lead = loosely(prefix.slice(Math.max(0, prefix.length - first.from)))
  const rest = loosely(suffix.slice(0, last.placed.unit.words.length - last.to))
  return (
    (isSame(first) && loosely(text.slice(Math.max(0, start - 60), start)).endsWith(lead)) ||
    (isSame(last) && loosely(text.slice(end, end + 60)).startsWith(rest))
  )
}

/** Letters and figures alone, none of them twice in a row: a slip is none. */
const loosely = (text: string): string =>
  fold(text)
    .text.replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(\p{L})\1+/gu, '$1')

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** What a unit says but for what is in its slots; of what somebody said, that, whoever it was and whatever the marks. */
const saidIn = ({ frame }: Unit): string => /^["“„»](.+)["“”«],/u.exec(frame)?.[1] ?? frame

/** Whether what was put in stands where one of the note's units stood: that is an edit in place. */
function tookThePlace(
  { before, after, added }: Trial,
  placed: Placed,
  pieces: readonly Piece[],
): boolean {
  if (!added.has(placed.unit.id)) return false
  const at = after.indexOf(placed)
  const neighbours = (all: readonly Placed[], from: number, others: readonly Placed[]) => [
    all.slice(0, from).findLast(({ unit }) => placeOf(others, unit))?.unit.id,
    all.slice(from + 1).find(({ unit }) => placeOf(others, unit))?.unit.id,
  ]
  const now = neighbours(after, at, before)
  return pieces.some(({ placed: own }) => {
    if (saidIn(own.unit) !== saidIn(placed.unit) || placeOf(after, own.unit)) return false
    const then = neighbours(before, before.indexOf(own), after)
    return now.some((id, side) => id === then[side])
  })
}

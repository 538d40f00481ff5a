// Made-up texts full of passages that look alike, and what happens to them: some are deleted, some change
// places, some are edited. For each passage it is known what became of it.
/** From 0 up to but not including 1. */
export type Random = () => number

/** A generator of numbers that gives the same row for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: Random, some: readonly T[]): T => {
  const found = some[Math.floor(random() * some.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

const slots: Readonly<Record<string, readonly string[]>> = {
  NAME: ['Aldous', 'Karlan', 'Brenner', 'Oduya', 'Whitcombe', 'Tanaka', 'Lindqvist', 'Moreau'],
  PLACE: ['Ashford', 'Brackley', 'Corwen', 'Dunmore', 'Elstree', 'Farrow', 'Glenside'],
  DAY: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  WAY: ['north', 'south', 'east', 'west'],
  N: ['2', '3', '7', '12', '18', '41', '58', '64', '398', '412', '1,250'],
  TIME: ['6:20', '7:40', '11:05', '18:20', '18:40', '21:15'],
  COUNT: ['two', 'three', 'four', 'seven', 'nine', 'ten', 'twelve'],
  NOT: ['will', 'will not', 'may', 'may not'],
  IS: ['is', 'is not', 'was never', 'was'],
}

const frames: readonly (readonly string[])[] = [
  ['Ward N: NAME N, NAME N, turnout N per cent.'],
  ['NAME voted for the closure of the bridge at PLACE.', 'NAME voted for it again on DAY.'],
  ['The WAY route shortened its crossings by COUNT minutes on DAY.'],
  ['The ferry from PLACE to PLACE leaves the quay at TIME.'],
  ['The mayor said that the bridge at PLACE NOT close in the spring.'],
  ['COUNT of the supports at PLACE are safe, the report says.'],
  ['The harbour office IS ready to pay N pounds to NAME for the boats.'],
  ['On DAY NAME told the board that N crews NOT sail from PLACE.'],
]

/** What begins and ends every text. */
const ends: readonly string[] = [
  'The harbour board published the figures of its spring trial in the afternoon.',
  'Both crews had asked for a longer trial before the winter timetable begins.',
]

const plain: readonly string[] = [
  'Nobody at the quay could say how the money had been spent.',
  'A second report is expected once the engineers have looked at the piers.',
  'Fishermen complained that the new moorings lie too far from the market.',
  'The old toll house has been empty since the road was widened.',
  'Storms had damaged the slipway twice, and repairs took longer than planned.',
  'Visitors are asked to leave their cars by the church and to walk down.',
  'The minutes of the meeting were printed and hung up beside the notice board.',
  'Children from the school painted the railings in bright colours.',
]

const fill = (random: Random, frame: string): string =>
  capital(
    frame.replace(/\b(?:NAME|PLACE|DAY|WAY|N|TIME|COUNT|NOT|IS)\b/g, (slot) =>
      pick(random, slots[slot] ?? []),
    ),
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A passage of the old text, and what became of it: its words in the new one; null: it was deleted. */
interface Passage {
  readonly words: string
  readonly now: string | null
  /** Which words of it were exchanged. */
  readonly edited: boolean
}

export interface Trial {
  readonly old: string
  readonly text: string
  readonly passages: readonly (Passage & {
    /** UTF-16 offsets into the old text. */
    readonly start: number
    /** Where it is in the new text; null: nowhere. */
    readonly at: number | null
  })[]
}

/** Exchanges a number, a name, a place, a day or a denial. */
function edit(random: Random, words: string): string {
  const all = Object.entries(slots).flatMap(([slot, values]) =>
    values
      .filter((value) => new RegExp(`(?<![\\w:,])${value}(?![\\w:,]| not\\b)`).test(words))
      .map((value) => ({ slot, value })),
  )
  if (all.length === 0) return words
  const { slot, value } = pick(random, all)
  const other = pick(
    random,
    (slots[slot] ?? []).filter((each) => each !== value),
  )
  return words.replace(new RegExp(`(?<![\\w:,])${value}(?![\\w:,]| not\\b)`), other)
}

/** A text of three to nine passages, most of one or two frames, with others around them, and its edit. */
export function makeTrial(random: Random): Trial {
  const frame = [pick(random, frames), pick(random, frames)]
  const words = new Set<string>()
  const count = 3 + Math.floor(random() * 7)
  for (let tries = 0; words.size < count && tries < 60; tries++) {
    if (random() < 0.25) words.add(pick(random, plain))
    else words.add(pick(random, pick(random, frame)).replace(/.*/, (each) => fill(random, each)))
  }
  let passages: Passage[] = [...words].map((each) => ({ words: each, now: each, edited: false }))
  const order = passages.map((_, i) => i)
  const changes = 1 + Math.floor(random() * 3)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * passages.length)
    const kind = random()
    const passage = passages[at]
    if (!passage) continue
    if (kind < 0.5) passages = passages.with(at, { ...passage, now: null })
    else if (kind < 0.7) {
      const other = Math.floor(random() * order.length)
      const [a = 0, b = 0] = [order[at], order[other]]
      order[at] = b
      order[other] = a
    } else if (passage.now !== null) {
      const now = edit(random, passage.now)
      // Words that stand there already would be another passage's.
      if (passages.every((each) => each.now !== now && each.words !== now))
        passages = passages.with(at, { ...passage, now, edited: true })
    }
  }
  const between = pick(random, ['\n\n', '\n', ' '])
  const frameOf = ([first, last]: readonly string[], middle: readonly string[]): string =>
    [first, ...middle, last].join(between)
  const old = frameOf(
    ends,
    passages.map((each) => each.words),
  )
  const text = frameOf(
    ends,
    order.flatMap((i) => passages[i]?.now ?? []),
  )
  return {
    old,
    text,
    passages: passages.map((each) => ({
      ...each,
      start: old.indexOf(each.words),
      at: each.now === null ? null : text.indexOf(each.now),
    })),
  }
}

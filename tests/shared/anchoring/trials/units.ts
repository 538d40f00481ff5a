// A passage that belongs together, and what an edit makes of it: it is known of each letter what became of it.
import type { Language } from './language-words.ts'
import { pick, type Random } from './random.ts'

/** A stretch of a unit's words, in the place of which others are now. */
export interface Exchange {
  readonly from: number
  readonly to: number
  readonly now: string
  /** It says the same. */
  readonly harmless: boolean
}

interface Slot {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** A sentence, an item of a list, a row of a table, something said. */
export interface Unit {
  readonly id: number
  readonly language: Language
  /** What it has in common with those that look like it. */
  readonly frame: string
  readonly words: string
  readonly slots: readonly Slot[]
}

/** A frame with its slots filled. */
export function fill(random: Random, language: Language, frame: string, id: number): Unit {
  let words = ''
  const slots: Slot[] = []
  let at = 0
  for (const { 0: hole, 1: name = '', index } of frame.matchAll(/\{(\w+)\}/g)) {
    words += frame.slice(at, index)
    const value = pick(random, language.slots[name] ?? [])
    const typed = words === '' ? capital(value) : value
    slots.push({ name, from: words.length, to: words.length + typed.length })
    words += typed
    at = index + hole.length
  }
  return { id, language, frame, words: words + frame.slice(at), slots }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The words of a unit after some exchanges, which do not overlap and are in order. */
export function wordsAfter({ words }: Unit, exchanges: readonly Exchange[]): string {
  let [now, at] = ['', 0]
  for (const each of exchanges) {
    now += words.slice(at, each.from) + each.now
    at = each.to
  }
  return now + words.slice(at)
}

/** Where `[from, to)` of a unit's words is after some exchanges; whole words that were exchanged. */
export function imageOf(
  exchanges: readonly Exchange[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let [first, last] = [from, to]
  for (const each of exchanges) {
    const by = each.now.length - (each.to - each.from)
    if (each.from < to && each.to > from) {
      if (each.from < from) first += each.from - from
      if (each.to > to) last += each.to - to
      last += by
    } else if (each.to <= from) {
      first += by
      last += by
    }
  }
  return { from: first, to: last }
}

/** Another name, number, day or denial, in one slot or, seldom, in two. */
export function exchangeMeaning(random: Random, unit: Unit): readonly Exchange[] {
  const { slots, language, words } = unit
  if (slots.length === 0) return []
  const chosen = new Set([pick(random, slots), ...(random() < 0.2 ? [pick(random, slots)] : [])])
  return slots.flatMap((slot) => {
    if (!chosen.has(slot)) return []
    const { name, from, to } = slot
    const was = words.slice(from, to)
    const others = (language.slots[name] ?? []).filter(
      (each) => each !== was.toLowerCase() && each !== was,
    )
    const other = pick(random, others)
    const now = from === 0 ? capital(other) : other
    return [withoutTheSame(words, { from, to, now, harmless: false })]
  })
}

/** Other words that say the same, a slip, another way of typing. */
export function exchangeHarmlessly(random: Random, unit: Unit): readonly Exchange[] {
  const { words, slots, language } = unit
  const isFree = (from: number, to: number): boolean =>
    slots.every((slot) => slot.to <= from || slot.from >= to)
  const put = (from: number, to: number, now: string): readonly Exchange[] =>
    isFree(from, to) ? [withoutTheSame(words, { from, to, now, harmless: true })] : []
  const synonym = language.harmless.flatMap(([was, now]) => {
    const at = words.indexOf(was)
    return at > 0 && /\s/.test(words.charAt(at - 1)) ? put(at, at + was.length, now) : []
  })
  const spaces = [...words.matchAll(/ /g)].flatMap(({ index }) => put(index, index + 1, '\u00a0'))
  const slips = [...words.matchAll(/(?<=\p{Ll}{3})\p{Ll}(?=\p{Ll}{3})/gu)].flatMap(
    ({ 0: letter, index }) => put(index, index + 1, letter + letter),
  )
  const commas = [...words.matchAll(/,(?= \p{L})/gu)].flatMap(({ index }) =>
    put(index, index + 1, ''),
  )
  const kinds = [synonym, synonym, spaces, slips, commas].filter((each) => each.length > 0)
  return kinds.length === 0 ? [] : [pick(random, pick(random, kinds))]
}

/** Only the words of an exchange that are others. */
function withoutTheSame(words: string, { from, to, now, harmless }: Exchange): Exchange {
  const parts = /(?=[^\p{L}\p{N}])|(?<=[^\p{L}\p{N}])/u
  const [was, is] = [words.slice(from, to).split(parts), now.split(parts)]
  let [lead, tail] = [0, 0]
  while (lead < Math.min(was.length, is.length) && was[lead] === is[lead]) lead++
  while (tail < Math.min(was.length, is.length) - lead && was.at(-1 - tail) === is.at(-1 - tail))
    tail++
  const length = (parts: readonly string[]): number => parts.join('').length
  return {
    from: from + length(was.slice(0, lead)),
    to: to - length(was.slice(was.length - tail)),
    now: is.slice(lead, is.length - tail).join(''),
    harmless,
  }
}

/** In how many slots two differ; infinite where they do not look alike. */
export function apart(one: Unit, words: string, other: Unit): number {
  if (one.frame !== other.frame) return Number.POSITIVE_INFINITY
  const pattern = new RegExp(
    `^${one.frame
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('(.+?)')}$`,
    'i',
  )
  const [a, b] = [pattern.exec(words), pattern.exec(other.words)]
  if (!a || !b) return Number.POSITIVE_INFINITY
  return a.slice(1).filter((value, i) => value !== b[i + 1]).length
}

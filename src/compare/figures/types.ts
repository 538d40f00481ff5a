// What is known of a number, date or name of an article, for showing it and for comparing it. What a
// figure comes to is kept as the stretch of values that it may mean, so that "about 40" and "42", or
// "in March" and "March 4", do not contradict each other.

interface Place {
  /** Index of the sentence that it is in, among those of `Prepared`. */
  readonly sentence: number
  /** UTF-16 code units into the article's text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** What it comes to, written one way: `30 %`, `190000000000 USD`, `2026-03-04`, `Ines Varga`. */
  readonly value: string
}

const numberSorts = [
  'count',
  'share',
  'points',
  'money',
  'measure',
  'age',
  'ordinal',
  'votes',
] as const
export type NumberSort = (typeof numberSorts)[number]

/** `about` and `vague` ("hundreds") say less than a number; the others are bounds. */
export type Bound = 'about' | 'over' | 'under' | 'vague' | 'range'

export interface NumberFigure extends Place {
  readonly kind: 'number'
  readonly sort: NumberSort
  /** What `low` and `high` are in: `%`, `USD`, `m`, `kg`; null for what is counted. */
  readonly unit: string | null
  /** The stretch of values it may mean, as far as its wording is exact. */
  readonly low: number
  readonly high: number
  readonly bound: Bound | null
  /** How a share is put: "30%", "a third", "three in ten". */
  readonly form: 'percent' | 'fraction' | 'ratio' | null
  /** What is counted, as a stem: "7 councillors" → `councillor`. */
  readonly of: string | null
}

export interface DateFigure extends Place {
  readonly kind: 'date'
  readonly precision: 'year' | 'month' | 'week' | 'day' | 'time' | 'words'
  /** Days since 1970-01-01, both inclusive; minutes of the day for a time; null for mere words. */
  readonly days: readonly [number, number] | null
  /** From 0 (Sunday) where a day of the week is named or follows. */
  readonly weekday: number | null
  /** The beginning of the last telling word before it ("closed on"); null at a sentence's beginning. */
  readonly happens: string | null
  /** Of a time, where it is named: `GMT`. */
  readonly zone: string | null
}

export interface NameFigure extends Place {
  readonly kind: 'name'
  /** `person` only where a title or another mention shows it. */
  readonly sort: 'person' | 'other'
  /** The role before the name: `defense secretary`; not "Mr". */
  readonly title: string | null
  /** Of a person, lower-cased: everything before the family name, and that. */
  readonly given: string | null
  readonly family: string
}

export type FoundFigure = NumberFigure | DateFigure | NameFigure

/** As a finder of one sentence gives it, offsets being of that. */
export type InSentence<Figure extends FoundFigure> = Omit<Figure, 'sentence' | 'happens'>

// What has to be known of a language to read its numbers. Words are lower-case; what ends in
// `Pattern` is the source of a regular expression.

export interface Lexicon {
  /** 0 to 99 and 100; a number of two words is joined by the reader of numbers. */
  readonly small: Readonly<Record<string, number>>
  readonly hundred: Readonly<Record<string, number>>
  /** A thousand and more. */
  readonly scales: Readonly<Record<string, number>>
  /** Between the words of a number. */
  readonly joinPattern: string
  /** "a" in "a million"; stands for 1 only before a hundred, a scale or a collective. */
  readonly articlePattern: string
  /** "dozen": taken as a unit of that many. */
  readonly collectives: Readonly<Record<string, number>>
  /** "hundreds of": from, to. */
  readonly vague: Readonly<Record<string, readonly [number, number]>>
  readonly percentPattern: string
  readonly pointsPattern: string
  /** Before a number, up to it. */
  readonly aboutPattern: string
  readonly overPattern: string
  readonly underPattern: string
  /** Behind it: "or more". */
  readonly moreAfterPattern: string
  /** "half", "third": the share itself. */
  readonly fractions: Readonly<Record<string, number>>
  /** Between the two numbers of "one in five". */
  readonly ratioPattern: string
  /** Between the ends of a range or the sides of a vote. */
  readonly toPattern: string
  /** Before a range: "between 10 and 15". */
  readonly betweenPattern: string
  readonly andPattern: string
  /** Straight behind a number of years that is an age. */
  readonly agePattern: string
  /** Straight before one. */
  readonly agedPattern: string
  /** A vote is spoken of. */
  readonly votePattern: string
  /** "of (the)" between a share and what it is of. */
  readonly ofPattern: string
  /** Words that end a search for what is counted. */
  readonly functionWords: ReadonlySet<string>
  /** The stem of a word counted. */
  readonly stem: (word: string) => string
  /** Plurals are known by their ending, so adjectives before them can be passed over. */
  readonly isPlural: ((word: string) => boolean) | null
}

/** A set of the words of a text. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// How much of their wording two sentences share: over all, and within quotation marks.
import type { Prepared, PreparedSentence } from '../prepare/prepare.ts'
import { alignWords, type Run } from './align-words.ts'
import type { CommonWords } from './common-words.ts'
import { type Said, type SameSpeaker, sameSpeaker } from './speakers.ts'

/** What of one quotation stands in one of another, as far as both are in the two sentences. */
export interface SharedQuotation {
  /** How many words, how many of them say something, and how many at most in a row. */
  readonly words: number
  readonly content: number
  /** Of these, how many are not among the commonest of all texts ("know", "time"). */
  readonly telling: number
  /** Content words that both write small: no part of a name. */
  readonly plain: number
  readonly longest: number
  /** How many words the two sentences have of the quotations. */
  readonly ofA: number
  readonly ofB: number
  /** In either it is written as names and titles of works are: "Face the Nation". */
  readonly isTitle: boolean
  readonly speaker: SameSpeaker
}

export interface SharedWording {
  /** Tokens of the articles, in order. */
  readonly runs: readonly Run[]
  readonly words: number
  readonly content: number
  readonly longest: number
  /** Of the sentences. */
  readonly lengthA: number
  readonly lengthB: number
  readonly quotations: readonly SharedQuotation[]
}

/** Swapping the sentences swaps what is found, nothing else. */
export function measure(
  a: Prepared,
  b: Prepared,
  common: CommonWords,
  sentenceA: PreparedSentence,
  sentenceB: PreparedSentence,
  said: Said,
): SharedWording {
  const { firstToken: fromA, endToken: endA } = sentenceA
  const { firstToken: fromB, endToken: endB } = sentenceB
  const runs = alignWords(
    common.a.subarray(fromA, endA),
    common.b.subarray(fromB, endB),
    common,
  ).map((run) => ({ a: run.a + fromA, b: run.b + fromB, length: run.length }))
  const quotations = new Map<string, Counted>()
  let words = 0
  let content = 0
  let longest = 0
  for (const run of runs) {
    words += run.length
    longest = Math.max(longest, run.length)
    let last = ''
    let inRow = 0
    for (let step = 0; step < run.length; step++) {
      const [inA, inB] = [run.a + step, run.b + step]
      const isContent = common.isContent(common.a[inA] ?? 0)
      if (isContent) content++
      const [quoteA, quoteB] = [a.tokens.quotes[inA] ?? -1, b.tokens.quotes[inB] ?? -1]
      const key = quoteA < 0 || quoteB < 0 ? '' : `${quoteA} ${quoteB}`
      inRow = key === last ? inRow + 1 : 1
      last = key
      if (key === '') continue
      let shared = quotations.get(key)
      if (!shared) {
        shared = {
          words: 0,
          content: 0,
          telling: 0,
          longest: 0,
          inA: { capital: 0, small: 0 },
          inB: { capital: 0, small: 0 },
          ofA: wordsOf(a, fromA, endA, quoteA),
          ofB: wordsOf(b, fromB, endB, quoteB),
          speaker: sameSpeaker(said, a.tokens.starts[inA] ?? 0, b.tokens.starts[inB] ?? 0),
        }
        quotations.set(key, shared)
      }
      shared.words++
      shared.longest = Math.max(shared.longest, inRow)
      if (!isContent) continue
      shared.content++
      if (!commonest.has(common.normOf(common.a[inA] ?? 0))) shared.telling++
      countCapital(shared.inA, capitalOf(a, sentenceA, inA))
      countCapital(shared.inB, capitalOf(b, sentenceB, inB))
    }
  }
  return {
    runs,
    words,
    content,
    longest,
    lengthA: endA - fromA,
    lengthB: endB - fromB,
    quotations: [...quotations.values()].map(({ inA, inB, ...shared }) => ({
      ...shared,
      plain: Math.min(inA.small, inB.small),
      isTitle: isInCapitals(inA) || isInCapitals(inB),
    })),
  }
}

/** Content words that anybody says about anything. English only: elsewhere all content words tell. */
const commonest = new Set(
  (
    'know think thinks thought want wants going go goes went come came make makes made see look take thing things ' +
    'people time way good great right much many lot really sure yes okay never always day today believe need ' +
    'needs back happen happened talk talking tell first new work'
  ).split(' '),
)

/** Content words of which the place does not decide whether they have a capital. */
interface Capitals {
  capital: number
  small: number
}

const isInCapitals = ({ capital, small }: Capitals): boolean => capital > 0 && small === 0

function countCapital(counts: Capitals, capital: boolean | undefined): void {
  if (capital === true) counts.capital++
  else if (capital === false) counts.small++
}

interface Counted {
  words: number
  content: number
  telling: number
  longest: number
  readonly inA: Capitals
  readonly inB: Capitals
  readonly ofA: number
  readonly ofB: number
  readonly speaker: SameSpeaker
}

/**
 * Whether a word has a capital; undefined where a capital tells nothing: in a headline, and where a
 * sentence or a quotation begins.
 */
export function capitalOf(
  { tokens: { capitals, quotes } }: Prepared,
  { title, firstToken }: PreparedSentence,
  token: number,
): boolean | undefined {
  if (capitals[token] !== 1) return false
  return title || token === firstToken || quotes[token] !== quotes[token - 1] ? undefined : true
}

function wordsOf(
  { tokens: { quotes } }: Prepared,
  from: number,
  end: number,
  quote: number,
): number {
  let count = 0
  for (let token = from; token < end; token++) if (quotes[token] === quote) count++
  return count
}

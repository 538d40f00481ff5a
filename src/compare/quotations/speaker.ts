// Who says each quotation: by the words around it, by a pronoun where only one person can be meant,
// or as the continuation of what somebody was just saying. Otherwise nobody: it never guesses.
import type { Speaker } from '../../shared/model/comparison.ts'
import { type Attribution, attributionOf, openingSubject, sentenceStart } from './attribution.ts'
import type { Gender, People } from './people.ts'
import { at, type Mention, sayingAt, subjectBefore, type Tokens } from './subject.ts'
import { endingOf } from './tokens.ts'
import { humans, titles } from './vocabulary.ts'

/** A paragraph of the article with what was found out of its quotations. */
export interface Paragraph {
  readonly text: string
  readonly tokens: Tokens
  /** A headline: nobody says what it quotes. */
  readonly isHeading: boolean
}

export interface Attributed {
  /** Null where the text says who speaks only by a word that could mean several. */
  readonly speaker: Speaker | null
  /** Null for one that continues an earlier quotation. */
  readonly attribution: Attribution | null
}

/** What is known while going through an article: who spoke in the paragraph before. */
interface Before {
  readonly paragraph: Paragraph | null
  readonly speakers: readonly Attributed[]
}

const nothing: Before = { paragraph: null, speakers: [] }

/** Goes through an article's paragraphs in order; call `next` once for each. */
export function createAttributor(people: People): {
  /**
   * @param places the tokens of the paragraph's quotations that may have a speaker
   * @returns by place
   */
  next(paragraph: Paragraph, places: readonly number[]): ReadonlyMap<number, Attributed>
} {
  let previous: Before = nothing
  return {
    next(paragraph, places) {
      const found = attribute(paragraph, places, previous, people)
      const speakers = [...found.values()]
      // What is nothing but a quotation of nobody known leaves who was meant before as it was.
      const isBare = paragraph.tokens.length <= 1 && !speakers.some(({ speaker }) => speaker)
      if (!paragraph.isHeading && !isBare) previous = { paragraph, speakers }
      return found
    },
  }
}

function attribute(
  paragraph: Paragraph,
  places: readonly number[],
  previous: Before,
  people: People,
): ReadonlyMap<number, Attributed> {
  const found = new Map<number, Attributed>()
  if (paragraph.isHeading) return found
  const { tokens, text } = paragraph
  for (const place of places) {
    const attribution = attributionOf(tokens, place)
    const speaker =
      attribution && speakerOf(paragraph, attribution.mention, previous, people, found)
    if (attribution) found.set(place, { speaker, attribution })
    else {
      const continued =
        continuing(tokens, place, found) ??
        fromParagraphBefore(tokens, place, text, previous, people)
      if (continued) found.set(place, { speaker: continued, attribution: null })
    }
  }
  return found
}

/** “…,” she said. “…”: nothing but the attribution stands between. */
function continuing(
  tokens: Tokens,
  place: number,
  found: ReadonlyMap<number, Attributed>,
): Speaker | null {
  let before = place - 1
  let stops = 0
  while (before >= 0 && at(tokens, before).kind !== 'quotation') {
    if (at(tokens, before).kind === 'stop') stops++
    before--
  }
  const earlier = found.get(before)
  if (!earlier || stops > 1 || before < 0) return null
  if (before === place - 1) return earlier.speaker
  if (at(tokens, place - 1).kind !== 'stop' && at(tokens, place - 1).text !== ',') return null
  const isAfter = earlier.attribution?.where === 'after'
  return isAfter && place - before < 40 ? earlier.speaker : null
}

/** A paragraph that is nothing but words said goes on with what the one before told. */
function fromParagraphBefore(
  tokens: Tokens,
  place: number,
  text: string,
  previous: Before,
  people: People,
): Speaker | null {
  const { paragraph, speakers } = previous
  if (place !== 0 || tokens.length > 1 || !paragraph) return null
  const last = paragraph.tokens.length - 1
  if (at(paragraph.tokens, last).text === ':') {
    const introduced = introduction(paragraph.tokens, last)
    return introduced && speakerOf(paragraph, introduced, nothing, people, new Map())
  }
  const [first] = speakers
  if (!first || !speakers.every(({ speaker }) => speaker?.name === first.speaker?.name)) return null
  const start = sentenceStart(paragraph.tokens, last)
  const lastQuotation = paragraph.tokens.findLastIndex(({ kind }) => kind === 'quotation')
  if (lastQuotation < start - 1) return null
  const latest = speakers.at(-1)
  if (!latest || /^(?:ask|question|wonder|inquir)/.test(latest.attribution?.verb ?? '')) return null
  if (endingOf(at(paragraph.tokens, lastQuotation)) === '?' || text === '') return null
  return latest.speaker
}

/** Who a paragraph that ends with a colon says is about to speak. */
function introduction(tokens: Tokens, colon: number): Mention | null {
  const start = sentenceStart(tokens, colon)
  for (let place = colon - 1; place > start; place--) {
    if (at(tokens, place).kind === 'quotation') return null
    if (sayingAt(tokens, place)?.form.finite) return subjectBefore(tokens, place, start)
  }
  return null
}

function speakerOf(
  paragraph: Paragraph,
  mention: Mention,
  previous: Before,
  people: People,
  found: ReadonlyMap<number, Attributed>,
): Speaker | null {
  const { text, tokens } = paragraph
  const start = at(tokens, mention.from).start
  const last = at(tokens, mention.to - 1)
  const end = last.end - (/['’]s?$/.exec(last.text)?.[0].length ?? 0)
  if (mention.kind === 'pronoun') {
    const name = personMeant(paragraph, mention, previous, people, found)
    return name === null ? null : { name, start, end }
  }
  const written = text.slice(start, end).replace(/\s+/g, ' ')
  return { name: mention.kind === 'name' ? people.fullName(written) : written, start, end }
}

/** Whom a pronoun means: the one person who is subject or speaker just before; null for none or several. */
function personMeant(
  paragraph: Paragraph,
  mention: Mention,
  previous: Before,
  people: People,
  found: ReadonlyMap<number, Attributed>,
): string | null {
  const { tokens } = paragraph
  const word = at(tokens, mention.from).lower
  if (word !== 'he' && word !== 'she' && word !== 'him' && word !== 'her') return null
  const gender: Gender = word.startsWith('h') && word !== 'her' ? 'male' : 'female'
  const fits = (name: string): boolean => (people.gender(name) ?? gender) === gender
  const candidates = subjectsIn(paragraph, mention.from, people)
  for (let place = mention.from - 1; place >= Math.max(0, mention.from - near); place--) {
    const speaker = found.get(place)?.speaker
    if (speaker) candidates.add(speaker.name)
  }
  const here = [...candidates].filter(fits)
  if (here.length > 0) return here.length === 1 ? (here[0] ?? null) : null
  // "The last he knew, Varga had left": whoever "he" is, it is somebody else.
  const isEarlier = tokens
    .slice(Math.max(0, mention.from - near), mention.from)
    .some(({ lower }) => lower === word)
  const mentioned = isEarlier ? [] : [...people.mentionedIn(tokens, mention.from)].filter(fits)
  if (mentioned.length > 0) return mentioned.length === 1 ? (mentioned[0] ?? null) : null
  if (!previous.paragraph || (isEarlier && people.mentionedIn(tokens, mention.from).size > 0))
    return null
  const earlier = subjectsIn(previous.paragraph, previous.paragraph.tokens.length, people)
  for (const { speaker } of previous.speakers.slice(-20)) if (speaker) earlier.add(speaker.name)
  const there = [...earlier].filter(fits)
  return there.length === 1 ? (there[0] ?? null) : null
}

/** How far back in its paragraph somebody may be whom a pronoun means, in tokens. */
const near = 300

interface SubjectAt {
  readonly place: number
  readonly name: string
}

const subjectsOf = new WeakMap<Paragraph, readonly SubjectAt[]>()

/** The people with whom a paragraph's sentences open, or who say something in it, before a token. */
function subjectsIn(paragraph: Paragraph, end: number, people: People): Set<string> {
  let subjects = subjectsOf.get(paragraph)
  if (!subjects) {
    subjects = readSubjects(paragraph, people)
    subjectsOf.set(paragraph, subjects)
  }
  return new Set(subjects.filter(({ place }) => place < end).map(({ name }) => name))
}

/** A paragraph in which more people act or speak leaves no pronoun clear. */
const maxSubjects = 60

function readSubjects({ text, tokens }: Paragraph, people: People): readonly SubjectAt[] {
  const subjects: SubjectAt[] = []
  const add = (mention: Mention | null): void => {
    if (!mention || mention.kind === 'pronoun') return
    const place = mention.to - 1
    const written = text
      .slice(at(tokens, mention.from).start, at(tokens, place).end)
      .replace(/['’]s?$/, '')
      .replace(/\s+/g, ' ')
    if (mention.kind === 'description') {
      const last = at(tokens, place).lower
      if (humans.has(last) || titles.has(last)) subjects.push({ place, name: written })
      return
    }
    const name = people.fullName(written)
    if (people.isPerson(name)) subjects.push({ place, name })
  }
  for (let place = 0; place < tokens.length && subjects.length < maxSubjects; place++) {
    const opens = place === 0 || at(tokens, place - 1).kind === 'stop'
    if (opens) add(openingSubject(tokens, place, tokens.length))
    if (sayingAt(tokens, place)?.form.finite) add(subjectBefore(tokens, place, 0))
  }
  return subjects
}

// Finds who a verb of saying belongs to: the name, description or pronoun that stands before or
// after it, as far as a sentence shows it without grammar.
import type { Token } from './tokens.ts'
import { notSaying, nounLike, pluralLike, sayingForm, type VerbForm } from './verbs.ts'
import {
  adverbs,
  auxiliaries,
  beForms,
  determiners,
  functionWords,
  keptTitles,
  linking,
  nobody,
  objectPronouns,
  occasions,
  particles,
  pastVerbs,
  subjectPronouns,
  titles,
} from './vocabulary.ts'

/** Who speaks, as the sentence puts it. `from` and `to` are places of tokens, `to` exclusive. */
export interface Mention {
  readonly kind: 'name' | 'description' | 'pronoun'
  readonly from: number
  readonly to: number
}

export interface Subject extends Mention {
  /** The first token after all that belongs to it. */
  readonly next: number
}

/** A verb of saying at a token. */
export interface Saying {
  readonly form: VerbForm
  readonly next: number
}

export type Tokens = readonly Token[]

const none: Token = {
  text: '',
  lower: '',
  start: 0,
  end: 0,
  kind: 'stop',
  isCapital: false,
  stretch: -1,
}
export const at = (tokens: Tokens, place: number): Token => tokens[place] ?? none

/** The verb of saying that begins at a token, if one does; "went on" and "put it" are one. */
export function sayingAt(tokens: Tokens, place: number): Saying | null {
  const token = at(tokens, place)
  if (token.kind !== 'word' || token.isCapital) return null
  const following = at(tokens, place + 1).lower
  const pair = sayingForm(`${token.lower}_${following}`)
  if (pair) return { form: pair, next: place + 2 }
  const form = sayingForm(token.lower)
  if (!form || notSaying.get(token.lower)?.test(following)) return null
  return { form, next: place + 1 }
}

export const isAdverb = ({ lower, isCapital }: Token): boolean =>
  adverbs.has(lower) || (!isCapital && lower.length > 4 && lower.endsWith('ly'))

/** Past what may stand between a subject and its verb: "has also", "on Tuesday". */
export function skipToVerb(tokens: Tokens, from: number): number {
  let place = from
  for (let steps = 0; steps < 5; steps++) {
    const token = at(tokens, place)
    if (isAdverb(token) || (auxiliaries.has(token.lower) && !sayingAt(tokens, place))) place++
    else if (token.lower === 'on' && nobody.has(at(tokens, place + 1).lower)) place += 2
    else if (nobody.has(token.lower) && token.isCapital) place++
    else break
  }
  return place
}

const isNameWord = (token: Token): boolean => token.kind === 'word' && token.isCapital

/**
 * The name, description or pronoun that begins at a token, appositions included ("Ines Varga, 58, a
 * baker,"); null for what cannot be who speaks.
 */
export function subjectAt(tokens: Tokens, from: number, wantsVerb: boolean): Subject | null {
  const head = headAt(tokens, from, 0)
  if (!head) return null
  let next = head.next
  let mention: Mention = head
  if (at(tokens, next).text === '(') next = afterBracket(tokens, next)
  if (at(tokens, next).text === ',') {
    const name = nameAt(tokens, next + 1)
    if (
      head.kind === 'description' &&
      name &&
      name.to - name.from >= 2 &&
      /^[,.;(]$|^$/.test(at(tokens, name.next).text)
    ) {
      mention = name
      if (at(tokens, name.next).text === ',') next = wantsVerb ? name.next + 1 : name.next
    } else if (wantsVerb) next = afterApposition(tokens, next)
  } else if (wantsVerb && at(tokens, next).text === '—') next = afterApposition(tokens, next)
  return { kind: mention.kind, from: mention.from, to: mention.to, next }
}

function headAt(tokens: Tokens, from: number, depth: number): Subject | null {
  const first = at(tokens, from)
  if (first.kind !== 'word' || nobody.has(first.lower)) return null
  if (subjectPronouns.has(first.lower) || (depth === 0 && objectPronouns.has(first.lower)))
    return { kind: 'pronoun', from, to: from + 1, next: from + 1 }
  const name = nameAt(tokens, from)
  if (name) return name
  return descriptionAt(tokens, from, depth)
}

/** A person's or body's name at a token: capitals, without the titles and callings before it. */
export function nameAt(tokens: Tokens, from: number): Subject | null {
  const end = nameEnd(tokens, from)
  if (end === from || !isNameWord(at(tokens, from))) return null
  const first = at(tokens, from)
  if (functionWords.has(first.lower) || determiners.has(first.lower) || nobody.has(first.lower))
    return null
  if (sayingForm(first.lower)?.going && end === from + 1) return null
  const start = afterTitles(tokens, from, end)
  // Capitals, then a calling in small letters, then a name: "Foreign Ministry spokesman Wang Wenbin".
  const later = nameAfterCalling(tokens, end)
  if (later) return later
  if (linking.has(at(tokens, end).lower) && titles.has(at(tokens, end - 1).lower)) return null
  return {
    kind: 'name',
    from: start,
    to: start > from ? beforeOf(tokens, start, end) : end,
    next: end,
  }
}

/** "Gov. Ines Varga of Hallam" is Ines Varga. */
function beforeOf(tokens: Tokens, start: number, end: number): number {
  for (let place = start + 2; place < end; place++)
    if (at(tokens, place).lower === 'of') return place
  return end
}

function nameEnd(tokens: Tokens, from: number): number {
  let place = from
  while (place < from + 12) {
    const token = at(tokens, place)
    const hasGenitive = /['’]s?$/.test(token.text)
    if (isNameWord(token) && !(place > from && nobody.has(token.lower))) place++
    else if (
      place > from &&
      (particles.has(token.lower) || token.lower === 'of' || token.text === '&') &&
      isNameWord(at(tokens, place + 1)) &&
      !nobody.has(at(tokens, place + 1).lower)
    )
      place += 2
    else if (place > from && token.lower === 'and' && leadsToTitle(tokens, place + 1)) place += 2
    else break
    if (hasGenitive && !isNameWord(at(tokens, place))) {
      // "Alabama’s state auditor": the name is only part of a description.
      return at(tokens, place).kind === 'word' &&
        (!isVerb(tokens, place) || pluralLike.has(at(tokens, place).lower))
        ? from
        : place
    }
  }
  return place
}

/** "Housing and Urban Development Secretary": one office. */
function leadsToTitle(tokens: Tokens, from: number): boolean {
  for (let place = from; place < from + 4; place++) {
    const token = at(tokens, place)
    if (!isNameWord(token)) return false
    if (titles.has(token.lower)) return place > from
  }
  return false
}

function afterTitles(tokens: Tokens, from: number, end: number): number {
  let start = from
  for (let place = from; place < end - 1; place++) {
    const token = at(tokens, place)
    // "Secretary of State Rex Tillerson"
    if (at(tokens, place).lower === 'of' && titles.has(at(tokens, place - 1).lower)) {
      if (end - place > 2) start = place + 2
      continue
    }
    if (!titles.has(token.lower) || keptTitles.has(token.lower)) continue
    if (at(tokens, place + 1).lower === 'of' && end - place < 5) continue
    // One word alone keeps its title: "Judge Moore".
    start = end - place > 2 ? place + 1 : place
  }
  return start
}

function nameAfterCalling(tokens: Tokens, from: number): Subject | null {
  let place = from
  while (place < from + 4 && isPlainWord(at(tokens, place)) && !isVerb(tokens, place)) place++
  if (place === from || !isNameWord(at(tokens, place))) return null
  const end = nameEnd(tokens, place)
  if (end === place || nobody.has(at(tokens, place).lower)) return null
  return { kind: 'name', from: afterTitles(tokens, place, end), to: end, next: end }
}

/** A verb of saying that is no noun here. */
const isVerb = (tokens: Tokens, place: number): boolean => {
  const verb = sayingAt(tokens, place)
  return (
    verb !== null && (verb.form.finite || verb.form.going || !nounLike.has(at(tokens, place).lower))
  )
}

const isPlainWord = (token: Token): boolean =>
  token.kind === 'word' &&
  !token.isCapital &&
  !determiners.has(token.lower) &&
  !pastVerbs.has(token.lower) &&
  !functionWords.has(token.lower) &&
  !auxiliaries.has(token.lower) &&
  !isAdverb(token)

function descriptionAt(tokens: Tokens, from: number, depth: number): Subject | null {
  let place = from
  const hasDeterminer = determiners.has(at(tokens, place).lower)
  if (!hasDeterminer && functionWords.has(at(tokens, place).lower)) return null
  if (hasDeterminer) place++
  if (at(tokens, place).lower === 'of' && hasDeterminer) place++
  const noun = place
  let lastSmall = -1
  while (place < noun + 9) {
    const token = at(tokens, place)
    if (token.kind !== 'word') break
    if (isNameWord(token) && !nobody.has(token.lower)) place++
    else if (isPlainWord(token) || (determiners.has(token.lower) && place === noun)) {
      if (place > noun && (isVerb(tokens, place) || token.lower.endsWith('ed'))) break
      if (place === noun && !hasDeterminer && sayingAt(tokens, place)) break
      if (!/^\d/.test(token.text)) lastSmall = place
      place++
    } else if (
      token.lower === 'of' &&
      lastSmall < 0 &&
      place > noun &&
      isNameWord(at(tokens, place + 1))
    )
      place++
    else if (token.lower === 'and' && place > noun && leadsToTitle(tokens, place + 1)) place += 2
    else break
  }
  if (place === noun) return null
  // "the actor George Clooney": small letters, then a name of one or more words.
  if (lastSmall >= 0 && place - lastSmall > 1) {
    const start = afterTitles(tokens, lastSmall + 1, place)
    return { kind: 'name', from: start, to: place, next: place }
  }
  const untitled = afterTitles(tokens, noun, place)
  if (lastSmall < 0 && untitled > noun && place - untitled > 1)
    return { kind: 'name', from: untitled, to: place, next: place }
  let next = place
  if (depth < 2 && linking.has(at(tokens, next).lower)) {
    const rest = linkedAt(tokens, next + 1, depth + 1)
    if (rest) next = rest.next
  }
  const first = at(tokens, from)
  if (!hasDeterminer && !first.isCapital && next === place && place - from > 4) return null
  return { kind: 'description', from, to: next, next }
}

function linkedAt(tokens: Tokens, from: number, depth: number): Subject | null {
  for (let place = from; place < from + 3; place++)
    if (occasions.has(at(tokens, place).lower) && !at(tokens, place).isCapital) return null
  if (nobody.has(at(tokens, from).lower)) return null
  const end = nameEnd(tokens, from)
  if (end > from) return { kind: 'name', from, to: end, next: end }
  return descriptionAt(tokens, from, depth)
}

function afterBracket(tokens: Tokens, open: number): number {
  for (let place = open; place < open + 10; place++)
    if (at(tokens, place).text === ')') return place + 1
  return open
}

/** Past what stands between commas, if a verb of saying follows; else where it began. */
function afterApposition(tokens: Tokens, comma: number): number {
  const sign = at(tokens, comma).text
  if (/^(?:and|but|while|as|or|so|yet|because|when|if)$/.test(at(tokens, comma + 1).lower))
    return comma
  for (let place = comma + 1; place < comma + 45; place++) {
    const token = at(tokens, place)
    if (token.kind === 'stop' || token.kind === 'quotation' || token.text === ';') return comma
    if (token.text !== sign) continue
    const verb = sayingAt(tokens, skipToVerb(tokens, place + 1))
    if (verb?.form.finite) return place + 1
  }
  return comma
}

const isPreposition =
  /^(?:after|in|at|on|during|before|from|by|under|since|for|with|to|of|about|despite)$/

/** How far before its verb a subject can begin, in tokens. */
const reach = 40

/**
 * Who stands before a verb: the longest name or description that leads right up to it.
 * @param least the first token that may belong to it
 */
export function subjectBefore(tokens: Tokens, verb: number, least: number): Mention | null {
  let end = verb
  while (
    end > least &&
    (isAdverb(at(tokens, end - 1)) || auxiliaries.has(at(tokens, end - 1).lower))
  )
    end--
  const previous = at(tokens, end - 1)
  if (subjectPronouns.has(previous.lower) && end > least) {
    if (previous.lower !== 'who') return { kind: 'pronoun', from: end - 1, to: end }
    return nameBeforeWho(tokens, end - 1, least)
  }
  let found: Mention | null = null
  for (let from = end - 1; from >= Math.max(least, end - reach); from--) {
    const token = at(tokens, from)
    if (
      token.kind === 'stop' ||
      token.kind === 'quotation' ||
      token.text === ';' ||
      token.text === ':'
    )
      break
    if (token.kind !== 'word') continue
    if (found && isClauseWord(token)) break
    const subject = subjectAt(tokens, from, true)
    if (!subject || subject.kind === 'pronoun') continue
    // "After the hearing, the lawyer said": the hearing is not who.
    const before = determiners.has(at(tokens, from - 1).lower) ? from - 2 : from - 1
    if (found && isPreposition.test(at(tokens, before).lower)) continue
    if (skipToVerb(tokens, subject.next) === verb) found = subject
  }
  return found
}

const isClauseWord = ({ lower }: Token): boolean =>
  /^(?:that|and|but|while|as|because|when|if|although|though|after|before|since|where|which|who)$/.test(
    lower,
  )

function nameBeforeWho(tokens: Tokens, who: number, least: number): Mention | null {
  const end = at(tokens, who - 1).text === ',' ? who - 1 : who
  let found: Mention | null = null
  for (let from = end - 1; from >= Math.max(least, end - 12); from--) {
    const subject = headAt(tokens, from, 0)
    const isNearer = found?.kind === 'name' && subject?.kind !== 'name'
    if (subject && subject.kind !== 'pronoun' && subject.next === end && !isNearer) found = subject
    else if (at(tokens, from).kind !== 'word') break
  }
  return found
}

export const isPassive = (tokens: Tokens, verb: number, least: number): boolean => {
  let place = verb - 1
  while (place >= least && isAdverb(at(tokens, place))) place--
  return place >= least && beForms.has(at(tokens, place).lower)
}

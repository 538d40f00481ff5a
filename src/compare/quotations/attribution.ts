// Finds the words that say who speaks: before a quotation ("She told reporters: “…”"), after it
// ("“…,” said the mayor, who …"), or at the end of the sentence it is part of.
import {
  at,
  isAdverb,
  isPassive,
  type Mention,
  type Saying,
  sayingAt,
  skipToVerb,
  subjectAt,
  subjectBefore,
  type Tokens,
} from './subject.ts'
import { endingOf, type Token } from './tokens.ts'
import { nounLike, pluralLike } from './verbs.ts'
import { auxiliaries, beForms, nobody, subjectPronouns } from './vocabulary.ts'

export interface Attribution {
  readonly mention: Mention
  readonly where: 'before' | 'after'
  /** In lower case; '' for "according to". */
  readonly verb: string
}

/** How far from a quotation its verb of saying may stand, in tokens. */
const reach = 40

/** Nobody reads on for longer; it keeps the search linear. */
const longestSentence = 150

/** How many quotations may be strung together: “…”, “…” and “…”. */
const longestString = 6

/** The first token of the sentence that a token is in. */
export function sentenceStart(tokens: Tokens, place: number): number {
  const least = Math.max(0, place - longestSentence)
  for (let before = place - 1; before >= least; before--) {
    const token = at(tokens, before)
    if (token.kind === 'stop') return before + 1
    if (token.kind === 'quotation' && /[.!?]/.test(endingOf(token))) return before + 1
  }
  return least
}

/** Who says a quotation; `quotation` is the place of its token. Null where the text does not say. */
export function attributionOf(tokens: Tokens, quotation: number, strung = 0): Attribution | null {
  const start = sentenceStart(tokens, quotation)
  if (start === quotation) return after(tokens, quotation, true) ?? trailing(tokens, quotation)
  const led = before(tokens, quotation, start, strung)
  if (led && isLedTo(tokens, quotation)) return led === 'nobody' ? null : led
  const direct = after(tokens, quotation, false)
  if (direct && direct.verb !== '') return direct
  return led === 'nobody' ? null : (led ?? direct ?? trailing(tokens, quotation))
}

const isLedTo = (tokens: Tokens, quotation: number): boolean =>
  /^(?:[,:]|that)$/.test(at(tokens, quotation - 1).lower) ||
  sayingAt(tokens, quotation - 1) !== null

/** Right after the words: “…,” she said. */
function after(tokens: Tokens, quotation: number, isWhole: boolean): Attribution | null {
  const ending = endingOf(at(tokens, quotation))
  const sign = at(tokens, quotation + 1).text
  const place = /^(?:,|—|–|--)$/.test(sign) ? quotation + 2 : quotation + 1
  const isJoined = place > quotation + 1 || /[,—–-]/.test(ending)
  if (!isJoined && ending === '' && at(tokens, quotation + 1).isCapital) return null
  const needsEnd = !isJoined || !isWhole
  const found = attributionAt(tokens, place)
  if (!found) return null
  if (!isJoined && ending === '' && !isWhole) return null
  if (/^(?:told|tells|asked|reminded|informed)$/.test(found.verb)) return found
  return needsEnd && !endsThere(tokens, found.next) ? null : found
}

interface Found extends Attribution {
  readonly next: number
}

/** "said the mayor", "the mayor said", "according to the mayor". */
function attributionAt(tokens: Tokens, from: number): Found | null {
  if (at(tokens, from).lower === 'according' && at(tokens, from + 1).lower === 'to') {
    const mention = subjectAt(tokens, from + 2, false)
    return mention && { mention, where: 'after', verb: '', next: mention.next }
  }
  const verb = sayingAt(tokens, skipToVerb(tokens, from))
  if (verb?.form.finite && verb.form.trailing) {
    const mention = subjectAt(tokens, verb.next, false)
    if (!mention || !endsThere(tokens, mention.next)) return null
    return { mention, where: 'after', verb: at(tokens, verb.next - 1).lower, next: mention.next }
  }
  const mention = subjectAt(tokens, from, true)
  if (!mention) return null
  const place = skipToVerb(tokens, mention.next)
  const said = sayingAt(tokens, place)
  if (!said?.form.trailing || !(said.form.finite || (said.form.past && place > mention.next)))
    return null
  return { mention, where: 'after', verb: at(tokens, place).lower, next: said.next }
}

/** What may follow an attribution that is not the beginning of another statement. */
function endsThere(tokens: Tokens, place: number): boolean {
  const token = at(tokens, place)
  if (token.kind === 'stop' || token.kind === 'quotation') return true
  if (/^(?:[,;:—–()]|--)$/.test(token.text)) return true
  if (isAdverb(token) || (nobody.has(token.lower) && token.isCapital)) return true
  return /^(?:in|on|at|during|of|to|after|before|when|while|as|by|via|through|from|with|about|who|last|this|earlier|late|early|yesterday|today|tonight|me|us|him|her|them|reporters|supporters|lawmakers|journalists|and|but|because|for|following|using|outside|inside|near|aboard|under|over|upon|shortly|moments|ahead|against|amid|minutes|hours|days|recently|it)$/.test(
    token.lower,
  )
}

/** Before the words, in the same sentence. `nobody`: a verb is there, but nobody it belongs to. */
function before(
  tokens: Tokens,
  quotation: number,
  start: number,
  strung: number,
): Attribution | 'nobody' | null {
  const least = Math.max(start, quotation - reach)
  for (let place = quotation - 1; place >= least; place--) {
    const token = at(tokens, place)
    if (token.kind === 'quotation') return alike(tokens, place, quotation, strung + 1)
    if (token.text === ';' || /^(?:while|whereas|although)$/.test(token.lower)) return 'nobody'
    const verb = sayingAt(tokens, place)
    if (!verb) continue
    const next = at(tokens, place + 1).lower
    if (isNoun(tokens, place, verb)) continue
    const mention =
      verb.form.past &&
      (isPassive(tokens, place, start) || next === 'by' || next === 'as' || isNaming(tokens, place))
        ? passiveSubject(tokens, place, verb, start)
        : activeSubject(tokens, place, verb, start)
    return mention ? { mention, where: 'before', verb: token.lower } : 'nobody'
  }
  if (at(tokens, start).lower === 'according' && at(tokens, start + 1).lower === 'to') {
    const mention = subjectAt(tokens, start + 2, false)
    if (mention && mention.next <= quotation) return { mention, where: 'before', verb: '' }
  }
  if (at(tokens, quotation - 1).text === ':' && start === 0) {
    const mention = subjectAt(tokens, 0, false)
    if (mention?.kind === 'name' && mention.next === quotation - 1)
      return { mention, where: 'before', verb: ':' }
  }
  return null
}

/** “…” and “…”: what joins the one to the other says that it is the same speaker's. */
function alike(
  tokens: Tokens,
  first: number,
  second: number,
  strung: number,
): Attribution | 'nobody' {
  if (strung > longestString) return 'nobody'
  const isThat =
    /^(?:and|but)$/.test(at(tokens, first + 1).lower) && at(tokens, first + 2).lower === 'that'
  if (isThat && second - first < 9 && !saysBetween(tokens, first, second))
    return attributionOf(tokens, first, strung) ?? 'nobody'
  if (second - first > 4) return 'nobody'
  for (let place = first + 1; place < second; place++)
    if (!/^(?:,|and|or|but|as|a|an|the|to|with|of|for|then|not)$/.test(at(tokens, place).lower))
      return 'nobody'
  return attributionOf(tokens, first, strung) ?? 'nobody'
}

function saysBetween(tokens: Tokens, first: number, second: number): boolean {
  for (let place = first + 1; place < second; place++) if (sayingAt(tokens, place)) return true
  return false
}

/** "the claims", "his remarks", "a reference": spelled like the verb. */
function isNoun(tokens: Tokens, place: number, { form }: Saying): boolean {
  const { lower } = at(tokens, place)
  const previous = at(tokens, place - 1)
  if (form.bare && !form.finite && nounLike.has(lower))
    return previous.lower !== 'to' && !auxiliaries.has(previous.lower)
  if (previous.lower === 'that' && lower.endsWith('ed')) return false
  if (pluralLike.has(lower) && !isWhoSpeaks(previous)) return true
  return /^(?:the|a|an|his|her|their|its|these|those|some|any|no|of|for|in|on|with|such|recent|this|that)$|'s$/.test(
    previous.lower,
  )
}

const isWhoSpeaks = (token: Token): boolean =>
  token.isCapital ||
  subjectPronouns.has(token.lower) ||
  isAdverb(token) ||
  /^[,)]$/.test(token.text)

/** "a group called “…”" is called so; "the mayor called it “…”" calls. */
const isNaming = (tokens: Tokens, place: number): boolean =>
  at(tokens, place + 1).kind === 'quotation' &&
  /^(?:called|named|titled|dubbed|nicknamed|labeled|labelled|termed|entitled)$/.test(
    at(tokens, place).lower,
  ) &&
  !at(tokens, place - 1).isCapital &&
  !subjectPronouns.has(at(tokens, place - 1).lower)

/** "was described by X as": X; "was quoted as saying": who was quoted. */
function passiveSubject(
  tokens: Tokens,
  place: number,
  verb: Saying,
  start: number,
): Mention | null {
  if (at(tokens, verb.next).lower === 'by') return subjectAt(tokens, verb.next + 1, false)
  if (at(tokens, place).lower !== 'quoted') return null
  let be = place - 1
  while (be > start && isAdverb(at(tokens, be))) be--
  return subjectBefore(tokens, be, start)
}

function activeSubject(tokens: Tokens, place: number, verb: Saying, start: number): Mention | null {
  if (verb.form.finite) {
    const mention = subjectBefore(tokens, place, start)
    if (mention) return mention
  }
  const previous = at(tokens, place - 1).lower
  if (verb.form.going && previous === 'as' && at(tokens, place - 2).lower === 'quoted')
    return passiveSubject(tokens, place - 2, { ...verb, next: place - 1 }, start)
  if (verb.form.going) {
    let be = place - 1
    while (be > start && isAdverb(at(tokens, be))) be--
    if (beForms.has(at(tokens, be).lower)) return subjectBefore(tokens, be, start)
    // "with Xi describing", but not "a letter to the council saying": only a name, right before.
    const mention = subjectBefore(tokens, place, start)
    const link = mention ? at(tokens, mention.from - 1).lower : ''
    if (
      mention?.kind === 'name' &&
      mention.to === place &&
      !/^(?:to|at|for|in|from|on|about)$/.test(link)
    )
      return mention
  }
  if (verb.form.bare && !verb.form.finite) {
    const mention = subjectBefore(tokens, place, start)
    if (mention) return mention
  }
  return isShared(tokens, place, verb) ? clauseSubject(tokens, place, start) : null
}

/** The verb's subject is that of a verb before it: ", calling", "and said", "to say". */
const isShared = (tokens: Tokens, verb: number, { form }: Saying): boolean => {
  let place = verb - 1
  while (place > 0 && (isAdverb(at(tokens, place)) || auxiliaries.has(at(tokens, place).lower)))
    place--
  const token = at(tokens, place)
  if (/^(?:and|but|then|to)$/.test(token.lower)) return true
  if (!form.going) return false
  return (
    /^(?:,|before|while|by|in|after|—|-|--)$/.test(token.lower) ||
    (token.kind === 'quotation' && endingOf(token) === ',')
  )
}

/** Who the clause that leads to a verb is about: of an earlier verb of saying, or of the sentence. */
function clauseSubject(tokens: Tokens, verb: number, start: number): Mention | null {
  for (let place = verb - 1; place > Math.max(start, verb - reach); place--) {
    const token = at(tokens, place)
    if (token.text === ';') break
    const earlier = sayingAt(tokens, place)
    if (!earlier?.form.finite || isNoun(tokens, place, earlier)) continue
    if (earlier.form.past && isPassive(tokens, place, start)) return null
    const mention = subjectBefore(tokens, place, start)
    if (mention) return mention
  }
  const opening = openingSubject(tokens, start, verb)
  if (!opening || hasGenitive(tokens, opening)) return null
  for (let place = opening.to; place < verb - 1; place++)
    if (/^(?:after|when|while|because|where|since|if|although)$/.test(at(tokens, place).lower))
      return null
  return opening
}

/** "The mayor’s remarks" say nothing later in the sentence. */
const hasGenitive = (tokens: Tokens, { from, to }: Mention): boolean =>
  tokens.slice(from, to).some(({ lower }) => /'s?$/.test(lower))

/** The subject with which a sentence opens, after an introduction up to a comma. */
export function openingSubject(tokens: Tokens, start: number, least: number): Mention | null {
  const first = at(tokens, start)
  let from = at(tokens, start + 1).text === ':' ? start + 2 : start
  if (/^(?:and|but|so|yet|still|then|later)$/.test(first.lower)) from++
  if (
    /^(?:in|on|at|after|before|during|while|when|as|since|with|for|by|from|under|despite|following|earlier|last|later|over|amid|speaking|asked)$/.test(
      at(tokens, from).lower,
    )
  ) {
    while (from < least && at(tokens, from).text !== ',') {
      if (at(tokens, from).kind !== 'word') return null
      from++
    }
    from++
  }
  if (from >= least) return null
  const mention = subjectAt(tokens, from, false)
  if (!mention || mention.next >= least || mention.next > from + 12) return null
  // "A defender of the plan, he …": what stands first is not the subject.
  const after = mention.next + 1
  if (at(tokens, mention.next).text === ',' && /^(?:he|she|they)$/.test(at(tokens, after).lower))
    return { kind: 'pronoun', from: after, to: after + 1 }
  return mention
}

/** At the end of the sentence, after a comma: “…” is no choice, the mayor said on Monday. */
function trailing(tokens: Tokens, quotation: number): Attribution | null {
  for (let place = quotation + 1; place < quotation + reach; place++) {
    const token = at(tokens, place)
    if (token.kind === 'stop' || token.kind === 'quotation') return null
    if (token.text !== ',') continue
    const found = attributionAt(tokens, place + 1)
    if (found && endsThere(tokens, found.next)) return found
  }
  return null
}

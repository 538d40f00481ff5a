// What stands in quotation marks without being said: a marked term, the title of a work, a nickname.
import { at, sayingAt, type Tokens } from './subject.ts'
import { determiners, functionWords, titles } from './vocabulary.ts'

/**
 * `speech`: spoken or written words. `term`: one to three words without a verb. `title`: the title of
 * a work or a nickname. `name`: in capitals throughout, a motto perhaps or a title. The last two are
 * said by nobody.
 */
export type QuotationKind = 'speech' | 'term' | 'title' | 'name'

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu

/** Words that make three words or fewer a sentence. */
const sentenceWords =
  /^(?:i|we|you|he|she|they|it|is|are|was|were|be|am|have|has|had|do|does|did|will|would|can|could|should|must|let|let's|go|went|get|got|make|made|take|took|say|said|know|think|want|need|stop|wait|come|came|give|look|yes|no|please|thank|thanks|sorry|hello|goodbye|help|[\p{L}]+n't|[\p{L}]+'(?:re|m|ll|ve|d)|it's|that's|he's|she's|what's|there's)$/iu

const works =
  /^(?:book|books|novel|memoir|film|films|movie|movies|documentary|song|songs|album|show|shows|series|sitcom|episode|segment|play|musical|opera|essay|poem|painting|magazine|podcast|program|programme|game|single|ballad|hymn|anthem|host|editor|author|star|starring|entitled|titled|comedy|drama|bestseller|best-seller|cartoon|column|blog|watching|track|tune|article)$/
const nicknaming = /^(?:nicknamed|nickname|dubbed|alias|aka|known|named|codenamed)$/
const channels =
  /^(?:nbc|abc|cbs|cnn|msnbc|fox|bbc|pbs|npr|hbo|news|netflix|showtime|bravo|mtv)['’]?s?['’]?$/

/** What a quotation is, by its words and those before it; `place` is that of its token. */
export function kindOf(tokens: Tokens, place: number, words: string): QuotationKind {
  const found = words.match(wordPattern) ?? []
  const previous = at(tokens, place - 1)
  const next = at(tokens, place + 1)
  const isShort = found.length <= 3
  if (isShort && isNickname(tokens, place, found)) return 'title'
  if (isTitleCase(found) && !/[!?]$/.test(words)) {
    if (isWork(tokens, place)) return 'title'
    if (found.length >= 2 && !isSpoken(tokens, place, found)) return 'name'
  }
  if (!isShort || found.length === 0) return 'speech'
  if (
    /[?!…]|\.{2,}/.test(words) ||
    found.some((word) => sentenceWords.test(word.replaceAll('’', "'")))
  )
    return 'speech'
  // “Never,” she said: a sentence of its own.
  const isAlone = previous.kind === 'stop' || place === 0
  if (isAlone && /[,.]$/.test(words) && next.kind !== 'quotation') return 'speech'
  if (/^[,:]$/.test(previous.text) && sayingAt(tokens, place - 2) && /^\p{Lu}/u.test(words))
    return 'speech'
  return 'term'
}

/** Joe “Sleepy” Smith; a general nicknamed “the Owl”. */
function isNickname(tokens: Tokens, place: number, words: readonly string[]): boolean {
  const [previous, next] = [at(tokens, place - 1), at(tokens, place + 1)]
  if (nicknaming.test(previous.lower)) return true
  if (nicknaming.test(at(tokens, place - 2).lower) && /^(?:as|the)$/.test(previous.lower))
    return true
  return (
    previous.kind === 'word' &&
    next.kind === 'word' &&
    previous.isCapital &&
    next.isCapital &&
    previous.text.length > 1 &&
    !titles.has(next.lower) &&
    !/[’']s?$/.test(previous.text) &&
    !functionWords.has(previous.lower) &&
    !determiners.has(previous.lower) &&
    words.every((word) => /^\p{Lu}/u.test(word) || word === 'the')
  )
}

const smallInTitles =
  /^(?:a|an|the|and|or|but|nor|of|for|from|at|in|on|to|with|by|vs|v|as|is|de|la|le|du|et|der|die|das|und|von)$/

const isTitleCase = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.length <= 12 &&
  words.every(
    (word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (index > 0 && smallInTitles.test(word)),
  ) &&
  !(words.length === 1 && /^\p{N}/u.test(words[0] ?? '')) &&
  !/^I(?:['’]|$)/.test(words[0] ?? '')

function isWork(tokens: Tokens, place: number): boolean {
  if (at(tokens, place - 1).lower === 'on') return true
  for (let before = place - 1; before >= place - 4 && before >= 0; before--) {
    const { lower, kind } = at(tokens, before)
    if (kind === 'stop' || kind === 'quotation') return false
    if (works.test(lower) || channels.test(lower)) return true
  }
  return false
}

/** Capitals throughout, and yet somebody's words: a slogan shouted, a headline read out. */
const isSpoken = (tokens: Tokens, place: number, words: readonly string[]): boolean =>
  !isWork(tokens, place) &&
  (sayingAt(tokens, place - 1)?.form.finite === true ||
    (at(tokens, place - 1).text === ':' && words.length > 3) ||
    (at(tokens, place - 1).text === ',' && sayingAt(tokens, place - 2) !== null))

// Who speaks or acts in a sentence, as far as its words tell: the same words by two people are two
// statements.
import { normAt, type Prepared } from '../prepare/prepare.ts'

const speech = new Set(
  (
    'said says say saying told tells tell wrote writes tweeted tweets added argued argues asked called calls ' +
    'announced insisted noted explained claimed declared stated replied responded warned suggested urged ' +
    'demanded praised criticized blasted slammed accused denied acknowledged admitted promised vowed pledged ' +
    'reiterated quipped testified recalled conceded concluded posted confirmed complained joked'
  ).split(' '),
)
const pronouns = new Set('he she they his her their him them'.split(' '))

/** How many words may stand between a name and its verb of saying. */
const reach = 6

/**
 * Stem of the last name of whoever a sentence names as speaking, else of the first one it names;
 * names within quotation marks do not count. '' for none.
 */
export function actorOf(prepared: Prepared, sentence: number): string {
  const { tokens, words, sentences } = prepared
  const { firstToken = 0, endToken = 0 } = sentences[sentence] ?? {}
  const isNameAt = (token: number): boolean =>
    token < endToken &&
    tokens.capitals[token] === 1 &&
    (tokens.quotes[token] ?? -1) < 0 &&
    (words[tokens.words[token] ?? -1]?.isName ?? false)
  const verbs: number[] = []
  const names: number[] = []
  for (let token = firstToken; token < endToken; token++) {
    if ((tokens.quotes[token] ?? -1) < 0 && speech.has(normAt(prepared, token))) verbs.push(token)
    const goesOn =
      isNameAt(token + 1) && (tokens.starts[token + 1] ?? 0) - (tokens.ends[token] ?? 0) <= 2
    if (isNameAt(token) && !goesOn) names.push(token)
  }
  let best = names[0] ?? -1
  let distance = reach
  for (const verb of verbs)
    for (const name of names) {
      const away = Math.abs(name - verb) + (name > verb ? 0.5 : 0)
      if (away < distance) [best, distance] = [name, away]
    }
  return best < 0 ? '' : (words[tokens.words[best] ?? -1]?.stem ?? '')
}

/** Whether a sentence that names nobody goes on about whom the one before it named. */
export function takesUp({ tokens, words, sentences }: Prepared, sentence: number): boolean {
  const { firstToken = 0, endToken = 0 } = sentences[sentence] ?? {}
  for (let token = firstToken; token < endToken; token++) {
    if ((tokens.quotes[token] ?? -1) >= 0) return true
    if (token < firstToken + 4 && pronouns.has(words[tokens.words[token] ?? -1]?.norm ?? ''))
      return true
  }
  return false
}

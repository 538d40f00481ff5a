// The words after a command, with complaints that say which word is off.
import { parseArgs } from 'node:util'
import { WrongUsage } from './output.ts'

/** Node's own parser, with its complaints as wrong usage in our words. */
export const parse: typeof parseArgs = (config) => {
  try {
    return parseArgs(config)
  } catch (thrown) {
    throw new WrongUsage(complaintOf(thrown))
  }
}

function complaintOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const named = /'(-[^' ]*)/.exec(message)?.[1]
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && named !== undefined)
    return `there is no option ${named}; a name that begins with “-” comes after “--”`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && named !== undefined)
    return message.includes('does not take') ? `${named} takes no value` : `${named} wants a value`
  return message
}

/**
 * The words that are no options.
 * @param names what each stands for; as many are demanded
 */
export function words(positionals: readonly string[], ...names: string[]): string[] {
  if (positionals.length !== names.length)
    throw new WrongUsage(`expected ${names.join(' ')}, got ${counted(positionals.length)}`)
  for (const [at, word] of positionals.entries()) demandName(word, names[at] ?? '')
  return [...positionals]
}

/** An empty name is a variable that was not set, and would mean the folder one happens to be in. */
export function demandName(word: string, called: string): string {
  if (word === '') throw new WrongUsage(`${called} is empty`)
  return word
}

const counted = (words: number): string =>
  words === 0 ? 'none' : words === 1 ? '1 word' : `${words} words`

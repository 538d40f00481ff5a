// One use of the command line, from its words to its exit code: 0 done, 1 failed, 2 wrong usage.
import type { Writable } from 'node:stream'
import { own } from '../../../shared/own.ts'
import { commands } from './commands.ts'
import { asksForHelp, general, helpOf } from './help.ts'
import { CommandFailed, WrongUsage } from './output.ts'
import type { Context } from './with-library.ts'

interface Streams {
  readonly stdout: Writable
  readonly stderr: Writable
}

/**
 * Runs a command. Never throws: a failure is one line on standard error.
 * @param words after `parallax`
 */
export async function runCommand(
  words: readonly string[],
  context: Context,
  { stdout, stderr }: Streams,
): Promise<number> {
  const [name] = words
  try {
    return await carryOut(words, context, { stdout, stderr })
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    stderr.write(`parallax: ${reason}\n`)
    if (!(thrown instanceof WrongUsage)) {
      if (!(thrown instanceof CommandFailed)) stderr.write('This is a bug of Parallax.\n')
      return 1
    }
    const known = name !== undefined && own(commands, name)
    stderr.write(`Try “parallax ${known ? `${name} --help` : 'help'}”.\n`)
    return 2
  }
}

async function carryOut(
  words: readonly string[],
  context: Context,
  { stdout, stderr }: Streams,
): Promise<number> {
  const [name, ...args] = words
  if (name === undefined) {
    stderr.write(general)
    return 2
  }
  if (name === '--version') {
    stdout.write(`${context.version}\n`)
    return 0
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    stdout.write(args[0] === undefined ? general : demandHelp(args[0]))
    return 0
  }
  if (name.startsWith('-'))
    throw new WrongUsage(`a command comes first, and options like ${name} after it`)
  const command = own(commands, name)
  if (!command) throw noCommand(name)
  if (asksForHelp(args)) {
    stdout.write(demandHelp(name))
    return 0
  }
  return command(args, context)
}

function demandHelp(name: string): string {
  const help = helpOf(name)
  if (help === null) throw noCommand(name)
  return help
}

const noCommand = (name: string): WrongUsage => new WrongUsage(`there is no command “${name}”`)

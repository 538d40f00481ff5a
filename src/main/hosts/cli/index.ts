// Entry of the command line: `parallax COMMAND …`. Results on standard output, messages on standard
// error; 0 done, 1 failed, 2 wrong usage.

import packageJson from '../../../../package.json' with { type: 'json' }
import { own } from '../../../shared/own.ts'
import type { Command } from './arguments.ts'
import { CommandFailed, printUsage, WrongUsage } from './output.ts'

const [name, ...args] = process.argv.slice(2)

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
  process.exit(thrown.code === 'EPIPE' ? 0 : 1)
})

async function main(): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    printUsage(name === undefined ? process.stderr : process.stdout)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    process.stdout.write(`${packageJson.version}\n`)
    return 0
  }
  const command = await commandNamed(name)
  if (!command) throw new WrongUsage(`there is no command “${name}”`)
  return command(args, { bundle: import.meta.dirname, version: packageJson.version })
}

/** Loads what a command needs and no more: reading one file needs no library. */
async function commandNamed(word: string): Promise<Command | undefined> {
  if (word === 'read') return (await import('./read.ts')).read
  return own((await import('./commands.ts')).commands, word)
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (thrown: unknown) => {
    if (thrown instanceof WrongUsage) {
      process.stderr.write(`parallax: ${thrown.message}\nTry “parallax help”.\n`)
      process.exitCode = 2
    } else if (thrown instanceof CommandFailed) {
      process.stderr.write(`parallax: ${thrown.message}\n`)
      process.exitCode = 1
    } else {
      process.stderr.write(
        `parallax: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`,
      )
      process.exitCode = 1
    }
  },
)

// What every command makes of its words.
import { parseArgs } from 'node:util'
import { WrongUsage } from './output.ts'

export interface Context {
  /** The built bundles: `out/main`. */
  readonly bundle: string
  readonly version: string
}

export type Command = (args: readonly string[], context: Context) => Promise<number>

export const json = { type: 'boolean', default: false } as const

/** Node's own parser, with its complaints as wrong usage. */
export const parse: typeof parseArgs = (config) => {
  try {
    return parseArgs(config)
  } catch (thrown) {
    throw new WrongUsage(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** The words of a command that has just so many. */
export function words(positionals: readonly string[], ...names: string[]): string[] {
  if (positionals.length !== names.length)
    throw new WrongUsage(
      `expected ${names.join(' ') || 'nothing'}, got ${positionals.length} words`,
    )
  return [...positionals]
}

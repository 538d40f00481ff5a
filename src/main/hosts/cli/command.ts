// What a command is, and what it is given besides its words.
export interface Context {
  /** The built bundles: `out/main`. */
  readonly bundle: string
  readonly version: string
}

/** @returns the exit code */
export type Command = (args: readonly string[], context: Context) => Promise<number>

/** The option that every command with a result has. */
export const json = { type: 'boolean', default: false } as const

// What is said of every call and every event, whichever feature it belongs to.
import type { z } from 'zod'

export type HostName = 'electron' | 'web' | 'cli'

/** What holds of a call, whoever makes it. */
export interface CallRule {
  readonly arg: z.ZodType
  readonly result: z.ZodType
  /** `library`: it is about the library that its envelope names, and refused when that is not open. */
  readonly of: 'app' | 'library'
  /** Who may make it; `dispatch` refuses all others. */
  readonly hosts: readonly HostName[]
}

/** The calls of one feature, by their names: a noun and a verb. */
export type CallTable = Readonly<Record<string, CallRule>>

/** The events of one feature, by their names, and what each tells. */
export type EventTable = Readonly<Record<string, z.ZodType>>

/** What only a native dialog can do belongs to the desktop. */
export const desktop: readonly HostName[] = ['electron']
export const windows: readonly HostName[] = ['electron', 'web']
/** What takes a path, or gives all of a library at once, belongs to the command line. */
export const commandLine: readonly HostName[] = ['cli']
export const everywhere: readonly HostName[] = ['electron', 'web', 'cli']

// How the command line speaks: one line a failure, no stack.
import type { AppError } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'

/** The words of the command are off: exit 2. */
export class WrongUsage extends Error {}

/** What was asked could not be done: exit 1. */
export class CommandFailed extends Error {}

/** The value, or the end of the command with what happened and what to do. */
export function demand<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CommandFailed(oneLine(result.error))
}

export const oneLine = ({ message, advice }: AppError): string => `${message} ${advice}`

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

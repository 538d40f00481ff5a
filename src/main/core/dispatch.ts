// The one door to the core: finds the handler of a call, parses its argument, gives its result.
// Whatever comes from a window is untrusted until it has passed here.
import type { z } from 'zod'
import { type CallName, callNames } from '../../shared/call-names.ts'
import { type CallResult, calls, type ParsedArg } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import { fail, type Result } from '../../shared/result.ts'

export type Handlers = {
  readonly [N in CallName]: (arg: ParsedArg<N>) => Promise<Result<CallResult<N>>>
}

export type Dispatch = (name: string, rawArg: unknown) => Promise<Result<unknown>>

const isCallName = (name: string): name is CallName =>
  (callNames as readonly string[]).includes(name)

/**
 * Fails with `unknown-call`, `bad-argument`, or what the handler says. A bug in a handler becomes
 * `internal` and is reported to `onBug`; it never brings the host down.
 */
export function createDispatch(handlers: Handlers, onBug: (thrown: unknown) => void): Dispatch {
  const run = async <N extends CallName>(name: N, rawArg: unknown): Promise<Result<unknown>> => {
    const schema: z.ZodType = calls[name].arg
    const parsed = schema.safeParse(rawArg)
    if (!parsed.success) return fail(badArgument(name, parsed.error))
    return handlers[name](parsed.data as ParsedArg<N>)
  }
  return async (name, rawArg) => {
    if (!isCallName(name)) return fail(unknownCall(name))
    try {
      return await run(name, rawArg)
    } catch (thrown) {
      onBug(thrown)
      return fail(bug(thrown))
    }
  }
}

const badArgument = (name: string, error: z.ZodError): AppError => {
  const issue = error.issues[0]
  return {
    code: 'bad-argument',
    message: `“${name}” was called in a way it does not understand.`,
    advice: 'Reload the window; if it happens again, please report it.',
    detail: issue ? `${issue.path.join('.') || 'argument'}: ${issue.message}` : error.message,
  }
}

const unknownCall = (name: string): AppError => ({
  code: 'unknown-call',
  message: 'The window asked for something this Parallax cannot do.',
  advice: 'Reload the window.',
  detail: name.slice(0, 100),
})

const bug = (thrown: unknown): AppError => ({
  code: 'internal',
  message: 'Something went wrong inside Parallax. What was saved before is safe.',
  advice: 'Try again; if it happens again, please report it with the details below.',
  detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
})

// The one door to the core: finds the handler of a call, parses its argument, gives its result.
// Whatever comes from a window is untrusted until it has passed here.
import { basename } from 'node:path'
import type { z } from 'zod'
import type { CallName } from '../../shared/call-names.ts'
import { calls, type ParsedArg } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Answer, At, Caller } from '../../shared/stream.ts'
import type { Handler, Handlers } from './handlers.ts'

export type { Handlers } from './handlers.ts'

export type Dispatch = (name: string, rawArg: unknown, caller: Caller) => Promise<Answer<unknown>>

export interface DispatchDeps {
  /** Those of calls that none of its callers may make can be left out. */
  readonly handlers: Partial<Handlers>
  /** What is told now: an answer carries what held when its handler began. */
  readonly at: () => At
  /** Whether a caller may mean this library: it is open, or was until a moment ago. */
  readonly isOpen: (library: string | null) => boolean
  readonly onBug: (thrown: unknown) => void
}

const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name)

/**
 * Fails with `unknown-call`, `unsupported` (not for this host), `library-changed` (not about the library
 * that is open), `bad-argument`, or what the handler says. A bug in a handler becomes `internal` and is
 * reported to `onBug`; it never brings the host down.
 */
export function createDispatch({ handlers, at, isOpen, onBug }: DispatchDeps): Dispatch {
  const run = async <N extends CallName>(
    name: N,
    rawArg: unknown,
    caller: Caller,
  ): Promise<Result<unknown>> => {
    const { arg, of, hosts } = calls[name]
    const handler: Handler<N> | undefined = handlers[name]
    if (!handler || !hosts.includes(caller.host)) return fail(notForHost(name))
    if (of === 'library' && !isOpen(caller.library)) return fail(libraryChanged(caller.library))
    const schema: z.ZodType = arg
    const parsed = schema.safeParse(rawArg)
    if (!parsed.success) return fail(badArgument(name, parsed.error))
    return handler(parsed.data as ParsedArg<N>, caller)
  }
  /** An answer is about the library that was meant, where a call means one. */
  const aboutOf = (name: string, { library }: Caller): At =>
    isCallName(name) && calls[name].of === 'library' ? { ...at(), library } : at()

  return async (name, rawArg, caller) => {
    const about = aboutOf(name, caller)
    if (!isCallName(name)) return { ...fail(unknownCall(name)), at: about }
    try {
      return { ...(await run(name, rawArg, caller)), at: about }
    } catch (thrown) {
      onBug(thrown)
      return { ...fail(bug(thrown)), at: about }
    }
  }
}

const notForHost = (name: string): AppError => ({
  code: 'unsupported',
  message: 'The window asked for something that is not for it to ask here.',
  advice: 'Use the way the window offers instead.',
  detail: name,
})

const libraryChanged = (library: string | null): AppError => ({
  code: 'library-changed',
  message:
    library === null
      ? 'A library was opened meanwhile, so nothing was done.'
      : `“${basename(library) || library}” is not the open library any more, so nothing was changed in it.`,
  advice: 'The window shows the library that is open now; open the other one again to go on there.',
  ...(library !== null && { path: library }),
})

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

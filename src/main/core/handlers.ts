// What a handler of a call is. Each feature gives those of its own calls; `handlers.ts` puts them together.
import type { z } from 'zod'
import type { CallName } from '../../shared/call-names.ts'
import type { CallTable } from '../../shared/calls/call-rule.ts'
import type { CallResult, ParsedArg } from '../../shared/calls.ts'
import type { Result } from '../../shared/result.ts'
import type { Caller } from '../../shared/stream.ts'

export type Handler<N extends CallName> = (
  arg: ParsedArg<N>,
  caller: Caller,
) => Promise<Result<CallResult<N>>>

export type Handlers = { readonly [N in CallName]: Handler<N> }

/** A handler for each call of a feature's table, and for no other. */
export type HandlersOf<T extends CallTable> = {
  readonly [N in keyof T]: (
    arg: z.output<T[N]['arg']>,
    caller: Caller,
  ) => Promise<Result<z.output<T[N]['result']>>>
}

/**
 * Makes a handler of work on the library that the caller names.
 * @template L what the work needs of a library
 */
export type OnLibrary<L> = <A, T>(
  work: (library: L, arg: A) => Promise<Result<T>>,
) => (arg: A, caller: Caller) => Promise<Result<T>>

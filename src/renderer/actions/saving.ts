// Saving: one thing after another, in the order in which they were asked for.
import type { CallName } from '../../shared/call-names.ts'
import type { Arg, CallResult } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Answer } from '../../shared/stream.ts'
import { api, type Heard } from '../client/api.ts'
import { useAnnotations } from '../state/annotations.ts'
import { registerLastWord } from '../state/last-words.ts'
import { tellError } from '../state/ui.ts'
import { reloadOpen } from './articles.ts'
import { takeSnapshot } from './enter.ts'

/** Makes a call in the name of the library that was shown when the saving was asked for. */
export type CallNow = <N extends CallName>(name: N, arg: Arg<N>) => Promise<Heard<CallResult<N>>>

let last: Promise<unknown> = Promise.resolve()

/**
 * Saves something after all that was asked for before; counts what is under way. Gives null when it was
 * not saved, and tells why.
 * @param library id of the library that is meant: the one that is shown now if not given
 * @param failed tells why it was not saved, where more than the error is to be said
 */
export async function saving<T>(
  ask: (call: CallNow) => Promise<Answer<T>>,
  library: string | null = api.shownLibrary(),
  failed: (error: AppError) => void = tellError,
): Promise<T | null> {
  useAnnotations.setState(({ saving: count }) => ({ saving: count + 1 }))
  const answer = last.then(() => ask((name, arg) => api.call(name, arg, library)))
  last = answer.catch(() => undefined)
  const result = await answer
  useAnnotations.setState(({ saving: count }) => ({ saving: count - 1 }))
  if (result.ok) return result.value
  failed(result.error)
  if (result.error.code === 'changed') await reloadOpen()
  // The window shows what is not open any more.
  if (result.error.code === 'library-changed' && library === api.shownLibrary())
    await takeSnapshot()
  return null
}

/** Whoever leaves a library waits for what is being saved in it. */
registerLastWord(async () => {
  // Others say their last words in the same moment: those are waited for, too.
  await Promise.resolve()
  await last
})

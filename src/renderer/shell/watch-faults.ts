// Faults outside of what React draws, in listeners, timers and promises: told as a message with the
// details to copy, never silent. What breaks while drawing is the affair of the boundaries.
import { tellFault } from '../parts/tell-fault.ts'

/** Not faults: the browser says it was one frame late with a size. */
const harmless = /^ResizeObserver loop/

/** Tells what nobody else has caught, from now on. Gives the function that ends it. */
export function watchFaults(window: Window): () => void {
  const stop = new AbortController()
  const { signal } = stop
  window.addEventListener(
    'error',
    ({ error, message }) => {
      if (!harmless.test(message)) tellFault(error ?? message)
    },
    { signal },
  )
  window.addEventListener('unhandledrejection', ({ reason }) => tellFault(reason), { signal })
  return () => stop.abort()
}

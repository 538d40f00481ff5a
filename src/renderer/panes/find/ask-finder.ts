// Asks the worker that finds: one question at a time, of those that wait the newest. An expression that
// takes longer than a reader waits is ended, and its worker with it.
import type { Found } from '../../../shared/text/find.ts'
import type { FindTrouble } from '../../state/find.ts'
import type { FindQuestion, FromWorker, ToWorker } from './find-worker.ts'

/** Milliseconds that an expression may take in one text. */
const patience = 300
/** Milliseconds for an answer that is there already, and waits behind what the window does. */
const grace = 100

export interface AskedFinder {
  /** The answer comes to `onFound` or `onTrouble`, unless another question is asked before it is there. */
  ask(question: FindQuestion): void
  /** Forgets what was asked. */
  forget(): void
  dispose(): void
}

export interface FinderAnswers {
  onFound(found: readonly Found[]): void
  onTrouble(trouble: FindTrouble): void
}

/** @param start starts the worker; once for each that is ended */
export function createAskedFinder(
  text: string,
  { onFound, onTrouble }: FinderAnswers,
  start: () => Worker,
): AskedFinder {
  let worker: Worker | null = null
  let ready = false
  let asked: FindQuestion | null = null
  let next: FindQuestion | null = null
  let forgotten = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function goOn(): void {
    if (asked || !next) return
    if (!worker) begin()
    if (!worker || !ready) return
    asked = next
    next = null
    forgotten = false
    worker.postMessage(asked satisfies ToWorker)
  }

  function begin(): void {
    worker = startedOn(text, start, hear, fail)
    if (!worker) fail()
  }

  function hear({ data }: MessageEvent<FromWorker>): void {
    if (data.kind === 'ready') {
      ready = true
      goOn()
    } else if (data.kind === 'begun') {
      timer = setTimeout(() => {
        timer = setTimeout(stop, grace)
      }, patience)
    } else if (data.kind === 'found') answer(() => onFound(placesOf(data.places)))
    else answer(() => onTrouble({ why: 'wrong', problem: data.problem }))
  }

  /** What was asked is answered: told, unless something newer waits. */
  function answer(say: () => void): void {
    clearTimeout(timer)
    const unwanted = next !== null || forgotten
    asked = null
    if (!unwanted) say()
    goOn()
  }

  function stop(): void {
    end()
    answer(() => onTrouble({ why: 'stopped' }))
  }

  function fail(): void {
    end()
    next = null
    answer(() => onTrouble({ why: 'failed' }))
  }

  function end(): void {
    clearTimeout(timer)
    worker?.terminate()
    worker = null
    ready = false
  }

  begin()
  return {
    ask(question) {
      next = question
      goOn()
    },
    forget() {
      next = null
      forgotten = true
    },
    dispose: end,
  }
}

/** A worker that is given a text; null where none starts. */
function startedOn(
  text: string,
  start: () => Worker,
  hear: (message: MessageEvent<FromWorker>) => void,
  fail: () => void,
): Worker | null {
  try {
    const worker = start()
    worker.addEventListener('message', hear)
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      fail()
    })
    worker.postMessage({ text } satisfies ToWorker)
    return worker
  } catch {
    return null
  }
}

function placesOf(places: Uint32Array): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < places.length; at += 2)
    found.push({ start: places[at] ?? 0, end: places[at + 1] ?? 0 })
  return found
}

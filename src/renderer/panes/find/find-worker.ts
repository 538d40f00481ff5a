// Finds in one text, beside the window: an expression that takes for ever is ended with the worker.
import type { FindChoices, Found } from '../../../shared/text/find.ts'
import { createFinder, type Finder } from '../../../shared/text/find.ts'
import { findPattern, patternFlags } from '../../../shared/text/find-pattern.ts'
import { type PatternProblem, patternProblem } from '../../../shared/text/pattern-problem.ts'

export interface FindQuestion {
  readonly query: string
  readonly choices: FindChoices
  readonly pattern: boolean
}

export type ToWorker = { readonly text: string } | FindQuestion

export type FromWorker =
  /** The text is there. */
  | { readonly kind: 'ready' }
  /** An expression is being tried: from now on it may take for ever. */
  | { readonly kind: 'begun' }
  /** Starts and ends in turns, in the order of the text. */
  | { readonly kind: 'found'; readonly places: Uint32Array<ArrayBuffer> }
  | { readonly kind: 'wrong'; readonly problem: PatternProblem }

let text = ''
let finder: Finder = createFinder('')

const tell = (said: FromWorker, transfer: Transferable[] = []): void =>
  postMessage(said, { transfer })

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('text' in data) {
    text = data.text
    finder = createFinder(text)
    tell({ kind: 'ready' })
    return
  }
  const { query, choices, pattern } = data
  if (!pattern) {
    tellFound(finder.find(query, choices))
    return
  }
  const problem = patternProblem(query, patternFlags(choices.matchCase))
  if (problem) {
    tell({ kind: 'wrong', problem })
    return
  }
  tell({ kind: 'begun' })
  tellFound(findPattern(text, query, choices))
})

function tellFound(found: readonly Found[]): void {
  const places = new Uint32Array(found.length * 2)
  for (const [index, { start, end }] of found.entries()) {
    places[index * 2] = start
    places[index * 2 + 1] = end
  }
  tell({ kind: 'found', places }, [places.buffer])
}

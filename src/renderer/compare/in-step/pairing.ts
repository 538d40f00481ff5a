// Which places of two panes correspond: by the comparison, by pins, and by what the reader has scrolled
// apart from the leading pane.
import type { Step } from '../../../shared/comparison/step-chain.ts'
import type { Pin } from '../../../shared/model/settings.ts'
import { askSteps } from '../../actions/steps.ts'
import { useCompare } from '../../state/compare.ts'
import type { Pane } from '../../state/panes.ts'
import type { Reader } from '../../state/readers.ts'
import { knownSteps } from '../../state/steps.ts'
import { createChains } from './chains.ts'
import { lineOf } from './heights.ts'

export interface Pairing {
  /** From the article of the leading pane to that of another; empty until the steps are there. */
  chainTo(lead: Pane, pane: Pane): readonly Step[]
  /** Pairs a pane that the reader has scrolled with the leading one, as both stand now. */
  pairAnew(lead: Reader, pane: string, reader: Reader): void
  /** Another pane leads: how panes stood beside the one before means nothing. */
  forget(): void
}

export function createPairing(): Pairing {
  const chains = createChains()
  const pinsWith = createPinsWith()
  /** By pane: where the reader's own scrolling has paired it with the leading one, while that leads. */
  const own = new Map<string, Pin>()
  return {
    chainTo(lead, pane) {
      const { comparison, articles, pins } = useCompare.getState()
      const [from, to] = [articles.indexOf(lead.article), articles.indexOf(pane.article)]
      if (!comparison || from < 0 || to < 0) return []
      const steps = knownSteps(from, to)
      // When they are there, all is brought into step.
      if (!steps) void askSteps(from, to)
      const ends = { lead: lead.article, follow: pane.article }
      return steps ? chains(ends, steps, pinsWith(pins, own.get(pane.key))) : []
    },
    pairAnew(lead, pane, reader) {
      const line = lineOf(lead)
      const from = lead.offsetAtLine(line)
      const to = reader.offsetAtLine(line)
      if (from === null || to === null) return
      own.set(pane, {
        a: { article: lead.article, offset: from },
        b: { article: reader.article, offset: to },
      })
    },
    forget: () => own.clear(),
  }
}

/** Adds one's own pairing to the pins; the same list for the same ones, so that chains are remembered. */
function createPinsWith(): (pins: readonly Pin[], own: Pin | undefined) => readonly Pin[] {
  const known = new WeakMap<Pin, { readonly pins: readonly Pin[]; readonly all: readonly Pin[] }>()
  return (pins, own) => {
    if (!own) return pins
    const before = known.get(own)
    if (before?.pins === pins) return before.all
    // First, so that pins made by hand win.
    const all = [own, ...pins]
    known.set(own, { pins, all })
    return all
  }
}

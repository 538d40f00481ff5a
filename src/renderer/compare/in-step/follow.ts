// Scrolling in step: the pane in focus leads, and in every other pane the passage that corresponds
// stands at the same height. What the reader scrolls by hand in another pane pairs the two anew.
import { around, type Step } from '../../../shared/comparison/step-chain.ts'
import type { Pin } from '../../../shared/model/settings.ts'
import { askSteps } from '../../actions/steps.ts'
import { useCompare } from '../../state/compare.ts'
import { type Pane, usePanes } from '../../state/panes.ts'
import { paneOf, type Reader, readerOf } from '../../state/readers.ts'
import { knownSteps, useSteps } from '../../state/steps.ts'
import { createChains } from './chains.ts'

/** Share of the height at which passages are brought side by side. */
const lineAt = 0.3
/** Milliseconds after wheel, touch or key in which a scroll counts as the reader's. */
const handFor = 700
/** Frames in which heights that were guessed become real. */
const mostFrames = 4

/** Begins to follow. Gives the function that ends it. */
export function followScrolling(): () => void {
  const chains = createChains()
  const pinsWith = createPinsWith()
  /** By pane: where the reader's own scrolling has paired it with the leading one, while that leads. */
  const own = new Map<string, Pin>()
  let hand: { readonly pane: string; readonly at: number } | null = null
  let frame = 0
  let frames = 0
  const stop = new AbortController()

  function follow(): void {
    frame = 0
    const lead = leading()
    if (!lead) return
    let moved = false
    for (const pane of usePanes.getState().panes)
      if (pane.key !== lead.pane.key && pane.key !== handNow()) moved = bring(lead, pane) || moved
    // What came into view has a real height only now.
    if (moved && ++frames < mostFrames) soon()
  }

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(follow)
  }

  function begin(): void {
    frames = 0
    soon()
  }

  const handNow = (): string | null =>
    hand !== null && performance.now() - hand.at < handFor ? hand.pane : null

  /** Puts the corresponding place of a pane at the leading one's height; whether it moved. */
  function bring(lead: Leading, pane: Pane): boolean {
    const reader = readerOf(pane.key)
    if (!reader) return false
    const line = lineOf(lead.reader)
    const height =
      pane.article === lead.pane.article
        ? sameHeight(lead.reader, reader, line)
        : heightOf(chainTo(lead, pane), lead.reader, reader, line)
    if (height === null) return false
    const target = height - line
    const { scrollTop, scrollHeight, clientHeight } = reader.scroller
    const wanted = Math.max(0, Math.min(target, scrollHeight - clientHeight))
    if (Math.abs(wanted - scrollTop) < 1) return false
    reader.scroller.scrollTo({ top: wanted, behavior: 'instant' })
    return true
  }

  function chainTo(lead: Leading, pane: Pane): readonly Step[] {
    const { comparison, articles, pins } = useCompare.getState()
    const [from, to] = [articles.indexOf(lead.pane.article), articles.indexOf(pane.article)]
    if (!comparison || from < 0 || to < 0) return []
    const steps = knownSteps(from, to)
    // When they are there, all is brought into step.
    if (!steps) void askSteps(from, to)
    const ends = { lead: lead.pane.article, follow: pane.article }
    return steps ? chains(ends, steps, pinsWith(pins, own.get(pane.key))) : []
  }

  /** Pairs a pane that the reader has scrolled with the leading one, as both stand now. */
  function pairAnew(pane: string): void {
    const lead = leading()
    const reader = readerOf(pane)
    if (!lead || !reader) return
    const line = lineOf(lead.reader)
    const from = lead.reader.offsetAtLine(line)
    const to = reader.offsetAtLine(line)
    if (from === null || to === null) return
    own.set(pane, {
      a: { article: lead.reader.article, offset: from },
      b: { article: reader.article, offset: to },
    })
  }

  const byHand = ({ target }: Event): void => {
    const scroller = target instanceof Element ? target.closest('.scroller') : null
    const pane = paneOf(scroller)
    if (pane !== null) hand = { pane, at: performance.now() }
  }
  const scrolled = ({ target }: Event): void => {
    const pane = paneOf(target)
    const { focused } = usePanes.getState()
    if (pane === null) return
    if (pane === focused) begin()
    else if (pane === handNow()) pairAnew(pane)
  }

  const options = { capture: true, passive: true, signal: stop.signal }
  for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    document.addEventListener(event, byHand, options)
  document.addEventListener('scroll', scrolled, options)
  const leave = [
    usePanes.subscribe((now, before) => {
      if (now.focused === before.focused) return
      // Another pane leads: nothing moves until it is scrolled.
      own.clear()
      hand = null
    }),
    useCompare.subscribe((now, before) => {
      if (now.comparison !== before.comparison || now.pins !== before.pins) begin()
    }),
    useSteps.subscribe(begin),
  ]
  begin()
  return () => {
    stop.abort()
    cancelAnimationFrame(frame)
    for (const done of leave) done()
  }
}

interface Leading {
  readonly pane: Pane
  readonly reader: Reader
}

function leading(): Leading | null {
  const { panes, focused } = usePanes.getState()
  const pane = panes.find(({ key }) => key === focused)
  const reader = readerOf(pane?.key)
  return pane && reader ? { pane, reader } : null
}

/** Pixels below the top at which passages stand side by side: at the very top, beginnings do. */
const lineOf = ({ scroller }: Reader): number =>
  Math.min(scroller.clientHeight * lineAt, scroller.scrollTop)

/** The height of the same place of the same article. */
function sameHeight(lead: Reader, follow: Reader, line: number): number | null {
  const offset = lead.offsetAtLine(line)
  if (offset === null) return null
  return follow.lineTop(offset) + (lead.scroller.scrollTop + line - lead.lineTop(offset))
}

/**
 * The height in the following text that corresponds to a line of the leading one: straight between
 * two steps, line by line after the last. Null without any step.
 */
function heightOf(
  chain: readonly Step[],
  lead: Reader,
  follow: Reader,
  line: number,
): number | null {
  if (chain.length === 0) return null
  const y = lead.scroller.scrollTop + line
  const { before, after } = around(chain, lead.offsetAtLine(line) ?? 0)
  const leadFrom = before ? lead.lineTop(before.lead) : 0
  const followFrom = before ? follow.lineTop(before.follow) : 0
  if (!after) return followFrom + (y - leadFrom)
  const leadTo = lead.lineTop(after.lead)
  const followTo = follow.lineTop(after.follow)
  if (leadTo <= leadFrom) return followTo
  const share = Math.max(0, Math.min(1, (y - leadFrom) / (leadTo - leadFrom)))
  return followFrom + share * (followTo - followFrom)
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

// The place where somebody reads: the character at the beginning of the topmost line. It stays at the top
// whatever happens to the width of the column, the size of the type or the pane's place in the page, and
// changes only when the text is scrolled. So nothing drifts, however often the window is resized.
import { scrollToOffset } from './scroll-to-offset.ts'
import type { TextMap } from './text-offsets.ts'

interface Place {
  /** UTF-16 offset of the character. */
  readonly offset: number
  /** Pixels from the top of the view to its line. */
  readonly above: number
}

export interface HeldPlace {
  /** The beginning of the text where it was never scrolled. */
  now(): Place
  /** Scrolls there, and holds it from now on. */
  stay(place: Place): void
  /** Scrolls there, once; what is topmost then is held. */
  go(place: Place): void
  /** Scrolls so that the place stands where it stood, as after the pane was moved in the page. */
  hold(): void
  dispose(): void
}

const beginning: Place = { offset: 0, above: 0 }
/** Pixels below the top of the view at which the topmost line is looked for, one after the other. */
const heights = [12, 30, 60, 110]
/** Frames in which what comes into view may still turn out to be of another height than was guessed. */
const settlingFrames = 8
/** What says that somebody scrolls. */
const hands = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
const scrolling = /^(?:Arrow|Page|Home$|End$| $)/

const scrolls = (event: Event): boolean =>
  !(event instanceof KeyboardEvent) ||
  (scrolling.test(event.key) && !event.ctrlKey && !event.metaKey)

/**
 * Keeps the place in a text until it is disposed of.
 * @param scroller what scrolls the host of the map
 */
export function holdPlace(scroller: HTMLElement, map: TextMap): HeldPlace {
  const { host } = map
  let place = beginning
  /** Where the scroller stands by our own doing: what is heard of it is no scrolling of the reader's. */
  let own = scroller.scrollTop
  let look = lookOf(host)
  const stop = new AbortController()
  const isShown = (): boolean => scroller.isConnected && scroller.clientHeight > 0

  const note = (): void => {
    own = scroller.scrollTop
    if (own <= 0) place = beginning
    else place = topmost(scroller, map) ?? place
  }
  const put = (): void => {
    if (place === beginning) scroller.scrollTop = 0
    else scrollToOffset(scroller, map, place.offset, place.above)
    own = scroller.scrollTop
  }
  const settling = settlingBy(() => isShown() && put())
  /** Puts it there until nothing moves any more, or somebody scrolls. */
  const settle = (then?: () => void): void => {
    if (!isShown()) return
    put()
    settling.begin(then)
  }
  /** Lines break elsewhere now: what was scrolled since is the browser's doing. */
  const broken = (): boolean => {
    const next = lookOf(host)
    if (next === look) return false
    look = next
    settle()
    return true
  }
  const scrolled = (): void => {
    if (!isShown() || settling.isOn() || Math.abs(scroller.scrollTop - own) < 1) return
    // Told before the new size is, where that was asked for in between.
    if (!broken()) note()
  }
  const { signal } = stop
  scroller.addEventListener('scroll', scrolled, { passive: true, signal })
  for (const hand of hands)
    scroller.addEventListener(
      hand,
      (event) => settling.isOn() && scrolls(event) && settling.end(note),
      { passive: true, signal },
    )

  // Told between layout and painting: the text is never seen anywhere else.
  const observer = new ResizeObserver(() => {
    if (isShown()) broken()
  })
  observer.observe(host)
  observer.observe(scroller)
  return {
    now: () => place,
    stay(next) {
      place = next.offset === 0 ? beginning : next
      settling.end()
      settle()
    },
    go(next) {
      place = next
      settle(note)
    },
    hold: () => settle(),
    dispose() {
      settling.end()
      observer.disconnect()
      stop.abort()
    },
  }
}

interface Settling {
  isOn(): boolean
  begin(then?: () => void): void
  end(then?: () => void): void
}

/** Does something in each of the next frames, and something else then. */
function settlingBy(each: () => void): Settling {
  let frame = 0
  let isOn = false
  /** What is to be done at the end of it, also when it is begun anew meanwhile. */
  let owed: (() => void) | undefined
  const end = (then?: () => void): void => {
    cancelAnimationFrame(frame)
    isOn = false
    owed = undefined
    then?.()
  }
  return {
    isOn: () => isOn,
    begin(then) {
      const last = then ?? owed
      end()
      isOn = true
      owed = last
      let left = settlingFrames
      const next = (): void => {
        each()
        if (--left > 0) frame = requestAnimationFrame(next)
        else end(owed)
      }
      frame = requestAnimationFrame(next)
    },
    end,
  }
}

/** What makes lines break elsewhere. A text that grows because more of it was drawn is no other look. */
function lookOf(host: HTMLElement): string {
  const { font, lineHeight, textAlign, hyphens, paddingTop } = getComputedStyle(host)
  return [host.clientWidth, font, lineHeight, textAlign, hyphens, paddingTop].join(' ')
}

/** The beginning of the topmost line of text; null where none can be found, as beneath a dialog. */
function topmost(scroller: HTMLElement, map: TextMap): Place | null {
  const box = scroller.getBoundingClientRect()
  const text = map.host.getBoundingClientRect()
  const style = getComputedStyle(map.host)
  const left = text.left + Number.parseFloat(style.paddingLeft) + 2
  const right = text.right - Number.parseFloat(style.paddingRight) - 2
  const across =
    style.direction === 'rtl' ? [right, (left + right) / 2] : [left, (left + right) / 2]
  for (const below of heights)
    for (const x of across) {
      const offset = map.offsetFromPoint(x, box.top + below)
      if (offset === null) continue
      const rect = map.rangeOf(offset, offset + 1).getBoundingClientRect()
      // A line that is far from where was looked for was only the nearest one.
      if (rect.height > 0 && rect.bottom > box.top) return { offset, above: rect.top - box.top }
    }
  return null
}

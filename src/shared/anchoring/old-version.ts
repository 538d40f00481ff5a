// The text that passages were marked in, laid against the text at hand: where they are now.
import type { Anchor } from '../model/annotation.ts'
import { fold } from '../text/fold.ts'
import type { Selector } from './selector.ts'
import { type AlignedVersions, alignVersions, type Placed } from './versions/align-versions.ts'

interface Gone {
  readonly state: 'gone'
  readonly selector: Selector
}

export interface OldVersion {
  /**
   * Where the passage is now; `gone` from where it was, with all that stood around it; `unknown` when it does
   * not stand in the old text, or in several places of it that nothing tells apart.
   */
  find(selector: Selector): Anchor | Gone | 'unknown'
  /** Whether most of a stretch of the text at hand stood in the old one. */
  stoodBefore(start: number, end: number): boolean
}

/** @param findInOld where a passage stands in the old text by its words and context */
export function openOldVersion(
  oldText: string,
  text: string,
  findInOld: (selector: Selector) => Anchor,
): OldVersion {
  let aligned: AlignedVersions | undefined
  const align = (): AlignedVersions => {
    aligned ??= alignVersions(oldText, text)
    return aligned
  }
  return {
    stoodBefore: (start, end) => align().stoodBefore(start, end),
    find(selector) {
      const was = placeIn(oldText, findInOld, selector)
      if (!was) return 'unknown'
      const placed = align().place(was.start, was.end)
      if (!placed || !isTrusted(placed)) {
        const prefix = oldText.slice(Math.max(0, was.start - around), was.start)
        const suffix = oldText.slice(was.end, was.end + around)
        return { state: 'gone', selector: { ...selector, prefix, suffix } }
      }
      const { start, end, whole, inPlace, covered } = placed
      const stands = { start, end, score: Math.round(Math.min(1, covered) * 1e6) / 1e6 }
      // What was put in or taken out elsewhere moves no passage, though its offset is another.
      if (whole && inPlace) return { state: 'anchored', ...stands }
      const { changes } = placed.compared
      return { state: 'moved', ...stands, ...(changes.length > 0 ? { changes } : {}) }
    },
  }
}

/** Code units: a long sentence. */
const around = 600

/** So much of a passage must be left, and more where what carries its meaning is another now. */
const enough = 0.55
const enoughOfOther = 0.65

function isTrusted({ covered, inPlace, compared: { difference } }: Placed): boolean {
  if (difference === 'none') return covered >= enough
  const saysOther = difference === 'contrary' || difference === 'lost'
  // Elsewhere, with other names or numbers, it is another passage.
  if (!inPlace && (saysOther || difference === 'added')) return false
  return covered >= (saysOther ? enoughOfOther : enough)
}

function placeIn(
  oldText: string,
  findInOld: (selector: Selector) => Anchor,
  selector: Selector,
): { readonly start: number; readonly end: number } | null {
  const { exact, start } = selector
  if (start !== undefined && start >= 0 && oldText.startsWith(exact, start))
    return { start, end: start + exact.length }
  const found = findInOld(selector)
  if (found.state === 'orphaned') return null
  const isSure = start !== undefined || found.state === 'anchored'
  const same = fold(oldText.slice(found.start, found.end)).text.trim() === fold(exact).text.trim()
  return isSure && same ? found : null
}

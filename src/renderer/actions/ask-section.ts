// Asks for a section of the comparison that is shown: once at a time, and of its state as it is shown.
import type { PageOf, SectionPage, SectionRequest } from '../../shared/comparison/sections.ts'
import type { Result } from '../../shared/result.ts'
import { useCompare } from '../state/compare.ts'
import { compareOpen } from './compare.ts'
import { readPage, readPages } from './read-comparison.ts'

/** Of the comparison with this id; null where another is shown. */
function shownRevision(id: string): number | null {
  const { comparison } = useCompare.getState()
  return comparison?.id === id ? comparison.revision : null
}

/**
 * Every page of a section. Null where it cannot be had, or another comparison is shown by now; one that
 * the core does not know any more is compared again.
 */
export const askSection = <Name extends SectionPage['section']>(
  id: string,
  name: Name,
  requestAt: (from: number) => SectionRequest,
): Promise<readonly PageOf<Name>[] | null> => ofShown(id, () => readPages(id, name, requestAt))

/** One page of a section, otherwise as `askSection`. */
export const askPage = <Name extends SectionPage['section']>(
  id: string,
  name: Name,
  request: SectionRequest,
): Promise<PageOf<Name> | null> => ofShown(id, () => readPage(id, name, request))

async function ofShown<Value>(
  id: string,
  readNow: () => Promise<Result<Value>>,
): Promise<Value | null> {
  let isAgain = false
  for (;;) {
    const revision = shownRevision(id)
    const read = await readNow()
    const now = shownRevision(id)
    if (now === null) return null
    if (!read.ok) {
      if (read.error.code !== 'not-found' || isAgain) return null
      isAgain = true
      await compareOpen(true)
      continue
    }
    // What a verdict changed meanwhile may have been read as it was before.
    if (now === revision) return read.value
  }
}

// An article that something is brought to: where its annotations stand, and where those would that come.
import { findTwins, type Twin } from '../../../shared/import/twins.ts'
import type { Anchor, Annotation, Target } from '../../../shared/model/annotation.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ExchangeLibrary } from './exchange-library.ts'

export interface LookedAt {
  readonly text: string
  /** Where a target stands in the text. */
  find(target: Target): Anchor
}

export async function lookAt(
  library: Pick<ExchangeLibrary, 'open' | 'finderIn'>,
  id: string,
): Promise<Result<LookedAt>> {
  const opened = await library.open(id)
  if (!opened.ok) return opened
  const { text, textHash } = opened.value
  return ok({ text, find: library.finderIn({ text, textHash }) })
}

/**
 * Which of what is brought to an article is there under another id.
 * @param here its annotations as they are now
 * @param inFile ids of all annotations of the file: those that are here, too, are known by these
 */
export function twinsAt(
  { text, find }: LookedAt,
  here: readonly Annotation[],
  incoming: readonly Annotation[],
  inFile: ReadonlySet<string>,
): readonly Twin[] {
  const placed = (annotation: Annotation) => ({ annotation, anchor: find(annotation.target) })
  const others = here.filter(({ id }) => !inFile.has(id))
  return others.length === 0 ? [] : findTwins(text, incoming.map(placed), others.map(placed))
}

// Brings in what was made elsewhere: annotations, corrections, stories, verdicts and records of any
// other kind, with the ids their articles had there. One set: all of it is there, or nothing.
import type { AppError } from '../../shared/errors.ts'
import { annotationKind } from '../../shared/kinds/annotation.ts'
import { splitKind } from '../../shared/kinds/split.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { BroughtIn } from '../features/exchange/exchange-library.ts'
import { type Incoming, importChanges, renamedIn } from '../features/exchange/incoming.ts'
import { inSlices } from '../in-slices.ts'
import type { LibraryFeatures } from './library-features.ts'
import type { LibraryParts } from './library-parts.ts'

/** Articles that are gone through before others get their turn. */
const atOnce = 100

/** As one step that can be undone; the ids that articles are given stay. */
export async function bringIn(
  parts: LibraryParts,
  features: LibraryFeatures,
  label: string,
  incoming: readonly Incoming[],
  brought: BroughtIn = { stories: [], verdicts: [], records: [] },
): Promise<Result<void>> {
  const { catalogue, ledger, listing } = parts
  const { across, changing, splitting, telling } = features
  const { records } = brought
  const refused = parts.refusal()
  if (refused) return fail(refused)
  const renamed = renamedIn(incoming)
  // What is being saved in an article that is to have another id is there first.
  await changing.idle(renamed.keys())
  if ([...renamed.keys()].some((id) => ledger.count(annotationKind, id) > 0))
    return fail(changedMeanwhile())
  for (const [before, after] of renamed) catalogue.rename(before, after)
  const renamings = changing.rename(renamed)
  let isIn = false
  let added: Result<void>
  try {
    const changes = await inSlices(incoming, atOnce, (each) =>
      importChanges(each, parts.correctionsOf, parts.annotationOf),
    )
    // What is brought to an article of a file shows there, so the file is split.
    const inParts = incoming
      .map(({ article, adoptId }) => catalogue.place(adoptId ?? article))
      .flatMap((place) => (place && place.part !== null ? [place.id] : []))
      .filter((file) => !records.some(({ kind, key }) => kind === splitKind && key === file))
    added = await changing.perform(
      label,
      [...changes, ...across.incoming(brought), ...records],
      [...renamings, ...(await splitting.changesFor(inParts)), ...across.arrangements(brought)],
    )
    isIn = added.ok
  } finally {
    if (!isIn) {
      changing.unname(renamed)
      for (const [before, after] of renamed) catalogue.rename(after, before)
    }
  }
  const nowCalled = (id: string): string => (isIn && renamed.get(id)) || id
  const touched = new Set(incoming.map(({ article }) => nowCalled(article)))
  const rows = await inSlices(touched, atOnce, (id) => {
    const row = listing.row(id)
    return row ? [row] : []
  })
  telling.rows(rows, isIn ? [...renamed.keys()] : [])
  await catalogue.saveFiles()
  return added
}

const changedMeanwhile = (): AppError => ({
  code: 'changed',
  message: 'A highlight was made meanwhile in an article that this import would give another id.',
  advice: 'Nothing was brought in. Import the file again.',
})

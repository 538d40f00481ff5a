// What the reader says of highlights that were found again in a changed file: this is the passage, or it
// is not. What was shown may be another by now: the file may have changed, another window may have acted.
// Nothing is set but what was looked at, and what is refused says so.
import { describe } from '../../../shared/anchoring/describe.ts'
import type { SeenAgain } from '../../../shared/calls/annotations.ts'
import type { AppError } from '../../../shared/errors.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Annotation, Target } from '../../../shared/model/annotation.ts'
import { detached } from '../../../shared/model/detached.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { sameValue } from '../../../shared/same-value.ts'
import type { Changing } from '../../core/changing.ts'
import { textChanged } from '../../core/passages.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { changeOf } from './change-of.ts'
import type { MakingDeps } from './making.ts'

export interface PlacingDeps extends MakingDeps {
  readonly ledger: Pick<Ledger, 'get'>
  readonly reading: Pick<Reading, 'locate'>
  readonly perform: Changing['perform']
}

/** Another target of an annotation, for the one that it had when this was decided. */
export interface Retarget {
  readonly before: Annotation
  readonly target: Target
}

/** They are made on the words where they were found. Fails with `changed` where they stand elsewhere by now. */
export async function confirmPlaces(
  deps: PlacingDeps,
  seen: SeenAgain,
): Promise<Result<Annotation[]>> {
  const read = await textSeen(deps, seen)
  if (!read.ok) return read
  const { text, textHash } = read.value
  const found = stillThere(deps, seen, read.value)
  if (!found.ok) return found
  const retargets = found.value.map(({ before, start, end }) => ({
    before,
    target: describe(text, textHash, start, end),
  }))
  return retarget(deps, seen.article, labelOf('Confirm', retargets.length), retargets)
}

/** They stand on nothing from now on. Fails as `confirmPlaces` does. */
export async function detachPlaces(
  deps: PlacingDeps,
  seen: SeenAgain,
): Promise<Result<Annotation[]>> {
  const read = await textSeen(deps, seen)
  if (!read.ok) return read
  const found = stillThere(deps, seen, read.value)
  if (!found.ok) return found
  const retargets = found.value.map(({ before }) => ({ before, target: detached(before.target) }))
  return retarget(deps, seen.article, labelOf('Detach', retargets.length), retargets)
}

/**
 * Sets targets, each where the annotation still has the one that it had: what was put elsewhere or
 * deleted meanwhile stays so. Fails with `changed` where that happened to one of them.
 */
export async function retarget(
  deps: Pick<PlacingDeps, 'perform' | 'now'>,
  article: string,
  label: string,
  retargets: readonly Retarget[],
): Promise<Result<Annotation[]>> {
  const modified = deps.now().toISOString()
  /** As they were written, by id; what was left as it is is not among them. */
  const written = new Map<string, Annotation>()
  const changes = retargets.flatMap(({ before, target }): Change<Annotation>[] => {
    if (sameValue(before.target, target)) {
      written.set(before.id, before)
      return []
    }
    const edit = (there: Annotation | null): Annotation | null => {
      written.delete(before.id)
      if (!there || !sameValue(there.target, before.target)) return there
      const after = { ...there, target, modified }
      written.set(before.id, after)
      return after
    }
    return [{ ...changeOf(article, before, { ...before, target, modified }), edit }]
  })
  const done = await deps.perform(label, changes)
  if (!done.ok) return done
  const after = retargets.flatMap(({ before }) => written.get(before.id) ?? [])
  return after.length === retargets.length ? ok(after) : fail(elsewhereByNow())
}

type Text = { readonly text: string; readonly textHash: string }

/** The article's text, as long as it is the one that was shown. */
async function textSeen(
  { article: read }: PlacingDeps,
  { article, textHash: shown }: SeenAgain,
): Promise<Result<Text>> {
  const opened = await read(article)
  if (!opened.ok) return opened
  const { parsed, record } = opened.value
  return shown === undefined || shown === parsed.textHash
    ? ok(parsed)
    : fail(textChanged(record.path))
}

interface Found {
  readonly before: Annotation
  readonly start: number
  readonly end: number
}

/** The annotations, if each is still found again where it was shown. */
function stillThere(
  { ledger, reading }: PlacingDeps,
  { article, places }: SeenAgain,
  text: Text,
): Result<Found[]> {
  const once = [...new Map(places.map((place) => [place.id, place])).values()]
  const annotations = once.flatMap(({ id }) => ledger.get(annotationKind, article, id) ?? [])
  if (annotations.length < once.length) return fail(goneAnnotation())
  const anchors = reading.locate(
    text,
    annotations.map(({ target }) => target),
  )
  const found = annotations.flatMap((before, i): Found[] => {
    const [anchor, shown] = [anchors[i], once[i]]
    const isThere =
      anchor?.state === 'moved' && anchor.start === shown?.start && anchor.end === shown.end
    return isThere ? [{ before, start: anchor.start, end: anchor.end }] : []
  })
  return found.length === once.length ? ok(found) : fail(elsewhereByNow())
}

const labelOf = (what: string, count: number): string =>
  count > 1 ? `${what} ${count} highlights` : `${what} highlight`

export const goneAnnotation = (): AppError => ({
  code: 'not-found',
  message: 'That highlight is not there any more.',
  advice: 'It may have been deleted in another window; Undo there brings it back.',
})

const elsewhereByNow = (): AppError => ({
  code: 'changed',
  message:
    'A highlight does not stand where it was shown any more: it was confirmed, attached elsewhere or deleted meanwhile. It was left as it is.',
  advice: 'Look at it again; what is shown now is what holds.',
})

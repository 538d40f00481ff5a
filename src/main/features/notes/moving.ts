// Moves what the reader made of one article to another: its file was saved again under another name, and
// changed, so that it is not known by its content. Nothing of it is made anew: each note keeps its id, how
// it came to what it says, and the words it was made on, by which it is found in the other text.
import type { MovedNotes } from '../../../shared/calls/notes.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { correctionKind } from '../../../shared/kinds/correction.ts'
import { isLive } from '../../../shared/kinds/entry.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { correctionKey, isInForce, withdrawn } from '../../../shared/model/correction.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { sameValue } from '../../../shared/same-value.ts'
import { shortened } from '../../../shared/text/shortened.ts'
import type { Changing, Known } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { articleGone } from '../../core/shelf/rows.ts'
import { namingChanges, readingChanges } from './names.ts'

export interface MovingDeps {
  readonly ledger: Pick<Ledger, 'all' | 'get' | 'entry'>
  readonly now: () => Date
  /** An article as it is now. Fails for one whose file is gone. */
  readonly article: (id: string) => Promise<Result<Known>>
  readonly known: (article: string) => KnownFile | null
  readonly row: (article: string) => ArticleSummary | null
  readonly reading: Pick<Reading, 'locate'>
  readonly perform: Changing['perform']
  /** Tells of the rows of articles, which may be gone from the list. */
  readonly tellRows: (articles: readonly string[]) => void
}

export interface MovingNotes {
  /**
   * Fails with `not-found` where there is nothing to move, or no such article; as reading the other
   * article does; and as changing it does.
   */
  move(arg: ParsedArg<'notes-move'>): Promise<Result<MovedNotes>>
}

export const createMovingNotes = (deps: MovingDeps): MovingNotes => ({
  async move({ from, to, dryRun }) {
    if (from === to) return fail(sameArticle())
    const [source, target] = [deps.row(from), deps.known(to)]
    if (!source) return fail(articleGone(null))
    const opened = await deps.article(to)
    if (!opened.ok) return opened
    if (!target) return fail(articleGone(null))
    const annotations = deps.ledger.all(annotationKind, from)
    const corrections = correctionChanges(deps, from, to)
    const reading = readingChanges(deps, from, target)
    const names = source.state === 'missing' ? namingChanges(deps, from, target) : noNames
    const moved: MovedNotes = {
      ...placesIn(deps, annotations, opened.value),
      corrections: corrections.length / 2,
      reading: reading.length > 0,
      stories: names.stories.length,
      verdicts: names.verdicts.length,
    }
    const changes = [
      ...annotations.flatMap((each) => annotationChanges(deps, from, to, each)),
      ...corrections,
      ...reading,
      ...names.stories,
      ...names.verdicts,
      ...names.arrangements,
    ]
    if (changes.length === 0) return fail(nothingToMove(source))
    if (dryRun) return ok(moved)
    const name = opened.value.record.title ?? opened.value.record.path
    const done = await deps.perform(`Move notes to “${shortened(name)}”`, changes)
    if (!done.ok) return done
    deps.tellRows([from, to])
    return ok(moved)
  },
})

const noNames = { stories: [], verdicts: [], arrangements: [] } as const

function placesIn(
  { reading }: MovingDeps,
  annotations: readonly Annotation[],
  { parsed }: Known,
): Pick<MovedNotes, 'annotations' | 'exact' | 'changed' | 'lost'> {
  const states = reading
    .locate(
      parsed,
      annotations.map(({ target }) => target),
    )
    .map(({ state }) => state)
  const count = (state: (typeof states)[number]): number =>
    states.filter((each) => each === state).length
  return {
    annotations: annotations.length,
    exact: count('anchored'),
    changed: count('moved'),
    lost: count('orphaned'),
  }
}

/** Taken out there, unless it was changed meanwhile, and put in here as it was made. */
function annotationChanges(
  { ledger }: MovingDeps,
  from: string,
  to: string,
  annotation: Annotation,
): Change<Annotation>[] {
  const key = annotation.id
  const made = ledger.entry(annotationKind, from, key)
  return [
    {
      kind: annotationKind,
      article: to,
      key,
      before: ledger.get(annotationKind, to, key),
      after: annotation,
      ...(isLive(made) && { made }),
    },
    {
      kind: annotationKind,
      article: from,
      key,
      before: annotation,
      after: null,
      edit: (there) => (there && !sameValue(there, annotation) ? there : null),
    },
  ]
}

/** Those in force, of what nothing is said yet of the other. In pairs: put in here, taken out there. */
const correctionChanges = ({ ledger }: MovingDeps, from: string, to: string): Change[] =>
  ledger
    .all(correctionKind, from)
    .filter(isInForce)
    .flatMap((correction): Change[] => {
      const key = correctionKey(correction)
      const there = ledger.get(correctionKind, to, key)
      if (there && isInForce(there)) return []
      const made = ledger.entry(correctionKind, from, key)
      const change = { kind: correctionKind, key }
      return [
        {
          ...change,
          article: to,
          before: there,
          after: correction,
          // A word that was taken back here would outdo one that was made there before.
          ...(isLive(made) && !there && { made }),
        },
        { ...change, article: from, before: correction, after: withdrawn(correction) },
      ]
    })

const sameArticle = (): AppError => ({
  code: 'bad-argument',
  message: 'These are one article: its notes are there already.',
  advice: 'Choose another article.',
})

const nothingToMove = ({ title, path }: ArticleSummary): AppError => ({
  code: 'not-found',
  message: `There are no notes on “${title ?? path}”, and nothing else that could be moved.`,
  advice: 'Choose the article that has the notes.',
  path,
})

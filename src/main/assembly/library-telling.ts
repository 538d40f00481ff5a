// What the windows are told of an open library: rows, annotations, what is wrong with it. What is told
// is what holds in the moment in which it is told.
import { basename } from 'node:path'
import { annotationKind } from '../../shared/kinds/annotation.ts'
import { correctionKind } from '../../shared/kinds/correction.ts'
import { encodingKind } from '../../shared/kinds/encoding.ts'
import type { Change } from '../../shared/kinds/kind.ts'
import { recordOf } from '../../shared/kinds/line.ts'
import { splitKind } from '../../shared/kinds/split.ts'
import type { ArticleSummary, LibraryInfo } from '../../shared/model/library.ts'
import { differences } from '../core/shelf/differences.ts'
import { createTelling, type Telling } from '../core/telling.ts'
import { isSplit } from '../features/articles/splitting.ts'
import type { Weigh } from '../store/entries.ts'
import type { LibraryDeps } from './library-deps.ts'
import type { LibraryParts } from './library-parts.ts'
import type { ArticleOpening } from './open-article.ts'

export interface LibraryTelling {
  readonly annotations: Telling
  info(): LibraryInfo
  /** Tells what some files stand for now. */
  files(ids: readonly string[]): void
  /** Tells of rows. */
  rows(changed: ArticleSummary[], removed?: string[]): void
  /** Tells of records that are others now; first of what other programs had changed. */
  changes(changes: readonly Change[]): Promise<void>
  /**
   * Looks at the folder again and tells what is new.
   * @param asked by the user; otherwise what is as it was is not told, and reading that was stopped stays so
   * @param only at these files, as `FoundFile.path`, and at the records
   */
  refresh(asked?: boolean, only?: ReadonlySet<string> | null): Promise<void>
}

const hasNote: Weigh = (entry) => (recordOf(annotationKind, entry)?.note ? 1 : 0)

/** @param across tells of what is kept across articles */
export function createLibraryTelling(
  parts: LibraryParts,
  { open, recall }: ArticleOpening,
  { emit, sample }: LibraryDeps,
  across: (changes: readonly Change[]) => void,
): LibraryTelling {
  const { root, ledger, catalogue, listing, refusal } = parts
  const annotations = createTelling({
    annotations: parts.annotationsOf,
    annotation: parts.annotationOf,
    counts: (article) => ({
      annotations: ledger.count(annotationKind, article),
      notes: ledger.sum(annotationKind, article, hasNote),
    }),
    reading: parts.reading,
    recall,
    open,
    emit,
  })

  let problemsTold = ''
  const info = (): LibraryInfo => {
    const problems = [...ledger.problems(), ...catalogue.shelf.problems]
    problemsTold = JSON.stringify(problems)
    return { path: root, name: basename(root) || root, readOnly: refusal(), sample, problems }
  }

  const rows: LibraryTelling['rows'] = (changed, removed = []) =>
    emit('library-changed', { info: info(), changed, removed, more: false })

  const files: LibraryTelling['files'] = (ids) => {
    const told = ids.map(listing.ofFile)
    rows(
      told.flatMap((each) => each.changed),
      told.flatMap((each) => each.removed),
    )
  }

  /** There may be another thing wrong with the library now, or one less. */
  const problems = (): void => {
    const before = problemsTold
    info()
    if (problemsTold !== before) rows([])
  }

  const changes: LibraryTelling['changes'] = async (made) => {
    const all = [...parts.foreign.splice(0), ...made]
    const corrected = new Set(
      all.flatMap(({ kind, article }) => (kind === correctionKind ? (article ?? []) : [])),
    )
    const correctedRows = [...corrected].flatMap((id) => listing.row(id) ?? [])
    if (correctedRows.length > 0) rows(correctedRows)
    annotations.changes(all)
    for (const change of all) await settleFile(parts, change, files)
    across(all)
    problems()
  }

  return {
    annotations,
    info,
    files,
    rows,
    changes,
    async refresh(asked = true, only = null) {
      const { changed, removed } = await catalogue.comparing(async (before) => {
        // What is kept of a file comes with it where a folder is synced.
        await ledger.look()
        await catalogue.refresh(asked, only)
        const articles = parts.foreign.flatMap(({ article }) => article ?? [])
        return differences(listing, before, catalogue.shelf, articles)
      })
      if (asked || changed.length > 0 || removed.length > 0) rows(changed, removed)
      await changes([])
    },
  }
}

/** What a file stands for is another now, or it is to be read with another encoding. */
async function settleFile(
  { ledger, catalogue }: LibraryParts,
  { kind, key }: Change,
  tell: LibraryTelling['files'],
): Promise<void> {
  if (kind === encodingKind) tell(await catalogue.readAnew(key))
  else if (kind === splitKind) {
    // Which articles it holds has to be known for that.
    if (isSplit(ledger, key)) await catalogue.askParts(key)
    tell([key])
  } else return
  await catalogue.saveFiles()
}

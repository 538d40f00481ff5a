// What every feature of an open library stands on: its files, its records, its texts, and whether it
// may be written to. Opened once, in the order in which they need each other.
import type { AppError } from '../../shared/errors.ts'
import { annotationKind } from '../../shared/kinds/annotation.ts'
import { correctionKind } from '../../shared/kinds/correction.ts'
import type { Change } from '../../shared/kinds/kind.ts'
import { splitKind } from '../../shared/kinds/split.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Correction } from '../../shared/model/correction.ts'
import { articleRecords, type Records } from '../core/records/article-data.ts'
import { Ledger } from '../core/records/ledger.ts'
import { type Catalogue, openCatalogue } from '../core/shelf/catalogue.ts'
import { knownParts, otherArticles } from '../core/shelf/kept.ts'
import { filesNamedIn } from '../core/shelf/known-files.ts'
import { createListing, type Listing } from '../core/shelf/listing.ts'
import { createReading, type Reading } from '../core/shelf/reading.ts'
import { openWriteAccess, type WriteAccess } from '../core/write-access.ts'
import { isSplit } from '../features/articles/splitting.ts'
import { type StoreFolder, storeFolder } from '../store/folder.ts'
import { createQueue, type Queue } from '../store/queue.ts'
import { sweepStore } from '../store/sweep.ts'
import { openTexts, type Texts } from '../store/texts.ts'
import type { LibraryDeps } from './library-deps.ts'

export interface LibraryParts {
  /** The folder's absolute path. */
  readonly root: string
  readonly places: StoreFolder
  readonly access: WriteAccess
  readonly refusal: () => AppError | null
  readonly ledger: Ledger
  readonly records: Records
  readonly texts: Texts
  readonly reading: Reading
  readonly catalogue: Catalogue
  readonly listing: Listing
  /** Looks at the folder, and placing files in it. Saving does not wait for these. */
  readonly queue: Queue
  /** What other programs have made true and is not told yet, in its order. */
  readonly foreign: Change[]
  /** Who is told when files were read. To be set before the folder is looked at. */
  readonly heard: { wereRead: WereRead }
  annotationsOf(article: string): readonly Annotation[]
  annotationOf(article: string, id: string): Annotation | null
  correctionsOf(article: string): readonly Correction[]
}

type WereRead = (ids: readonly string[], done: number, total: number) => void

export async function openParts(root: string, deps: LibraryDeps): Promise<LibraryParts> {
  const places = storeFolder(root)
  const access = await openWriteAccess(places, deps.mode, {
    waiting: deps.waiting,
    every: deps.lookEvery,
  })
  const { refusal } = access
  if (!refusal()) await sweepStore(places)
  const foreign: Change[] = []
  const ledger = await Ledger.open({
    folder: places,
    machine: deps.machine ?? 'here',
    now: deps.now,
    mayWrite: () => refusal() === null,
    onForeign: (changes) => foreign.push(...changes),
    notice: (error) => deps.emit('notice', error),
  })
  const records = articleRecords(ledger)
  const texts = openTexts(places.texts)
  const reading = createReading(root, deps.work, texts)
  const heard: { wereRead: WereRead } = { wereRead: () => undefined }
  const isSplitFile = (file: string): boolean => isSplit(ledger, file)
  const catalogue = await openCatalogue({
    root,
    cachePath: places.cache,
    reading,
    annotated: () => annotatedFiles(records),
    others: () => otherArticles(records.all(), ledger.all(splitKind), filesNamedIn(ledger)),
    isSplit: isSplitFile,
    knownParts: (file) => knownParts(records.all(), file),
    mayWrite: () => refusal() === null,
    wereRead: (ids, done, total) => heard.wereRead(ids, done, total),
  })
  return {
    root,
    places,
    access,
    refusal,
    ledger,
    records,
    texts,
    reading,
    catalogue,
    listing: createListing(catalogue, records, isSplitFile),
    queue: createQueue(),
    foreign,
    heard,
    annotationsOf: (article) => ledger.all(annotationKind, article),
    annotationOf: (article, id) => ledger.get(annotationKind, article, id),
    correctionsOf: (article) => ledger.all(correctionKind, article),
  }
}

/** Whole files that have annotations: they are listed though they are gone. */
const annotatedFiles = (records: Records) =>
  [...records.all()]
    .filter(({ annotations, article }) => annotations.length > 0 && !article.part)
    .map(({ article }) => article)

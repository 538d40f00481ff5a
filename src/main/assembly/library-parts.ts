// What every feature of an open library stands on: its files, its records, its texts, and whether it
// may be written to. Opened once, in the order in which they need each other.
import type { AppError } from '../../shared/errors.ts'
import { annotationKind } from '../../shared/kinds/annotation.ts'
import { correctionKind } from '../../shared/kinds/correction.ts'
import { encodingKind } from '../../shared/kinds/encoding.ts'
import type { Change } from '../../shared/kinds/kind.ts'
import { splitKind } from '../../shared/kinds/split.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Correction } from '../../shared/model/correction.ts'
import { fail, type Result } from '../../shared/result.ts'
import { articleRecords, type Records } from '../core/records/article-data.ts'
import { Ledger } from '../core/records/ledger.ts'
import { createSheetMemory } from '../core/records/sheet-memory.ts'
import { type Catalogue, openCatalogue } from '../core/shelf/catalogue.ts'
import {
  type ChosenEncodings,
  chosenEncodings,
  readingAsChosen,
} from '../core/shelf/chosen-encodings.ts'
import { knownParts, otherArticles } from '../core/shelf/kept.ts'
import { filesNamedIn } from '../core/shelf/known-files.ts'
import { createListing, type Listing } from '../core/shelf/listing.ts'
import { createFileMemory, type FileMemory } from '../core/shelf/memory.ts'
import { createReading, type Reading } from '../core/shelf/reading.ts'
import { openWriteAccess, type WriteAccess } from '../core/write-access.ts'
import { isSplit } from '../features/articles/splitting.ts'
import { type IndexPlace, openLibraryIndex } from '../index/library-index.ts'
import type { Index } from '../index/open-index.ts'
import { nameOfData } from '../index/place.ts'
import { type StoreFolder, storeFolder } from '../store/folder.ts'
import { createQueue, type Queue } from '../store/queue.ts'
import { sweepStore } from '../store/sweep.ts'
import { openTexts, type Texts } from '../store/texts.ts'
import type { Work } from '../work/work.ts'
import type { LibraryDeps } from './library-deps.ts'

export interface LibraryParts {
  /** The folder's absolute path. */
  readonly root: string
  readonly places: StoreFolder
  readonly access: WriteAccess
  readonly refusal: () => AppError | null
  /** Names the user's own folder, in which the index lies; null where none is kept. */
  readonly dataName: string | null
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
  /** Who is told of what happens by itself. To be set before the folder is looked at. */
  readonly heard: Heard
  /** Fails with `unsupported` where there is none, or none is kept. */
  readonly index: Result<Index>
  readonly memory: FileMemory
  /** What it reads is remembered. */
  readonly work: Work
  readonly encodings: ChosenEncodings
  annotationsOf(article: string): readonly Annotation[]
  annotationOf(article: string, id: string): Annotation | null
  correctionsOf(article: string): readonly Correction[]
}

interface Heard {
  wereRead: (ids: readonly string[], done: number, total: number) => void
  /** What other programs have made true, in the moment in which it is. */
  foreign: (changes: readonly Change[]) => void
  /** The index was lost and goes on empty. */
  indexLost: (notice: AppError) => void
}

export async function openParts(root: string, deps: LibraryDeps): Promise<LibraryParts> {
  const places = storeFolder(root)
  const place = deps.search ?? deps.index
  const dataName = place ? await nameOfData(place.dataDir) : null
  const access = await openWriteAccess(places, deps.mode, {
    waiting: deps.waiting,
    every: deps.lookEvery,
    data: dataName,
  })
  const { refusal } = access
  if (!refusal()) await sweepStore(places)
  const heard: Heard = {
    wereRead: () => undefined,
    foreign: () => undefined,
    indexLost: (notice) => deps.emit('notice', notice),
  }
  const remembered: { lost(): void }[] = []
  const index = await openIndexOf(root, place, deps, (notice) => {
    for (const each of remembered) each.lost()
    heard.indexLost(notice)
  })
  const memory = createFileMemory(index.ok ? index.value : null)
  remembered.push(memory)
  const sheets = createSheetMemory(index.ok ? index.value : null)
  remembered.push(sheets)
  const foreign: Change[] = []
  const ledger = await Ledger.open({
    folder: places,
    memory: sheets,
    machine: deps.machine ?? 'here',
    now: deps.now,
    mayWrite: () => refusal() === null,
    onForeign(changes) {
      foreign.push(...changes)
      heard.foreign(changes)
    },
    notice: (error) => deps.emit('notice', error),
  })
  const records = articleRecords(ledger)
  const texts = openTexts(places.texts)
  const { encodings, work, reading, files } = openReading(root, deps, ledger, memory, texts)
  const isSplitFile = (file: string): boolean => isSplit(ledger, file)
  const catalogue = await openCatalogue({
    root,
    cachePath: places.cache,
    memory,
    reading,
    annotated: () => annotatedFiles(records),
    others: () => otherArticles(records.all(), ledger.all(splitKind), filesNamedIn(ledger)),
    isSplit: isSplitFile,
    knownParts: (file, sha256) => knownParts(records.all(), filesNamedIn(ledger), file, sha256),
    isOpen: encodings.isOpen,
    mayWrite: () => refusal() === null,
    wereRead: (ids, done, total) => heard.wereRead(ids, done, total),
  })
  files.at = catalogue.at
  return {
    root,
    places,
    access,
    refusal,
    dataName,
    ledger,
    records,
    texts,
    reading,
    catalogue,
    listing: createListing({ catalogue, records, isSplit: isSplitFile }),
    queue: createQueue(),
    foreign,
    heard,
    index,
    memory,
    work,
    encodings,
    annotationsOf: (article) => ledger.all(annotationKind, article),
    annotationOf: (article, id) => ledger.get(annotationKind, article, id),
    correctionsOf: (article) => ledger.all(correctionKind, article),
  }
}

interface ReadingParts extends Pick<LibraryParts, 'encodings' | 'work' | 'reading'> {
  /** To be set once the folder's files are known; nothing is read before. */
  readonly files: { at: Catalogue['at'] }
}

function openReading(
  root: string,
  deps: LibraryDeps,
  ledger: Ledger,
  memory: FileMemory,
  texts: Texts,
): ReadingParts {
  const files: ReadingParts['files'] = { at: () => null }
  const encodings = chosenEncodings(() => ledger.all(encodingKind))
  const work = memory.noting(readingAsChosen(deps.work, root, encodings, (path) => files.at(path)))
  const reading = createReading(root, work, texts, (path) => {
    const file = files.at(path)
    return file && encodings.of(file)
  })
  return { encodings, work, reading, files }
}

/** Whole files that have annotations: they are listed though they are gone. */
const annotatedFiles = (records: Records) =>
  [...records.all()]
    .filter(({ annotationCount, article }) => annotationCount > 0 && !article.part)
    .map(({ article }) => article)

async function openIndexOf(
  root: string,
  place: IndexPlace | undefined,
  { now, emit }: LibraryDeps,
  onLost: (notice: AppError) => void,
): Promise<Result<Index>> {
  if (!place) return fail(noIndex())
  const opened = await openLibraryIndex(root, place, now(), onLost)
  if (opened.ok && opened.value.notice) emit('notice', opened.value.notice)
  return opened
}

const noIndex = (): AppError => ({
  code: 'unsupported',
  message: 'This library was opened without its index.',
  advice: 'Open it in the window, or search it with “parallax search”.',
})

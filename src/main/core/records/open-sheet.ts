// One file of records while its library is open. Memory holds what is true; the file follows, one
// write after another. What another program wrote is joined with it, and the join is written at once.
import type { AppError } from '../../../shared/errors.ts'
import type { Change, Kind } from '../../../shared/kinds/kind.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { attempt, errorFor } from '../../errors.ts'
import { isThere } from '../../is-there.ts'
import { markOf, readIfThere, stampOfMark, writeAtomic } from '../../store/atomic-file.ts'
import { type Entries, sumOf, type Weigh } from '../../store/entries.ts'
import { createQueue } from '../../store/queue.ts'
import { readRegular, readRegularSync } from '../../store/regular-file.ts'
import { backUp, hasGoodCopy, restoreCopy, setAside } from '../../store/safekeeping.ts'
import {
  type ArticleRecord,
  emptySheet,
  entriesOf,
  isEmptySheet,
  joinSheets,
  type Sheet,
  withEntries,
} from '../../store/sheet.ts'
import { type KnownStoreFile, knownStoreFile, openStoreFile } from '../../store/store-file.ts'
import { parseVersioned } from '../../store/versioned.ts'
import { isUnreadable, withOffer } from './damaged-sheet.ts'
import { differences } from './differences.ts'
import type { SheetPlace } from './places.ts'
import { liveOf } from './records-in.ts'
import type { RememberedSheet, SheetMemory, SheetToRemember } from './sheet-memory.ts'

/** Entries by the kind's name, then by key. */
export type Added = Readonly<Record<string, Entries>>

/** What builds the next entries on the sheet as it is when its turn comes. */
export type Build = (sheet: Sheet) => Result<Added>

/** Milliseconds after which a changed file's safe copy is renewed. */
const copyAfter = 120_000
/** How often a write is begun anew because another program came between. */
const mostTries = 5

/** Records of a file from which on it is large. */
const large = 1_000

/** A file of records above this is not remembered: it is rare, and copying it at every end is not worth it. */
const mostRemembered = 1_000_000

export class OpenSheet {
  private stored: KnownStoreFile<Sheet> | null = null
  private held: Sheet = emptySheet
  /** Stands for `held` until somebody asks for it. */
  private packed: RememberedSheet | null = null
  private recalled = false
  private problem: AppError | null = null
  /** Memory holds what the file does not. */
  private unwritten = false
  /** The version that the file is written in, if that is an older one. */
  private olderVersion: number | null = null
  private copiedAt: number | null = null
  /** As it was before what the file does not have yet: the first safe copy is of that. */
  private untouched: Sheet | null = null
  private copying: Promise<unknown> = Promise.resolve()
  /** What other programs had changed, of writes that failed. */
  private foreign: readonly Change[] = []
  private readonly queue = createQueue()

  constructor(
    readonly place: SheetPlace,
    private readonly memory: SheetMemory,
  ) {}

  get state(): Sheet {
    return this.sheet
  }

  /** What its article is known by; null in a sheet of the library, and where there are no records. */
  get head(): ArticleRecord | null {
    return this.packed ? this.packed.head : this.held.head
  }

  /** How many records it has of a kind. */
  count(kind: Kind): number {
    if (this.packed) return this.packed.counts[kind.name] ?? 0
    return this.sum(kind, liveOf(kind))
  }

  /** What its entries of a kind count for together. */
  sum(kind: Kind, weigh: Weigh): number {
    return sumOf(entriesOf(this.sheet, kind), weigh)
  }

  /** Why it cannot be read, and so not be written; null when it can. */
  get broken(): AppError | null {
    return this.problem
  }

  /** Whether it was neither read nor joined since it was recalled. */
  get isRemembered(): boolean {
    return this.recalled
  }

  /** Whether writing its file takes longer than a reader who saves should wait. */
  get isLarge(): boolean {
    const sizes = this.packed
      ? Object.values(this.packed.counts)
      : Object.values(this.held.lists).map(({ size }) => size)
    return sizes.reduce((sum, size) => sum + size, 0) > large
  }

  get isUnwritten(): boolean {
    return this.unwritten
  }

  /** Whether nobody has looked yet whether there is a file. */
  get isUnopened(): boolean {
    return !this.stored && this.problem === null
  }

  /** Whether another program has written the file since it was read or written here. */
  hasChanged(): boolean {
    return this.problem !== null || !this.stored || this.stored.hasChanged()
  }

  /** Opens it: what is remembered of its file as it is now is not read again. */
  async begin(): Promise<void> {
    const mark = markOf(this.place.file)
    const known = this.memory.recall(this.place.name, mark)
    if (!known) return void (await this.settle())
    this.stored = knownStoreFile(this.place.file, this.place.format, stampOfMark(mark))
    this.packed = known
    this.recalled = true
  }

  /**
   * What can be remembered of it; null when that is so already, and while its file is not what memory
   * holds or is to be written anew.
   */
  remembered(): Promise<SheetToRemember | null> {
    return this.queue.run(async () => {
      if (this.packed) return null
      const { file, name } = this.place
      const mark = markOf(file)
      if (mark === '' || this.memory.has(name, mark)) return null
      const text = await readIfThere(file).catch(() => null)
      if (text === null || text.length > mostRemembered || this.mark() !== mark) return null
      const counts = this.place.kinds.map((kind) => [kind.name, this.count(kind)] as const)
      return { name, mark, text, head: this.head, counts: Object.fromEntries(counts) }
    })
  }

  /** Of the state of the file that memory holds; null when it holds another, or the file is to be written anew. */
  mark(): string | null {
    if (this.packed) return this.packed.mark
    if (this.unwritten || this.problem || this.olderVersion !== null) return null
    const mark = markOf(this.place.file)
    return mark === '' || this.hasChanged() ? null : mark
  }

  /** Takes in what is on disk. Gives what is another now; fails when the file cannot be read. */
  settle(): Promise<Result<readonly Change[]>> {
    return this.queue.run(() => this.read())
  }

  /** Writes what memory holds and the file does not. Gives what another program had changed meanwhile. */
  flush(): Promise<Result<readonly Change[]>> {
    return this.queue.run(async () =>
      this.unwritten ? this.writeOnNewest(() => ok(this.sheet)) : ok([]),
    )
  }

  /** Builds entries on the newest state, writes them, then publishes. On failure nothing changed. */
  change(build: Build, head: ArticleRecord | null): Promise<Result<Settled>> {
    return this.queue.run(async () => {
      let added: Added = {}
      const foreign = await this.writeOnNewest(() => {
        const built = build(this.sheet)
        if (!built.ok) return built
        added = built.value
        return ok(withEntries(this.sheet, added, head))
      })
      if (!foreign.ok) return foreign
      return ok({ foreign: foreign.value, own: this.publish(added, head, false) })
    })
  }

  /** Takes entries into memory that are safe elsewhere, in the journal; `flush` brings them into the file. */
  publish(added: Added, head: ArticleRecord | null, unwritten = true): readonly Change[] {
    const before = this.sheet
    this.sheet = withEntries(before, added, head)
    if (unwritten) {
      this.unwritten = true
      this.untouched ??= before
    }
    return this.place.kinds.flatMap((kind) =>
      differences(kind, this.place.article, before, this.sheet, added[kind.name]?.keys() ?? []),
    )
  }

  /** Joins a sheet that was found elsewhere, such as in a conflict copy. */
  join(theirs: Sheet): readonly Change[] {
    const before = this.sheet
    this.recalled = false
    const joined = joinSheets(theirs, before)
    if (this.place.format.serialize(joined) !== this.place.format.serialize(before))
      this.unwritten = true
    this.sheet = joined
    return this.differing(before)
  }

  /** Sets a damaged file aside and puts its last good copy, or nothing, in its place. */
  restore(): Promise<Result<readonly Change[]>> {
    return this.queue.run(async () => {
      const read = await this.read()
      const { problem, place, sheet: before } = this
      if (!problem) return read
      if (problem.code === 'store-newer') return fail(problem)
      const good = await hasGoodCopy(place.backup, place.format)
      const aside = await this.moveAside()
      if (!aside.ok) return aside
      if (!this.isEmpty()) {
        // It was torn while the library was open, or a journal came first: memory is newer than any copy,
        // but need not have all of it.
        const copy = good ? await openStoreFile(place.backup, place.format, emptySheet) : null
        if (copy?.ok) this.sheet = joinSheets(copy.value.data, this.sheet)
        const again = await this.open()
        const written = again.ok ? await this.write(this.sheet, this.sheet) : again
        return written.ok ? ok(this.differing(before)) : written
      }
      if (good) {
        const restored = await restoreCopy(place.file, place.backup, place.format)
        if (!restored.ok) return restored
      }
      return this.open()
    })
  }

  /** What other programs had changed, and was taken in by a write that failed. It is not given again. */
  takeForeign(): readonly Change[] {
    const taken = this.foreign
    this.foreign = []
    return taken
  }

  /** Resolves when all writes and copies that are under way are done. */
  async idle(): Promise<void> {
    await this.queue.idle()
    await this.copying
  }

  /**
   * Reads, builds, writes; again when another program wrote in between.
   * @returns what other programs had changed
   */
  private async writeOnNewest(build: () => Result<Sheet>): Promise<Result<readonly Change[]>> {
    for (let tries = 1; ; tries++) {
      const read = await this.read()
      if (!read.ok) return read
      this.foreign = [...this.foreign, ...read.value]
      const basis = this.sheet
      const next = build()
      if (!next.ok) return next
      const written = await this.write(next.value, basis)
      if (written.ok) return ok(this.takeForeign())
      if (written.error.code !== 'changed' || tries === mostTries) return written
    }
  }

  private get sheet(): Sheet {
    if (this.packed) this.unpack(this.packed)
    return this.held
  }

  private set sheet(next: Sheet) {
    this.held = next
  }

  /** What was remembered can be read, or its file can; where neither, it is as if the file were damaged. */
  private unpack({ mark }: RememberedSheet): void {
    this.packed = null
    const { name, file, format } = this.place
    try {
      const text = this.memory.text(name, mark) ?? readRegularSync(file).text
      const parsed = parseVersioned(format, text, file)
      if (parsed.ok) {
        this.held = parsed.value
        this.olderVersion = parsed.value.migratedFrom
      } else this.problem = parsed.error
    } catch (thrown) {
      this.problem = errorFor(thrown, file, 'read')
    }
  }

  private isEmpty(): boolean {
    return isEmptySheet(this.sheet)
  }

  private async moveAside(): Promise<Result<unknown>> {
    const { file, damaged } = this.place
    return (await isThere(file)) ? setAside(file, damaged, new Date()) : ok(undefined)
  }

  private async read(): Promise<Result<readonly Change[]>> {
    // Asked for first: what was remembered and cannot be read is to be read from the file.
    const before = this.sheet
    if (!this.hasChanged()) return ok([])
    const opened = await this.open()
    const { article, backup, format } = this.place
    if (opened.ok || opened.error.code !== 'store-damaged' || article !== null) return opened
    // A list of the library goes on from what is known, or from its copy; a damaged one is put aside
    // when it is written.
    const copy = this.isEmpty() ? await openStoreFile(backup, format, emptySheet) : null
    // What came into memory meanwhile is kept.
    if (copy?.ok) this.sheet = joinSheets(copy.value.data, this.sheet)
    return ok(this.differing(before))
  }

  private async open(): Promise<Result<readonly Change[]>> {
    const { file, format } = this.place
    const opened = await openStoreFile(file, format, emptySheet)
    if (!opened.ok) {
      const error = await withOffer(opened.error, this.place)
      // A disk that does not answer now may answer later: what is in memory stays good.
      if (isUnreadable(error) || !this.stored) this.problem = error
      return fail(error)
    }
    this.problem = null
    const before = this.sheet
    this.stored = opened.value
    this.recalled = false
    const theirs = opened.value.data
    this.unwritten ||= theirs.mended
    if (this.isEmpty()) this.sheet = theirs
    else {
      this.sheet = joinSheets(theirs, before)
      this.unwritten ||= format.serialize(this.sheet) !== format.serialize(theirs)
    }
    this.olderVersion = theirs.migratedFrom
    return ok(this.differing(before))
  }

  private differing(before: Sheet): readonly Change[] {
    return this.place.kinds.flatMap((kind) => {
      const keys = new Set([
        ...entriesOf(before, kind).keys(),
        ...entriesOf(this.sheet, kind).keys(),
      ])
      return differences(kind, this.place.article, before, this.sheet, keys)
    })
  }

  /** @param basis what memory held when `next` was made of it */
  private async write(next: Sheet, basis: Sheet): Promise<Result<void>> {
    const ready = await this.writable()
    if (!ready.ok) return ready
    const first = this.untouched ?? this.sheet
    if (this.copiedAt === null && !isEmptySheet(first)) {
      // Before the first change of this session: the state that was read and found whole.
      const copy = await this.keepCopy(first)
      if (!copy.ok) return copy
    }
    const older = await this.keepOlder()
    if (!older.ok) return older
    const written = await ready.value.writeOver({ ...next, mended: false, migratedFrom: null })
    if (!written.ok) return written
    // What came into memory meanwhile is not in what was written.
    if (this.sheet === basis) {
      this.unwritten = false
      this.untouched = null
    }
    if (this.copiedAt === null || performance.now() - this.copiedAt > copyAfter)
      // Beside the saving: nobody waits for it, and one that fails is tried again with the next save.
      this.copying = Promise.all([this.copying, this.keepCopy(next)])
    return ok(undefined)
  }

  /** The file to write to, with what is damaged out of the way. */
  private async writable(): Promise<Result<KnownStoreFile<Sheet>>> {
    if (this.problem?.code === 'store-damaged' && this.place.article === null) {
      const aside = await this.moveAside()
      if (!aside.ok) return aside
      const opened = await this.open()
      if (!opened.ok) return opened
    }
    if (this.problem) return fail(this.problem)
    return this.stored ? ok(this.stored) : fail(notOpened(this.place.file))
  }

  /** The file as an older Parallax wrote it stays beside the copies. */
  private async keepOlder(): Promise<Result<void>> {
    if (this.olderVersion === null) return ok(undefined)
    const kept = this.place.backup.replace(/\.json$/, `.v${this.olderVersion}.json`)
    if (!(await isThere(kept))) {
      const copied = await attempt(kept, 'saved', async () =>
        writeAtomic(kept, await readRegular(this.place.file)),
      )
      if (!copied.ok) return copied
    }
    this.olderVersion = null
    return ok(undefined)
  }

  private async keepCopy(sheet: Sheet): Promise<Result<void>> {
    const kept = await backUp(this.place.backup, this.place.format, sheet)
    if (kept.ok) this.copiedAt = performance.now()
    return kept
  }
}

export interface Settled {
  /** What another program had changed meanwhile. */
  readonly foreign: readonly Change[]
  readonly own: readonly Change[]
}

const notOpened = (path: string): AppError => ({
  code: 'io',
  message: 'The file for this could not be opened.',
  advice: 'Look for new and changed files with F5, then try again.',
  path,
})

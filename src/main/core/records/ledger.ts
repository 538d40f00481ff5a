// All records of an open library. Says what is true of any kind, carries out changes so that each is
// whole on disk before it counts, and joins what other programs write. Knows no kind by name.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { AppError } from '../../../shared/errors.ts'
import { inTurns } from '../../../shared/in-turns.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import type { Change, Kind } from '../../../shared/kinds/kind.ts'
import { isSound, recordOf } from '../../../shared/kinds/line.ts'
import { nextStamp, type Stamp } from '../../../shared/kinds/stamp.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Weigh } from '../../store/entries.ts'
import type { StoreFolder } from '../../store/folder.ts'
import { type ArticleRecord, entriesOf, type Sheet } from '../../store/sheet.ts'
import { changedEntry } from './changed-entry.ts'
import { findSheets, putCopiesAway } from './copies.ts'
import { forgetJournal, type Part, readJournals, writeJournal } from './journal.ts'
import { type Added, OpenSheet } from './open-sheet.ts'
import { articleSheet, librarySheets, placeOf, sheetOf } from './places.ts'
import { recordsIn } from './records-in.ts'
import type { SheetMemory } from './sheet-memory.ts'

export interface LedgerDeps {
  readonly folder: StoreFolder
  readonly memory: SheetMemory
  /** Names this machine in stamps: lower-case letters and digits. */
  readonly machine: string
  readonly now: () => Date
  readonly mayWrite: () => boolean
  /** What another program has written is true now. */
  readonly onForeign: (changes: readonly Change[]) => void
  /** Something that the reader should know and need do nothing about. */
  readonly notice: (error: AppError) => void
}

/** The facts of the articles whose sheets a set changes, by id. */
export type Heads = ReadonlyMap<string, ArticleRecord>

/** Sheets that are opened, or written after a set, at a time: few, so that a save in between does not wait. */
const openedAtOnce = 32
const writtenAtOnce = 2
/** Sheets of a set that are built before others get their turn. */
const builtAtOnce = 64
/** Sheets that are asked whether they changed before others get their turn. */
const askedAtOnce = 256
/** Sheets that are remembered with one write. */
const rememberedAtOnce = 64
/** Milliseconds for which changes of a large sheet gather before its file is written. */
const together = 1_000

export class Ledger {
  private readonly sheets = new Map<string, OpenSheet>()
  private strange: readonly AppError[] = []
  /** Why a set that is safe in the journal is not in all its files. */
  private late: AppError | null = null
  private finishing: Promise<unknown> = Promise.resolve()
  private readonly closing = new AbortController()
  /** Journals of this session whose sets may not be in all their files. */
  private readonly owed = new Set<string>()
  private made = 0
  private lastStamp: Stamp = ''

  private constructor(private readonly deps: LedgerDeps) {}

  /** Reads every sheet that is not remembered as it is now, finishes what a process that died had begun, joins conflict copies. */
  static async open(deps: LedgerDeps): Promise<Ledger> {
    const ledger = new Ledger(deps)
    const found = await findSheets(deps.folder)
    await inTurns([...found.sheets, ...librarySheets], openedAtOnce, async (name) => {
      await ledger.at(name)?.begin()
    })
    const journals = await readJournals(deps.folder)
    for (const { sheets } of journals.sets)
      for (const { place, sheet } of sheets) {
        const open = ledger.at(place.name)
        await open?.settle()
        open?.join(sheet)
      }
    for (const { place, sheet } of found.copies) ledger.at(place.name)?.join(sheet)
    ledger.strange = [...found.problems, ...journals.problems]
    if (!deps.mayWrite()) return ledger
    const written = await ledger.writeLate()
    if (written.ok)
      for (const { path, whole } of journals.sets) if (whole) await forgetJournal(path)
    await putCopiesAway(found.copies, deps)
    return ledger
  }

  get<R extends object>(kind: Kind<R>, article: string | null, key: string): R | null {
    return recordOf(kind, this.entry(kind, article, key))
  }

  entry(kind: Kind, article: string | null, key: string): Entry | undefined {
    const sheet = this.sheets.get(sheetOf(kind, article))
    return sheet && entriesOf(sheet.state, kind).get(key)
  }

  /** The records of a kind, of one article or of the library. The same array while none of them changes. */
  all<R extends object>(kind: Kind<R>, article: string | null = null): readonly R[] {
    const sheet = this.sheets.get(sheetOf(kind, article))
    return sheet ? recordsIn(kind, sheet.state) : []
  }

  /** What an article that has records is known by; null for one that has none. */
  head(article: string): ArticleRecord | null {
    return this.sheets.get(articleSheet(article))?.head ?? null
  }

  /** How many records of a kind an article has. */
  count(kind: Kind, article: string): number {
    return this.sheets.get(articleSheet(article))?.count(kind) ?? 0
  }

  /** What the entries of an article of a kind count for together. */
  sum(kind: Kind, article: string, weigh: Weigh): number {
    return this.sheets.get(articleSheet(article))?.sum(kind, weigh) ?? 0
  }

  /** Whether the sheet of a kind is as it was remembered: neither read nor joined since the library was opened. */
  isRemembered(kind: Kind, article: string | null): boolean {
    return this.sheets.get(sheetOf(kind, article))?.isRemembered ?? false
  }

  /**
   * Names the state of an article's records, so that it is known again after a restart; null while that
   * is not in its file.
   */
  markOf(article: string): string | null {
    return this.sheets.get(articleSheet(article))?.mark() ?? null
  }

  /** The ids of the articles that have records. */
  *articles(): Iterable<string> {
    for (const { place, head } of this.sheets.values())
      if (place.article !== null && head) yield place.article
  }

  /** Why an article's records cannot be changed; null when they can. */
  frozen(article: string): AppError | null {
    return this.sheets.get(articleSheet(article))?.broken ?? null
  }

  problems(): readonly AppError[] {
    const broken = [...this.sheets.values()].flatMap((sheet) => sheet.broken ?? [])
    return [...broken, ...this.strange, ...(this.late ? [this.late] : [])]
  }

  /** Opens the sheets that changes will be made in and that were never opened, so that a change need not. */
  async prepare(changes: readonly Change[]): Promise<void> {
    const names = new Set(changes.map(({ kind, article }) => sheetOf(kind, article)))
    await inTurns([...names], openedAtOnce, async (name) => {
      const sheet = this.at(name)
      if (sheet?.isUnopened) this.tellSettled(await sheet.settle())
    })
  }

  /**
   * Carries out a set: all of it is safe on disk when this resolves, or nothing of it counts. A record
   * that was changed meanwhile keeps what the set does not set.
   */
  async commit(changes: readonly Change[], heads: Heads): Promise<Result<readonly Change[]>> {
    const parts = new Map<string, Change[]>()
    for (const change of changes) {
      const name = sheetOf(change.kind, change.article)
      parts.set(name, [...(parts.get(name) ?? []), change])
    }
    const [first, ...others] = [...parts].map(([name, mine]) => ({
      sheet: this.at(name),
      mine,
      head: heads.get(mine[0]?.article ?? '') ?? null,
    }))
    if (!first?.sheet) return ok([])
    // Beside a large file a line in the journal is written at once; the file follows.
    if (others.length > 0 || first.sheet.isLarge) return this.commitSeveral([first, ...others])
    const { sheet, mine, head } = first
    const changed = await sheet.change((state) => this.build(state, mine), head)
    if (!changed.ok) {
      this.tellForeign(sheet.takeForeign())
      return changed
    }
    this.tellForeign(changed.value.foreign)
    return ok(changed.value.own)
  }

  /** Takes in what other programs have put on disk, and writes what they lack. */
  async look(): Promise<void> {
    const found = await findSheets(this.deps.folder)
    this.strange = found.problems
    for (const name of found.sheets) this.at(name)
    await this.settleChanged()
    for (const { place, sheet } of found.copies) {
      const open = this.at(place.name)
      await open?.settle()
      this.tellForeign(open?.join(sheet) ?? [])
    }
    if (!this.deps.mayWrite()) return
    const written = await this.writeAll()
    if (written.ok) await putCopiesAway(found.copies, this.deps)
  }

  /**
   * Has it remembered what the files of the sheets hold, so that the next opening need not read them.
   * @param unsettled the kinds that the next opening has to go by anew: their sheets are forgotten
   */
  async remember(unsettled: () => readonly Kind[], signal?: AbortSignal): Promise<void> {
    if (!this.deps.mayWrite()) return
    const { memory } = this.deps
    const fresh = [...this.sheets.values()]
    for (let at = 0; at < fresh.length && !signal?.aborted; at += rememberedAtOnce) {
      const found = await Promise.all(
        fresh.slice(at, at + rememberedAtOnce).map((sheet) => sheet.remembered()),
      )
      // Asked when all of them were read, and told with them: neither stands without the other.
      const anew = new Set(unsettled().map((kind) => sheetOf(kind, null)))
      await memory.keep(
        found.flatMap((sheet) => (sheet && !anew.has(sheet.name) ? sheet : [])),
        memory.names().filter((name) => anew.has(name)),
      )
    }
    if (signal?.aborted) return
    await memory.keep(
      [],
      memory.names().filter((name) => !this.sheets.has(name)),
    )
  }

  /** Sets an article's damaged file aside and puts its last good copy, or nothing, in its place. */
  async restore(article: string): Promise<Result<void>> {
    const sheet = this.at(articleSheet(article))
    const restored = sheet ? await sheet.restore() : ok([])
    if (!restored.ok) return restored
    this.tellForeign(restored.value)
    return ok(undefined)
  }

  /** Resolves when the sets that are safe in the journal are in their files, as far as that can be. */
  async written(): Promise<void> {
    await this.finishing
  }

  /** Resolves when all that memory holds is in the files, as far as that can be. */
  async close(): Promise<void> {
    this.closing.abort()
    for (let last: unknown = null; last !== this.finishing; ) {
      last = this.finishing
      await last
    }
    if (this.deps.mayWrite()) {
      await this.settleChanged()
      await this.writeAll()
    }
    await Promise.all([...this.sheets.values()].map((sheet) => sheet.idle()))
  }

  private at(name: string): OpenSheet | null {
    const known = this.sheets.get(name)
    if (known) return known
    const place = placeOf(this.deps.folder, name)
    if (!place) return null
    const made = new OpenSheet(place, this.deps.memory)
    this.sheets.set(name, made)
    return made
  }

  private build(sheet: Sheet, changes: readonly Change[]): Result<Added> {
    const added: Record<string, Map<string, Entry>> = {}
    for (const change of changes) {
      const { kind, key } = change
      const mine = added[kind.name] ?? new Map<string, Entry>()
      added[kind.name] = mine
      const before = mine.get(key) ?? entriesOf(sheet, kind).get(key)
      const entry = changedEntry(before, change, (seen) => this.stamp(seen))
      if (!isSound(kind, entry)) throw new Error(`a ${kind.name} that cannot be read back`)
      mine.set(key, entry)
    }
    return ok(added)
  }

  /** No two are the same, though two changes may be built on one state. */
  private stamp(seen: readonly Stamp[]): Stamp {
    const after = [...seen, this.lastStamp]
    this.lastStamp = nextStamp(this.deps.now().getTime(), this.deps.machine, after)
    return this.lastStamp
  }

  private async commitSeveral(parts: readonly Planned[]): Promise<Result<readonly Change[]>> {
    let refused: AppError | null = null
    await inTurns(parts, openedAtOnce, async ({ sheet }) => {
      // One that is being written is not waited for, unless another program was there too.
      const settled = sheet?.hasChanged() ? await sheet.settle() : ok([])
      this.tellSettled(settled)
      if (!settled.ok) refused ??= settled.error
    })
    if (refused) return fail(refused)
    const set: (Part & { readonly sheet: OpenSheet })[] = []
    for (const [at, { sheet, mine, head }] of parts.entries()) {
      if (!sheet) continue
      // What others save meanwhile is joined with it when it is published, as what they save while it is written.
      if (at % builtAtOnce === builtAtOnce - 1) await nextTurn()
      const added = this.build(sheet.state, mine)
      if (!added.ok) return added
      set.push({ sheet, place: sheet.place, added: added.value, head: head ?? sheet.state.head })
    }
    const name = `${this.deps.now().getTime().toString(36)}-${this.deps.machine}-${++this.made}`
    const journal = await writeJournal(this.deps.folder, name, set)
    if (!journal.ok) return journal
    const own = set.flatMap(({ sheet, added, head }) => sheet.publish(added, head))
    const mine = set.map(({ sheet }) => sheet)
    this.owed.add(journal.value)
    this.finishing = this.finishing.then(() => this.finish(journal.value, mine)).catch(noMore)
    return ok(own)
  }

  /** Beside everything else: the set is safe already. A large file is written once for many of them. */
  private async finish(journal: string, sheets: readonly OpenSheet[]): Promise<void> {
    if (sheets.some(({ isLarge, isUnwritten }) => isLarge && isUnwritten))
      await sleep(together, undefined, { ref: false, signal: this.closing.signal }).catch(noMore)
    if (!this.deps.mayWrite()) return
    const written = await this.writeLate(sheets)
    if (written.ok) await this.forget([journal])
  }

  /** Of sets that are in all their files. */
  private async forget(journals: Iterable<string>): Promise<void> {
    for (const journal of journals) if ((await forgetJournal(journal)).ok) this.owed.delete(journal)
  }

  /** Writes whatever is not written, and forgets the sets that waited for it. */
  private async writeAll(): Promise<Result<void>> {
    const journals = [...this.owed]
    const written = await this.writeLate()
    if (written.ok) await this.forget(journals)
    return written
  }

  /** Writes what memory holds and files lack. What cannot be written now is told, and tried again. */
  private async writeLate(
    sheets: Iterable<OpenSheet> = this.sheets.values(),
  ): Promise<Result<void>> {
    let failed: AppError | null = null
    const late = [...sheets].filter(({ isUnwritten }) => isUnwritten)
    await inTurns(late, writtenAtOnce, async (sheet) => {
      const written = await sheet.flush()
      this.tellForeign(written.ok ? written.value : sheet.takeForeign())
      if (!written.ok) failed ??= written.error
    })
    const isAll = [...this.sheets.values()].every(({ isUnwritten }) => !isUnwritten)
    if (failed || isAll) this.late = failed && notYetWritten(failed)
    return failed ? fail(failed) : ok(undefined)
  }

  private async settleChanged(): Promise<void> {
    let asked = 0
    for (const sheet of [...this.sheets.values()]) {
      if (++asked % askedAtOnce === 0) await nextTurn()
      if (!sheet.hasChanged()) continue
      this.tellSettled(await sheet.settle())
    }
  }

  private tellSettled(settled: Result<readonly Change[]>): void {
    if (settled.ok) this.tellForeign(settled.value)
  }

  private tellForeign(changes: readonly Change[]): void {
    if (changes.length > 0) this.deps.onForeign(changes)
  }
}

/** A wait that was cut short; a set that could not be finished is tried again with the next, and at the end. */
const noMore = (): void => undefined

interface Planned {
  readonly sheet: OpenSheet | null
  readonly mine: readonly Change[]
  readonly head: ArticleRecord | null
}

const notYetWritten = (error: AppError): AppError => ({
  ...error,
  message: `A change is safe in the journal, but not in every file yet: ${error.message}`,
  advice: `${error.advice} Parallax goes on trying, also when the library is opened again.`,
})

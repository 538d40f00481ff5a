// The records of the kinds that windows show: as they ask for them, and as they are told.
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { shownKinds } from '../../../shared/kinds/kinds-by-home.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Emit } from '../stream.ts'
import type { Ledger } from './ledger.ts'

/** Fails with `bad-argument` for a kind that windows do not show. Keys of no record are left out. */
export function shownRecords(
  ledger: Pick<Ledger, 'all' | 'get'>,
  { kind: name, keys }: ParsedArg<'records-get'>,
): Result<CallResult<'records-get'>> {
  const kind = shownKinds.get(name)
  if (!kind) return fail(notShown(name))
  const found = keys?.flatMap((key) => ledger.get(kind, null, key) ?? []) ?? ledger.all(kind)
  return ok({
    records: found.map((record) => ({ key: kind.keyOf(record), record: { ...record } })),
  })
}

/** Tells of the records in some changes, of kinds that windows show, as they are now. */
export function tellShown(
  ledger: Pick<Ledger, 'get'>,
  changes: readonly Change[],
  emit: Emit,
): void {
  for (const kind of shownKinds.values()) {
    const keys = new Set(changes.flatMap((each) => (each.kind.name === kind.name ? each.key : [])))
    if (keys.size === 0) continue
    const now = [...keys].map((key) => ({ key, record: ledger.get(kind, null, key) }))
    emit('records-changed', {
      kind: kind.name,
      changed: now.flatMap(({ key, record }) => (record ? [{ key, record: { ...record } }] : [])),
      removed: now.flatMap(({ key, record }) => (record ? [] : [key])),
    })
  }
}

const notShown = (kind: string): AppError => ({
  code: 'bad-argument',
  message: 'The window asked for records of a kind that it does not show.',
  advice: 'Reload the window; if it happens again, please report it.',
  detail: kind,
})

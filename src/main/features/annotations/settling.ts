// What the reader says of a version of one part of an annotation that another machine has made.
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { changeOf } from './change-of.ts'

export interface SettlingDeps {
  readonly ledger: Pick<Ledger, 'get'>
  readonly perform: Changing['perform']
}

/** It is to hold, or is put away. One step of undo. Fails with `not-found` for one that is not there. */
export async function settleVersion(
  { ledger, perform }: SettlingDeps,
  { article, id, stamp, use }: ParsedArg<'annotations-settle'>,
): Promise<Result<Annotation>> {
  const before = ledger.get(annotationKind, article, id)
  const version = before?.versions?.find((each) => each.stamp === stamp)
  if (!before || !version) return fail(goneVersion())
  const rest = before.versions?.filter((each) => each !== version)
  const raw = {
    ...before,
    ...(use && { [version.field]: version.value }),
    versions: rest?.length ? rest : undefined,
  }
  const after = annotationKind.schema.safeParse(raw)
  // Another Parallax may have set what this one cannot show.
  if (!after.success) return fail(goneVersion())
  const label = use ? 'Use other version' : 'Put version away'
  const done = await perform(label, [changeOf(article, before, after.data)])
  return done.ok ? ok(ledger.get(annotationKind, article, id) ?? after.data) : done
}

const goneVersion = (): AppError => ({
  code: 'not-found',
  message: 'That version is not there any more.',
  advice: 'It may have been looked at in another window or on another machine.',
})

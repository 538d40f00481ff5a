// Finds passages in a file that is in no library.
import { resolve } from 'node:path'
import { createResolver } from '../../../shared/anchoring/resolve.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { Anchor } from '../../../shared/model/annotation.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Work } from '../../work/work.ts'

/** Where each stands, in their order. Fails as reading the files does. */
export async function anchorInFile(
  work: Pick<Work, 'readArticle'>,
  { path, selectors, old }: ParsedArg<'file-anchor'>,
): Promise<Result<Anchor[]>> {
  const read = await work.readArticle(resolve(path))
  if (!read.ok) return read
  const { text, textHash } = read.value
  const before = old === undefined ? null : await work.readArticle(resolve(old))
  if (before && !before.ok) return before
  const oldText = before?.value.text ?? null
  const resolver = createResolver(text, () => oldText)
  return ok(selectors.map((selector) => resolver.resolve(textHash, selector)))
}

// Compares files that are in no library.
import { resolve } from 'node:path'
import type { ArticleInput } from '../../../compare/article.ts'
import type { ComparedText } from '../../../shared/calls/comparing.ts'
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { Comparison, Explanation } from '../../../shared/model/comparison.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Work } from '../../work/work.ts'
import { type ComparedInputs, compareInputs } from './compare-inputs.ts'

export type ComparingWork = Pick<Work, 'readArticle' | 'comparer'>

/** Fails as reading one of them does, with `timed-out`, `too-large`, or `internal`. */
export async function compareFiles(
  work: ComparingWork,
  { paths, explain }: ParsedArg<'files-compare'>,
): Promise<Result<CallResult<'files-compare'>>> {
  const inputs: (ArticleInput & ComparedText)[] = []
  for (const path of paths) {
    const read = await work.readArticle(resolve(path))
    if (!read.ok) return read
    const { text, textHash, blocks, title, source, published, language } = read.value
    inputs.push({ path, text, textHash, blocks, title, source, published, language })
  }
  const compared = await compareInputs(work.comparer, inputs)
  if (!compared.ok) return compared
  const { comparison } = compared.value
  const explanations = explain ? await explained(comparison, compared.value) : ok(null)
  if (!explanations.ok) return explanations
  const articles = inputs.map(({ path, title, source, published, text }) => ({
    path,
    title,
    source,
    published,
    text,
  }))
  return ok({ articles, comparison, explanations: explanations.value })
}

async function explained(
  { links }: Comparison,
  { explain }: ComparedInputs,
): Promise<Result<Explanation[]>> {
  const all: Explanation[] = []
  for (const { a, b } of links) {
    const why = await explain(a, b)
    if (!why.ok) return why
    all.push(why.value)
  }
  return ok(all)
}

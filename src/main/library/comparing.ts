// Compares articles of the library, with the reader's verdicts laid over what the method finds.
import type { ParsedArg } from '../../shared/calls.ts'
import { compareArticles } from '../../shared/compare/compare.ts'
import { settle } from '../../shared/compare/settle.ts'
import type { Comparison, Explanation } from '../../shared/model/comparison.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Judging } from './judging.ts'

export interface ComparingDeps {
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly verdictsOn: Judging['on']
}

export interface Comparing {
  compare(ids: readonly string[]): Promise<Result<Comparison>>
  stop(): void
  explain(arg: ParsedArg<'comparison-explain'>): Promise<Result<Explanation>>
}

export function createComparing({ open, verdictsOn }: ComparingDeps): Comparing {
  const inputsOf = async (ids: readonly string[]): Promise<Result<OpenArticle[]>> => {
    const inputs: OpenArticle[] = []
    for (const id of ids) {
      const opened = await open(id)
      if (!opened.ok) return opened
      inputs.push(opened.value)
    }
    return ok(inputs)
  }
  return {
    async compare(ids) {
      const inputs = await inputsOf(ids)
      if (!inputs.ok) return inputs
      const raw = compareArticles(inputs.value).comparison
      const sentences = raw.articles.map((each) => each.sentences)
      const { links, clusters, only } = settle(
        sentences,
        raw.links,
        verdictsOn(inputs.value, sentences),
      )
      return ok({ ...raw, links: [...links], clusters: [...clusters], only: [...only] })
    },
    stop: () => undefined,
    async explain({ articles, a, b }) {
      const inputs = await inputsOf(articles)
      return inputs.ok ? ok(compareArticles(inputs.value).explain(a, b)) : inputs
    },
  }
}

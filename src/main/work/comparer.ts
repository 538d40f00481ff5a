// What the core asks of the threads that compare, and the same work in the thread that calls it.
import type { ArticleInput } from '../../compare/article.ts'
import { compareArticles } from '../../compare/compare.ts'
import { type HeldComparison, holdComparison } from '../../compare/hold.ts'
import type { SentenceVerdict } from '../../compare/settle.ts'
import type { ComparisonPatch } from '../../shared/comparison/patch.ts'
import type {
  ComparisonHead,
  SectionPage,
  SectionRequest,
} from '../../shared/comparison/sections.ts'
import type { Explanation, Sentence, SentenceRef } from '../../shared/model/comparison.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { stopped } from './stopped.ts'

export interface Comparer {
  /**
   * Compares two to six articles, apart from the main thread, and holds what was found. Asked for again
   * while it is under way, it is the same comparison. Fails with `stopped`, `timed-out`, `too-large`, or
   * `internal`.
   * @param id names these articles in this very state
   */
  make(id: string, articles: readonly ArticleInput[]): Promise<Result<SentenceColumns[]>>
  /** Asks something of a comparison that was made. `forgotten`: it is to be made again. */
  ask(id: string, question: CompareQuestion): Promise<Result<CompareReply>>
  /** Ends one comparison that is under way, and no other. */
  stop(id: string): void
  close(): Promise<void>
}

/** Where the sentences of one article stand: columns, which cross threads without being copied. */
export interface SentenceColumns {
  readonly starts: Uint32Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
  /** 1: furniture; 2: headline; 3: both; 0: neither. */
  readonly kinds: Uint8Array<ArrayBuffer>
}

export type CompareQuestion =
  /** The reader's verdicts are these now. */
  | { readonly kind: 'judge'; readonly verdicts: readonly SentenceVerdict[] }
  | { readonly kind: 'section'; readonly request: SectionRequest }
  | { readonly kind: 'explain'; readonly a: SentenceRef; readonly b: SentenceRef }

export type CompareReply =
  | {
      readonly kind: 'judged'
      readonly patch: ComparisonPatch
      readonly head: Omit<ComparisonHead, 'revision'>
    }
  | { readonly kind: 'section'; readonly page: SectionPage }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'forgotten' }

/** What a thread is asked, and what it answers. */
export type CompareRequest = { readonly id: string } & (
  | { readonly kind: 'make'; readonly articles: readonly ArticleInput[] }
  | CompareQuestion
)
export type CompareAnswer =
  | CompareReply
  | { readonly kind: 'made'; readonly sentences: SentenceColumns[] }
  | { readonly kind: 'thrown'; readonly detail: string }

/** How many comparisons one thread holds. */
const mostHeld = 3

/** Answers requests; holds what was asked for last. */
export function createAnswering(): (request: CompareRequest) => CompareAnswer {
  const memory = new Map<string, HeldComparison>()
  const hold = (id: string, held: HeldComparison): void => {
    memory.delete(id)
    memory.set(id, held)
    const oldest = memory.keys().next()
    if (memory.size > mostHeld && !oldest.done) memory.delete(oldest.value)
  }
  return (request) => {
    try {
      const { id } = request
      const known = memory.get(id)
      if (request.kind === 'make') {
        const held = known ?? holdComparison(compareArticles(request.articles))
        hold(id, held)
        return { kind: 'made', sentences: held.sentences.map(columnsOf) }
      }
      if (!known) return { kind: 'forgotten' }
      hold(id, known)
      return replyOf(known, request)
    } catch (thrown) {
      return { kind: 'thrown', detail: thrown instanceof Error ? `${thrown.stack}` : `${thrown}` }
    }
  }
}

function replyOf(held: HeldComparison, question: CompareQuestion): CompareReply {
  switch (question.kind) {
    case 'judge': {
      const patch = held.judge(question.verdicts)
      return { kind: 'judged', patch, head: held.head() }
    }
    case 'section':
      return { kind: 'section', page: held.section(question.request) }
    case 'explain':
      return { kind: 'explained', explanation: held.explain(question.a, question.b) }
  }
}

const columnsOf = (sentences: readonly Sentence[]): SentenceColumns => ({
  starts: Uint32Array.from(sentences, ({ start }) => start),
  ends: Uint32Array.from(sentences, ({ end }) => end),
  kinds: Uint8Array.from(
    sentences,
    ({ furniture, title }) => (furniture ? 1 : 0) + (title ? 2 : 0),
  ),
})

/** In the thread that calls it: what the method throws is thrown. */
export function createOwnComparer(): Comparer {
  const answer = createAnswering()
  const given = (request: CompareRequest): Exclude<CompareAnswer, { kind: 'thrown' }> => {
    const found = answer(request)
    if (found.kind === 'thrown') throw new Error(found.detail)
    return found
  }
  return {
    async make(id, articles) {
      const made = given({ id, kind: 'make', articles })
      return made.kind === 'made' ? ok(made.sentences) : fail(stopped())
    },
    async ask(id, question) {
      const reply = given({ id, ...question })
      return reply.kind === 'made' ? fail(stopped()) : ok(reply)
    },
    stop: () => undefined,
    close: async () => undefined,
  }
}

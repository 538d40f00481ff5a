// Asks the threads of a comparison that was made; where they have forgotten it, it is made again, with
// the verdicts as they were laid over it.
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { CompareQuestion, CompareReply, Comparer } from '../../work/comparer.ts'
import { stopped } from '../../work/stopped.ts'
import type { HeldComparison } from './held-comparisons.ts'

type AskedComparison = Pick<HeldComparison, 'id' | 'inputs' | 'verdicts'>

/** The answer to each kind of question. */
interface Replies {
  readonly judge: 'judged'
  readonly section: 'section'
  readonly explain: 'explained'
}
type ReplyTo<Kind extends CompareQuestion['kind']> = Extract<
  CompareReply,
  { readonly kind: Replies[Kind] }
>

const replies: Replies = { judge: 'judged', section: 'section', explain: 'explained' }

export interface Resource {
  ask<Question extends CompareQuestion>(
    held: AskedComparison,
    question: Question,
  ): Promise<Result<ReplyTo<Question['kind']>>>
}

export function createResource(comparer: Comparer): Resource {
  const makeAgain = async ({ id, inputs, verdicts }: AskedComparison): Promise<Result<void>> => {
    const made = await comparer.make(id, inputs)
    if (!made.ok) return made
    if (verdicts.length === 0) return ok(undefined)
    const judged = await comparer.ask(id, { kind: 'judge', verdicts })
    return judged.ok ? ok(undefined) : judged
  }
  return {
    async ask<Question extends CompareQuestion>(
      held: AskedComparison,
      question: Question,
    ): Promise<Result<ReplyTo<Question['kind']>>> {
      let answer = await comparer.ask(held.id, question)
      if (answer.ok && answer.value.kind === 'forgotten') {
        const made = await makeAgain(held)
        if (!made.ok) return made
        answer = await comparer.ask(held.id, question)
      }
      if (!answer.ok) return answer
      if (question.kind === 'judge') held.verdicts = question.verdicts
      const reply = answer.value
      return isReplyTo<Question['kind']>(question.kind, reply) ? ok(reply) : fail(stopped())
    },
  }
}

const isReplyTo = <Kind extends CompareQuestion['kind']>(
  kind: Kind,
  reply: CompareReply,
): reply is ReplyTo<Kind> => reply.kind === replies[kind]

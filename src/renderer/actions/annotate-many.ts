// Annotating what the comparison found in several articles at once, as one step of undo.
import type { AnnotationDraft } from '../../shared/calls/annotations.ts'
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { passageOf } from '../state/look.ts'
import { count } from './came.ts'
import { saving } from './saving.ts'
import { tellStep } from './tell-step.ts'

/** Highlights sentences with one colour, the same tags and the same note. Gives whether they were saved; the reader is told either way. */
export async function annotateSentences(
  refs: readonly SentenceRef[],
  {
    color,
    tags,
    note,
  }: Pick<AnnotationDraft, 'color' | 'note'> & { readonly tags: readonly string[] },
): Promise<boolean> {
  const drafts = refs.flatMap((ref) => {
    const passage = passageOf(ref)
    if (!passage) return []
    const { article, start, end, textHash } = passage
    return [{ article, start, end, textHash, color, tags: [...tags], note }]
  })
  if (drafts.length === 0) return false
  const saved = await saving((call) => call('annotations-add', { drafts }))
  if (!saved) return false
  const articles = new Set(drafts.map(({ article }) => article)).size
  tellStep(`Highlighted ${count(drafts.length, 'passage')} in ${count(articles, 'article')}.`)
  return true
}

// The reader's own word on an article: its facts, and what in it is furniture.
import type { AppError } from '../../shared/errors.ts'
import type { Block } from '../../shared/model/article.ts'
import type { MetaPatch, OpenArticle } from '../../shared/model/library.ts'
import type { CorrectionOffer } from '../../shared/model/reading.ts'
import type { Result } from '../../shared/result.ts'
import { blockContent, blockIndexAt } from '../../shared/text/blocks.ts'
import { api } from '../client/api.ts'
import { useCorrections } from '../state/corrections.ts'
import { focusedPane, openedArticle } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { openDialog, tell } from '../state/ui.ts'
import { takeArticle } from './articles.ts'
import { saving } from './saving.ts'
import { tellStep } from './tell-step.ts'

/** Opens the dialog for an article, or for the one of the pane in focus. */
export function correctArticle(article = focusedPane()?.article): void {
  if (!article || !openedArticle(article)) {
    tell('Open an article first.')
    return
  }
  useCorrections.setState({ article })
  openDialog('correct')
}

/** Saves corrected facts. The dialog shows why when they could not be. */
export async function saveFacts(article: string, meta: MetaPatch): Promise<Result<OpenArticle>> {
  const answer = await api.call('article-correct', { article, meta })
  if (answer.ok) takeArticle(answer.value, answer)
  return answer
}

/** Other articles that the corrections would suit; none when that cannot be told. */
export async function offersFor(article: string): Promise<readonly CorrectionOffer[]> {
  const answer = await api.call('corrections-offers', { article })
  return answer.ok ? answer.value.filter(({ articles }) => articles.length > 0) : []
}

/** Applies offers to the articles that were chosen, one after the other; gives the first error. */
export async function applyOffers(
  article: string,
  chosen: readonly { readonly offer: string; readonly articles: readonly string[] }[],
): Promise<AppError | null> {
  for (const { offer, articles } of chosen) {
    if (articles.length === 0) continue
    const answer = await api.call('corrections-apply', { article, offer, articles: [...articles] })
    if (!answer.ok) return answer.error
  }
  return null
}

/** The blocks that a passage touches, first and last; an empty one touches the block it stands in. */
function blocksIn(
  article: Pick<OpenArticle, 'text' | 'blocks'>,
  start: number,
  end: number,
): readonly Block[] {
  const first = blockIndexAt(article.blocks, start)
  const last = blockIndexAt(article.blocks, Math.max(start, end - 1))
  return article.blocks.slice(Math.max(0, first), last + 1).filter((block) => {
    const content = blockContent(article.text, block)
    return content.end > content.start
  })
}

/** The reader said so themselves: `why` of a block begins with this. */
export const byReader = ({ why }: Pick<Block, 'why'>): boolean =>
  why !== undefined && /^marked by you\b/i.test(why)

/**
 * Marks the blocks of a passage as furniture, or as text where they all are furniture already; takes
 * the reader's own mark back where it is that. Of the pane in focus: of its selection or caret.
 */
export async function markFurniture(
  of: { readonly article: string; readonly start: number; readonly end: number } | null = inFocus(),
): Promise<void> {
  const article = of && openedArticle(of.article)
  const blocks = article ? blocksIn(article, of.start, of.end) : []
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!article || !first || !last) {
    tell('Put the caret into a paragraph first, or select some text.')
    return
  }
  const all = blocks.every((block) => block.furniture === true)
  const own = blocks.every(byReader)
  const furniture = own ? null : !all
  const changed = await saving(async (call) => {
    const answer = await call('article-correct', {
      article: article.id,
      furniture: { start: first.start, end: last.end, textHash: article.textHash, furniture },
    })
    if (answer.ok) takeArticle(answer.value, answer)
    return answer
  })
  if (!changed) return
  tellStep(
    furniture === null
      ? 'Your mark was taken back.'
      : furniture
        ? 'Marked as page furniture.'
        : 'Marked as text.',
  )
}

/** What the keyboard is at: a run of furniture, the selection, the caret. */
function inFocus(): { article: string; start: number; end: number } | null {
  const pane = focusedPane()
  if (!pane) return null
  const range = readerOf(pane.key)?.marked() ?? readerOf(pane.key)?.range()
  return range ? { article: pane.article, start: range.start, end: range.end } : null
}

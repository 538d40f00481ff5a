// Reading the file of an article with another encoding.
import type { CallResult } from '../../shared/calls.ts'
import { type EncodingName, encodedFormats } from '../../shared/encodings.ts'
import type { ArticleSummary, OpenArticle } from '../../shared/model/library.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'
import { useCorrections } from '../state/corrections.ts'
import { focusedPane, openedArticle } from '../state/panes.ts'
import { openDialog, tell } from '../state/ui.ts'
import { takeArticle } from './articles.ts'

/** Whether a file is text in some encoding; others say themselves how they are written. */
export const hasEncoding = ({ format }: Pick<ArticleSummary, 'format'>): boolean =>
  format !== null && encodedFormats.includes(format)

/** Opens the dialog for an article, or for the one of the pane in focus. */
export function chooseEncoding(article = focusedPane()?.article): void {
  const opened = article === undefined ? null : openedArticle(article)
  if (!opened) tell('Open an article first.')
  else if (!hasEncoding(opened))
    tell('Only plain texts, Markdown and web pages have an encoding to choose.')
  else {
    useCorrections.setState({ article: opened.id })
    openDialog('encoding')
  }
}

export const encodingsFor = (article: string): Promise<Result<CallResult<'article-encodings'>>> =>
  api.call('article-encodings', { article })

/** Null: as found. The dialog shows why when it could not be. */
export async function readWith(
  article: string,
  encoding: EncodingName | null,
): Promise<Result<OpenArticle>> {
  const answer = await api.call('article-reread', { article, encoding })
  if (answer.ok) takeArticle(answer.value, answer)
  return answer
}

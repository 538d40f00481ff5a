// Names the state of an opened article, so that a window that has it need not be sent it again.
import { createHash } from 'node:crypto'
import type { OpenArticle } from '../../../shared/model/library.ts'

/**
 * The article with its version: of all that is shown of it but its annotations, which are told by
 * events of their own. The text is told by its hash.
 */
export function versioned(article: Omit<OpenArticle, 'version'>): OpenArticle {
  const { text: _text, resolved: _resolved, annotations: _all, notes: _notes, ...rest } = article
  const version = createHash('sha256').update(JSON.stringify(rest)).digest('base64url')
  return { ...article, version }
}

// Where the sentences of the comparison that is shown stand in the open articles.
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { useCompare } from './compare.ts'
import { openedArticle } from './panes.ts'

export interface PassageOf {
  readonly article: string
  readonly text: string
  readonly textHash: string
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** It is the article's headline. */
  readonly title: boolean
}

/** Where a sentence stands; null when its article is closed, or holds another text by now. */
export function passageOf({ article, sentence }: SentenceRef): PassageOf | null {
  const { articles, comparison } = useCompare.getState()
  const id = articles[article]
  const compared = comparison?.articles[article]
  const place = compared?.sentences[sentence]
  const opened = id === undefined ? null : openedArticle(id)
  if (id === undefined || !place || opened?.textHash !== compared?.textHash || !opened) return null
  const { text, textHash } = opened
  return {
    article: id,
    text,
    textHash,
    start: place.start,
    end: place.end,
    title: place.title === true,
  }
}

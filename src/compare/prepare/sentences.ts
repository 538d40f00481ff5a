// The sentences of an article: what is compared with what. Each is in one block, and says whether
// it is the headline or the page's own chrome.

import type { Block } from '../../shared/model/article.ts'
import { blockContent } from '../../shared/text/blocks.ts'
import { fold } from '../../shared/text/fold.ts'
import type { ArticleInput } from '../article.ts'
import { endsAsSentence, isPageLine, isSubhead } from './furniture.ts'
import type { Stretch } from './quoted-stretches.ts'
import { splitSentences } from './split.ts'

export interface PlacedSentence extends Stretch {
  /** Index of the block that it is in. */
  readonly block: number
  /** The page's own chrome, or a subhead: never compared. */
  readonly furniture: boolean
  /** The headline, as one sentence whatever its marks. */
  readonly title: boolean
}

/** A paragraph's worth of headline: more words than this make it text. */
const longHeadline = 30

/** How many blocks from the first on may hold the headline. */
const firstBlocks = 4

/**
 * In the order of the text; they do not overlap. Linear.
 * @param language of the article, BCP 47, for the rules of its sentences
 */
export function sentencesOf(
  { text, blocks, title }: Pick<ArticleInput, 'text' | 'blocks' | 'title'>,
  language: string,
): PlacedSentence[] {
  const headline = headlineOf(text, blocks, title)
  return blocks.flatMap((block, index): PlacedSentence[] => {
    const { start, end } = blockContent(text, block)
    if (start === end) return []
    if (index === headline) return [{ start, end, block: index, furniture: false, title: true }]
    const furniture = isFurniture(text.slice(start, Math.min(end, start + 500)), block)
    return splitSentences(text, start, end, language, block.breaks === true).map((sentence) => ({
      ...sentence,
      block: index,
      furniture,
      title: false,
    }))
  })
}

/** What only repeats the header is the article's own when it says something. */
const isFurniture = (line: string, { furniture, role, kind }: Block): boolean => {
  if (role === 'byline') return true
  if (role === 'title' || role === 'subtitle') return false
  return furniture === true || isPageLine(line) || (kind === 'heading' && isSubhead(line))
}

/** Index of the block that is the headline; -1 without one. */
function headlineOf(text: string, blocks: readonly Block[], title: string | null): number {
  const named = blocks.findIndex(({ role }) => role === 'title')
  if (named >= 0) return named
  const wanted = title === null ? '' : lettersOf(title)
  let seen = 0
  for (const [index, block] of blocks.entries()) {
    const { start, end } = blockContent(text, block)
    if (start === end || (block.furniture && block.role === undefined)) continue
    const line = text.slice(start, Math.min(end, start + 500))
    if (end - start < 500 && wanted !== '' && lettersOf(line) === wanted) return index
    if (seen === 0 && end - start < 300 && looksLikeHeadline(line, block)) return index
    if (++seen === firstBlocks) break
  }
  return -1
}

const looksLikeHeadline = (line: string, { kind, level }: Block): boolean =>
  (kind === 'heading' && (level ?? 1) === 1) ||
  ((kind === 'paragraph' || kind === 'heading') &&
    !isPageLine(line) &&
    !endsWithStop(line) &&
    line.split(/\s+/u).length <= longHeadline)

/** A question or an exclamation that stands alone and first is a headline too. */
const endsWithStop = (line: string): boolean =>
  endsAsSentence(line) && !(/[!?][^\p{L}\p{N}]*$/u.test(line) && line.split(/\s+/u).length <= 15)

const lettersOf = (line: string): string =>
  fold(line)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

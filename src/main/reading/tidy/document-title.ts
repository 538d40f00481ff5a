// The headline of a document that has no title of its own. A word processor's file may be a form, a
// list or a letter: only what stands above the text like a headline is taken for one.
import { isByline } from './byline.ts'
import { captionOf } from './captions.ts'
import { ruleFor } from './furniture.ts'
import type { Line } from './lines.ts'
import { statedDate } from './published.ts'
import { firstOf } from './title.ts'
import { isTitleLike } from './title-look.ts'

/** More lines above the text than this are a form's or a letter's. */
const mostAbove = 8

/**
 * The line that is the headline: a heading of level 1 before all text, or a line that looks like one
 * right above a passage; null if there is none.
 */
export function documentTitle(lines: readonly Line[], language: string | null): Line | null {
  const story = lines.filter(({ block }) => block.furniture !== true)
  const end = story.findIndex((line) => line.prose || !isAbove(line))
  const above = story.slice(0, end === -1 ? story.length : end)
  const top = above.find(({ block }) => block.kind === 'heading' && block.level === 1)
  if (top !== undefined) {
    const others = story.some(
      (line) => line !== top && line.block.kind === 'heading' && line.block.level === 1,
    )
    // "Experience", "Introduction": the first of several sections.
    return others && top.words === 1 ? null : top
  }
  const passage = story[end]
  if (above.length > mostAbove || passage === undefined || !isPassage(passage)) return null
  const candidates = above.filter(
    (line, i) =>
      !isByline(line.text) &&
      statedDate(line.text, language) === null &&
      ruleFor(line) === null &&
      captionOf(line) === null &&
      (line.block.kind === 'heading' || i === 0 || isTitleLike(line)),
  )
  const found = firstOf(candidates)
  return found !== null && found.words >= 2 && isTitleLike(found) ? found : null
}

const isAbove = ({ block }: Line): boolean =>
  block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'caption'

const isPassage = ({ prose, block }: Line): boolean =>
  prose && (block.kind === 'paragraph' || block.kind === 'quote')

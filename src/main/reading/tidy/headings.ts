// Section headings of plain text: short lines without a full stop that stand above a passage.
import type { DraftBlock } from '../draft.ts'
import type { Line } from './lines.ts'
import { isTitleLike } from './title-look.ts'

/** Turns paragraphs that are section headings into headings of level 2. */
export function markHeadings(lines: readonly Line[]): void {
  const story = lines.filter(({ block }) => block.furniture !== true && block.role !== 'byline')
  for (let i = story.length - 2; i >= 0; i--) {
    const line = story[i]
    const next = story[i + 1]
    if (line === undefined || next === undefined || line.block.kind !== 'paragraph') continue
    if (!isHeading(line) || !leadsInto(next)) continue
    line.block.kind = 'heading'
    line.block.level = 2
  }
}

const isHeading = (line: Line): boolean =>
  isTitleLike(line) &&
  line.weight <= 90 &&
  line.words <= 14 &&
  !/^[–—-]|[!…]["”’]?$|^["“].*["”]$/u.test(line.text)

const leadsInto = ({
  prose,
  block,
}: {
  readonly prose: boolean
  readonly block: DraftBlock
}): boolean =>
  (prose && block.kind === 'paragraph') ||
  block.kind === 'list-item' ||
  block.kind === 'quote' ||
  (block.kind === 'heading' && block.role === undefined)

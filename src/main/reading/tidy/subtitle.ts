// The standfirst: the sentence under a headline that sums the article up. Taken only where nothing
// else can stand, since the reading view shows it in the header and not in the text.
import { captionOf } from './captions.ts'
import { ruleFor } from './furniture.ts'
import { keyOf, type Line } from './lines.ts'

/** Lines under the headline among which a stated standfirst is looked for. */
const near = 6

/**
 * Marks the block that shows the standfirst, if one does, and gives its text; null without one.
 * @param said the standfirst that the file names; null if it names none
 */
export function markSubtitle(
  lines: readonly Line[],
  title: Line | null,
  said: string | null,
): string | null {
  if (title === null) return null
  const at = lines.indexOf(title) + 1
  if (said !== null) {
    const key = keyOf(said)
    const same = lines.slice(at, at + near).find((line) => line.key === key && isFree(line))
    if (same !== undefined) same.block.role = 'subtitle'
    return said
  }
  const line = lines[at]
  const next = lines[at + 1]
  if (line === undefined || next === undefined || !isStandfirst(line)) return null
  // Author or date under it, and then the story: it belongs to the head.
  const after = lines.slice(at + 1, at + 5).find(({ block }) => block.role !== 'byline')
  if (next.block.role !== 'byline' || after?.prose !== true) return null
  line.block.role = 'subtitle'
  return line.text
}

const isFree = ({ block }: Line): boolean =>
  block.role === undefined && block.furniture !== true && block.kind !== 'list-item'

const isStandfirst = (line: Line): boolean =>
  isFree(line) &&
  line.words >= 6 &&
  line.weight >= 40 &&
  line.weight <= 300 &&
  !line.text.includes('\n') &&
  captionOf(line) === null &&
  ruleFor(line) === null &&
  !/^["“„«]|^\p{Lu}{3}[\p{L} ,.]*(?:\([^)]*\))?\s*[–—-]/u.test(line.text)

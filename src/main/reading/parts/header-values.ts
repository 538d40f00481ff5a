// What stands behind the labels of a database, without what stands around it.
import { peopleIn } from '../html/names.ts'
import { bylineIn } from '../tidy/byline.ts'
import { dateIn } from './dates.ts'

/** "The Harbour Gazette; Quayside [Quayside]. 04 Mar 2024" names the paper before its places. */
export const sourceOnly = (value: string): string | null =>
  (dateIn(value)?.rest ?? value).split(/[;[(]|, (?=p\.? ?\d|\d)/)[0]?.replace(/[\s.,:]+$/, '') ||
  null

/** The author in a value, without "By" and without the post; null where none is named. */
export function nameOf(value: string | undefined): string | null {
  if (value === undefined || value === '' || value.length > 160) return null
  const said = (bylineIn(value) ?? value.replace(/^by\s+/i, '')).split(/[;|]/)
  const first = (said[0] ?? '').replace(post, '').trim()
  // What follows the first is as often a post or an outlet.
  const others = said.slice(1).filter((part) => {
    const [only, ...more] = peopleIn(part)
    return only === part.trim() && only.includes(' ') && more.length === 0
  })
  return (
    [first, ...others.map((part) => part.trim())].filter((name) => name !== '').join(', ') || null
  )
}

const post =
  /,\s[^,]*\b(?:correspondent|reporter|writer|editor|columnist|staff|contributor|bureau)\b.*$/i

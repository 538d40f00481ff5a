// The search as long as it is shown, also where the left side is folded away: keeps what was found true,
// and marks it in the open articles.
import { useFollowing } from './use-following.ts'
import { useSoughtMarks } from './use-sought-marks.ts'

export function SearchInTexts() {
  useFollowing()
  useSoughtMarks()
  return null
}

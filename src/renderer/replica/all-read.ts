// Whether what is asked of the whole library can be answered yet: an article that was not read is known
// by its file only.
import { useCounts } from './counts.ts'

/** False while an article of the library is not read, and where reading was stopped. */
export const useAllRead = (): boolean => useCounts(({ counts }) => counts?.unread === 0)

// What was read of a file hangs on its bytes and, where they say nothing of themselves, on what its name
// claims: "a.md" and "a.txt" of the same bytes are two texts.
import { claimedFormat } from '../../../shared/formats.ts'

interface NamedBytes {
  /** Its ending counts. */
  readonly path: string
  /** Of the bytes; '' while they are unread. */
  readonly sha256: string
}

/**
 * Names what was read of a file, in memory and in the index: the hash, and what the name claims if it is told
 * by nothing else. '' while the file is unread.
 */
export function contentKey({ path, sha256 }: NamedBytes): string {
  const claimed = claimedFormat(path)
  return sha256 !== '' && (claimed === 'markdown' || claimed === 'html')
    ? `${sha256} ${claimed}`
    : sha256
}

/** The hash of the bytes in the name of what was read of them. */
export const sha256In = (key: string): string => key.split(' ')[0] ?? ''

// Reads Rtf files.
import type { Draft } from './draft.ts'
import { Refused } from './refused.ts'

export function loadRtf(_bytes: Uint8Array): Draft {
  throw new Refused('unsupported', 'is of a kind that is not read yet', 'Save it as text.')
}

// Whether something stands at a path.
import { lstat } from 'node:fs/promises'

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

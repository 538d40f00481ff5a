// Whether a path can be reached. (Whether anything at all stands in its place: `hosts/cli/exists.ts`.)
import { access } from 'node:fs/promises'

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

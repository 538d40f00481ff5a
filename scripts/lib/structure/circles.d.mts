import type { SourceFile } from './source-files.d.mts'
export function circles(
  sources: readonly Pick<SourceFile, 'file' | 'imports'>[],
): readonly (readonly string[])[]

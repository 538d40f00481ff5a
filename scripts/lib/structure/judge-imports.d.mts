import type { SourceFile } from './source-files.d.mts'
export interface Breach {
  readonly file: string
  readonly line: number
  readonly key: string
  readonly message: string
}
export function forbiddenImports(sources: readonly SourceFile[]): readonly Breach[]

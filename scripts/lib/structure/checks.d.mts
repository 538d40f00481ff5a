import type { SourceFile } from './source-files.d.mts'
export interface Finding {
  readonly key: string
  readonly amount: number
  readonly message: string
}
export const longestFunction: number
export function longFunctions(source: SourceFile): readonly Finding[]
export function packings(source: SourceFile): readonly Finding[]

import type { FunctionLength } from './function-lengths.d.mts'
export interface Import {
  readonly source: string
  readonly line: number
  readonly file?: string
  readonly package?: string
}
export interface SourceFile {
  readonly file: string
  readonly imports: readonly Import[]
  readonly functions: readonly FunctionLength[]
  readonly packings: readonly number[]
  readonly broken?: string
}
export function readSources(root: string, places: readonly string[]): readonly SourceFile[]
export function parseSource(file: string, text: string): SourceFile

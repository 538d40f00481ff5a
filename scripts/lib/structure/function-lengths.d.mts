export interface FunctionLength {
  readonly name: string
  readonly line: number
  readonly lines: number
}

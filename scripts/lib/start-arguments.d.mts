export interface Asked {
  readonly library?: string
  readonly port?: number
  readonly web: boolean
  readonly fetchElectron: boolean
  readonly verbose: boolean
  readonly help: boolean
}
export const usage: string
export function readArguments(words: readonly string[]): Asked

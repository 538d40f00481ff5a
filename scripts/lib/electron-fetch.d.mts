import type { Electron } from './electron-binary.d.mts'

export interface Options {
  readonly root?: string
  readonly env?: NodeJS.ProcessEnv
  readonly again?: boolean
  readonly stall?: number
  readonly timeLimit?: number
}
export function fetchElectron(options?: Options): Promise<Electron>
export function fetchProblem(output: string): string

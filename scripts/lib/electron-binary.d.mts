export interface Electron {
  readonly path?: string
  readonly source?: string
  readonly why?: string
  readonly want?: string | undefined
}
export function electronBinary(env?: NodeJS.ProcessEnv, root?: string): Electron
export function hasDisplay(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): boolean
export function electronForTests(env?: NodeJS.ProcessEnv, root?: string): Electron

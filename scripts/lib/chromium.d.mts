export interface Place {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly root: string
}
export interface Chromium {
  readonly path: string
  readonly source: 'PARALLAX_CHROMIUM' | 'system' | 'Playwright'
}
export function findChromium(place?: Partial<Place>): Chromium | undefined
export function chromiums(place?: Partial<Place>): Chromium[]

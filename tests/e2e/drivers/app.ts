// What a spec sees of the running app, whatever host it runs in.
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from 'playwright/test'
import type { ActionId } from '../../../src/shared/menu.ts'

export type HostName = 'electron' | 'double' | 'web'

export interface LaunchOptions {
  /** The library's folder; without it the app opens what it would open for a user. */
  readonly library?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Words before the command that starts the host, such as what takes rights from it. Web only. */
  readonly prefix?: readonly string[]
}

export interface App {
  readonly page: Page
  readonly host: HostName
  /** Scheme and authority of the page. Differs between hosts: for requests, not for assertions. */
  readonly base: string
  /** Undefined on the web host. */
  readonly electron?: ElectronApplication
  /** The process that holds the library, or leads the group that does. */
  readonly process: ChildProcess
  /** Errors on the console, uncaught exceptions, and what the content security policy refused. */
  readonly problems: readonly string[]
  /** The test provokes problems and looks at them itself. */
  expectProblems(): void
  /** Chooses the item in the native menu; on the web host presses the action's first key. */
  command(id: ActionId): Promise<void>
  /** Ends as a user would. */
  close(): Promise<void>
  /** Ends as a power cut would (SIGKILL), and returns when it is gone. */
  kill(): Promise<void>
}

/** What a driver gives; whether problems are expected is the fixture's affair. */
export type Driven = Omit<App, 'expectProblems'>

/** What a driver needs to know to start the app. */
export interface Start extends LaunchOptions {
  readonly dataDir: string
}

/** The checkout. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The environment for the app: ours, without what would turn Electron into Node. */
export function environment(start: Start): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...process.env, ...start.env })) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value
  }
  return { ...env, PARALLAX_DATA_DIR: start.dataDir, PARALLAX_NO_BROWSER: '1' }
}

/** The words after the program: library and arguments. */
export function words(start: Start): string[] {
  return [...(start.library === undefined ? [] : [start.library]), ...(start.args ?? [])]
}

export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

export function baseOf(page: Page): string {
  const url = new URL(page.url())
  // `origin` is "null" for app://.
  return `${url.protocol}//${url.host}`
}

// What every end-to-end test starts from: the app on the host of the project, with data folder and
// library of its own. A test in which the page met an error fails, whatever it asserts.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base } from 'playwright/test'
import type { App, HostName, LaunchOptions } from './drivers/app.ts'
import { openElectron } from './drivers/electron.ts'
import { libraryAt, type TestLibrary } from './drivers/library.ts'
import { launchBrowser, openWeb } from './drivers/web.ts'

export { expect } from 'playwright/test'
export type { App, HostName, TestLibrary }

export interface HostOptions {
  host: HostName
}

interface Fixtures {
  /** The app's own folder, empty at first; shared by all launches of a test. */
  dataDir: string
  library: TestLibrary
  /** Starts the app; again after `close` or `kill` to see what it has kept. */
  launch: (options?: LaunchOptions) => Promise<App>
  /** The app as it opens for a new user: on the sample library. */
  app: App
}

interface WorkerFixtures {
  /** Started by the first test that wants it. */
  webBrowser: () => Promise<Browser>
}

export const test = base.extend<HostOptions & Fixtures, WorkerFixtures>({
  host: ['double', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  dataDir: async ({}, use) => {
    await inFolder('parallax-data-', use)
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  library: async ({}, use) => {
    await inFolder('parallax-library-', (path) => use(libraryAt(path)))
  },

  webBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use) => {
      let browser: Promise<Browser> | undefined
      await use(() => {
        browser ??= launchBrowser()
        return browser
      })
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],

  launch: async ({ host, dataDir, webBrowser }, use) => {
    const opened: App[] = []
    const expected = new Set<App>()
    await use(async (options = {}) => {
      const start = { ...options, dataDir }
      const driven =
        host === 'web' ? await openWeb(await webBrowser(), start) : await openElectron(host, start)
      const expectProblems = () => expected.add(app)
      const app: App = { ...driven, expectProblems }
      opened.push(app)
      return app
    })
    const problems = opened.flatMap((app) => (expected.has(app) ? [] : [...app.problems]))
    for (const app of opened) await app.close().catch(() => app.kill())
    if (problems.length > 0) throw new Error(`The page met problems:\n${problems.join('\n')}`)
  },

  app: async ({ launch }, use) => {
    await use(await launch())
  },
})

/** The next dialog for opening files or folders gives this path; without one it is cancelled. */
export async function stubOpenDialog(app: App, path?: string): Promise<void> {
  await electronOf(app).evaluate(({ dialog }, chosen) => {
    const answer = { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
    dialog.showOpenDialog = async () => answer
  }, path ?? null)
}

/** The next dialog for saving gives this path; without one it is cancelled. */
export async function stubSaveDialog(app: App, path?: string): Promise<void> {
  await electronOf(app).evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
  }, path ?? null)
}

function electronOf(app: App) {
  if (!app.electron) throw new Error('The web host has no native dialogs')
  return app.electron
}

async function inFolder(prefix: string, use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), prefix))
  await use(path)
  // Retried: a process that was just killed may still be letting go of its files.
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

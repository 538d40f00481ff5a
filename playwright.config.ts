// The same specs on three hosts: real Electron where its executable is there and a window can be
// shown, the stand-in for it, and the loopback host in a browser.
import { defineConfig } from 'playwright/test'
import { electronForTests } from './scripts/lib/electron-binary.mjs'
import type { HostName, HostOptions } from './tests/e2e/fixtures.ts'

const electron = electronForTests()
const project = (host: HostName) => ({ name: host, use: { host } })

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A worker serves one project only, and Electron's path is looked up once a worker: the stand-in
  // and the real one never meet in a process. Each test has its own data folder, port and browser.
  workers: 2,
  // On a busy machine the longest tests take most of a minute.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // On a machine that others use too, a browser may be slow once. What passes only then is told as flaky.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [...(electron.path ? [project('electron')] : []), project('double'), project('web')],
  metadata: { electron: electron.path ?? `skipped: ${electron.why}` },
})

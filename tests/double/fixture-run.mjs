// Starts the fixture application on the double, and looks at what it leaves behind.

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const here = import.meta.dirname
export const fixture = join(here, 'fixture-app')
process.env.ELECTRON_OVERRIDE_DIST_PATH = join(here, 'dist')
const { _electron } = await import('playwright')

const folders = []
export function newData() {
  const folder = mkdtempSync(join(tmpdir(), 'double-test-'))
  folders.push(folder)
  return folder
}

/** Call when all tests are done. */
export function removeData() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

export const environment = (data) => ({ ...process.env, FIXTURE_DATA: data })
export const logOf = (data) => readFileSync(join(data, 'log.txt'), 'utf8').trim().split('\n')

export async function launch(data) {
  const electron = await _electron.launch({ args: ['.'], cwd: fixture, env: environment(data) })
  const page = await electron.firstWindow()
  await page.getByText('Ready').waitFor()
  return { electron, page }
}

export async function eventually(what, condition, limit = 5000) {
  const end = Date.now() + limit
  while (!(await condition())) {
    if (Date.now() > end) assert.fail(`never happened: ${what}`)
    await sleep(50)
  }
}
export const logged = (data, line) =>
  eventually(`"${line}" in the log`, () => logOf(data).includes(line))

/** Processes whose command line names a profile of this main process. */
export function chromiumsOf(pid) {
  return readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) return false
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(`electron-double-${pid}-`)
    } catch {
      return false // It ended while we looked.
    }
  })
}
export const profilesOf = (pid) =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`electron-double-${pid}-`))

// Opens the user's browser at the app's address without putting the token on a command line, where
// every user of the machine could read it: a private page on disk leads there.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Whether there is a screen for a browser to open on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.PARALLAX_NO_BROWSER || env.CI) return false
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY)
}

/** Milliseconds after which the leading page is removed; the browser has read it by then. */
const pageLife = 60_000

/**
 * Opens the default browser. One that comes as a snap may not read hidden folders, so where there are
 * snaps the page stands in the home folder for its minute. Gives false when none could be started.
 */
export async function openBrowser(address: string, dataDir: string): Promise<boolean> {
  const folder = existsSync('/snap') ? homedir() : dataDir
  const page = join(folder, `open-parallax-${process.pid}.html`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(page, { force: true })
  const html = `<!doctype html><meta charset="utf-8"><title>Parallax</title><meta http-equiv="refresh" content="0;url=${address}"><a href="${address}">Open Parallax</a>\n`
  await writeFile(page, html, { mode: 0o600, flag: 'wx' })
  setTimeout(() => void rm(page, { force: true }), pageLife).unref()
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', page]
      : process.platform === 'darwin'
        ? ['open', page]
        : ['xdg-open', page]
  if (command === undefined) return false
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => done(false))
    child.once('spawn', () => {
      child.unref()
      done(true)
    })
  })
}

// Drives the app in Electron, or in the stand-in, which Playwright starts exactly as it starts
// Electron: both are found through require('electron'), so that its loader works in both.
import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright/test'
import type { ActionId } from '../../../src/shared/menu.ts'
import { baseOf, type Driven, environment, hasEnded, root, type Start, words } from './app.ts'
import { watchProblems } from './problems.ts'

export async function openElectron(host: 'electron' | 'double', start: Start): Promise<Driven> {
  // Read once in the life of a worker, which serves one host only.
  if (host === 'double') process.env.ELECTRON_OVERRIDE_DIST_PATH = join(root, 'tests/double/dist')
  else delete process.env.ELECTRON_OVERRIDE_DIST_PATH
  const electron = await _electron.launch({
    args: ['.', ...words(start)],
    cwd: root,
    env: environment(start),
    timeout: 20_000,
  })
  const child = electron.process()
  try {
    const page = await electron.firstWindow({ timeout: 20_000 })
    const problems = await watchProblems(page)
    await page.getByRole('main').waitFor({ timeout: 20_000 })
    return {
      page,
      host,
      base: baseOf(page),
      electron,
      process: child,
      problems: problems.list,
      command: (id) => chooseMenuItem(electron, id),
      close: async () => {
        problems.stop()
        if (!hasEnded(child)) await electron.close()
      },
      kill: async () => {
        problems.stop()
        await killGroup(electron)
      },
    }
  } catch (error) {
    await killGroup(electron)
    throw error
  }
}

async function chooseMenuItem(electron: ElectronApplication, id: ActionId): Promise<void> {
  await electron.evaluate(({ BrowserWindow, Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId)
    if (!item) throw new Error(`the menu has no item "${itemId}"`)
    if (!item.enabled) throw new Error(`the menu item "${itemId}" is disabled`)
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    item.click({}, window, window?.webContents)
  }, id)
}

/** Playwright starts it as the leader of a group: renderers and the stand-in's browser go with it. */
async function killGroup(electron: ElectronApplication): Promise<void> {
  const child = electron.process()
  if (hasEnded(child) || child.pid === undefined) return
  const exit = once(child, 'exit')
  process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  await exit
}

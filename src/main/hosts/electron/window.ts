// The one window: confined, remembered, and shown when it has something to show.
import { BrowserWindow, screen } from 'electron'
import type { WindowBounds } from '../../app.ts'
import { pageUrl } from './security.ts'

export interface WindowDeps {
  /** Absolute path of the built preload. */
  readonly preload: string
  readonly bounds: WindowBounds | null
  readonly saveBounds: (bounds: WindowBounds) => void
}

const usual = { width: 1440, height: 900 }

/** Opens the window and loads the page. Resolves when the page is loaded. */
export async function openWindow(deps: WindowDeps): Promise<BrowserWindow> {
  const bounds = deps.bounds && isOnScreen(deps.bounds) ? deps.bounds : null
  const window = new BrowserWindow({
    ...usual,
    ...(bounds && { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }),
    minWidth: 360,
    minHeight: 320,
    show: false,
    title: 'Parallax',
    backgroundColor: '#fbfaf7',
    webPreferences: {
      preload: deps.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (bounds?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  remember(window, deps.saveBounds)
  await window.loadURL(pageUrl())
  return window
}

/** Milliseconds of rest before bounds are saved, for a drag gives hundreds. */
const rest = 400

function remember(window: BrowserWindow, save: (bounds: WindowBounds) => void): void {
  let timer: NodeJS.Timeout | null = null
  const now = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    save({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = (): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(now, rest)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', now)
}

/** Whether enough of the title bar is on a screen that is there now. */
function isOnScreen(bounds: WindowBounds): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  const overlap =
    Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  return (
    overlap > 100 && bounds.y >= workArea.y - 10 && bounds.y < workArea.y + workArea.height - 40
  )
}

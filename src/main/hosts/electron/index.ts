// Entry of the Electron host: transport, sender check, dialogs and lifecycle, nothing else.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, dialog, session, shell } from 'electron'
import type { ActionId } from '../../../shared/menu.ts'
import type { Tell } from '../../app.ts'
import { type App, createApp } from '../../app.ts'
import { createPool } from '../../work/pool.ts'
import { dataDir } from '../data-dir.ts'
import { handleCalls, windowId } from './ipc.ts'
import { followHistory, setMenu } from './menu.ts'
import { registerScheme, serveScheme } from './protocol.ts'
import { confine, denyPermissions } from './security.ts'
import { electronReaders } from './start-reader.ts'
import { openWindow } from './window.ts'

const bundle = import.meta.dirname
// It must be there before Electron is told (docs/api/app.md, `setPath`).
const data = resolve(dataDir())
mkdirSync(data, { recursive: true, mode: 0o700 })
app.setPath('userData', data)
registerScheme()
app.on('web-contents-created', (_event, contents) => confine(contents))

let core: Promise<App> | null = null

if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only after this file has been evaluated (electron#40719).
  void app
    .whenReady()
    .then(start)
    .catch((thrown: unknown) => {
      dialog.showErrorBox('Parallax could not start', describeBug(thrown))
      app.exit(1)
    })
} else app.quit()

async function start(): Promise<void> {
  denyPermissions(session.defaultSession)
  serveScheme(join(bundle, '../renderer'))
  const library = libraryIn(process.argv)
  core = createApp({
    host: {
      capabilities: { folderDialog: true, saveDialog: true, nativeMenu: true, openLinks: true },
      emit: tell,
      windows: () => BrowserWindow.getAllWindows().map(({ webContents }) => windowId(webContents)),
      pickFolder,
      pickSavePath,
      toBin: (path) => shell.trashItem(path),
      openLink: (url) => shell.openExternal(url),
    },
    work: createPool({
      start: electronReaders(bundle),
      compareUrl: pathToFileURL(join(bundle, 'compare-worker.js')),
      warm: true,
    }),
    version: app.getVersion(),
    dataDir: app.getPath('userData'),
    resources: join(bundle, '../../resources'),
    now: () => new Date(),
    indexWorker: pathToFileURL(join(bundle, 'index-worker.js')),
    ...(library !== undefined && { library: resolve(library) }),
    onBug: (thrown) => process.stderr.write(`parallax: ${describeBug(thrown)}\n`),
  })
  handleCalls(async () => (await ready()).dispatch)
  setMenu({ undo: null, redo: null }, runAction)
  await showWindow()
}

const ready = async (): Promise<App> => {
  if (!core) throw new Error('the core was asked for before the app was ready')
  return core
}

async function showWindow(): Promise<void> {
  const { userData } = await ready()
  await openWindow({
    preload: join(bundle, '../preload/index.cjs'),
    bounds: userData.state.window,
    saveBounds: (bounds) => void userData.updateState((state) => ({ ...state, window: bounds })),
  })
}

const menuFollows = followHistory((history) => setMenu(history, runAction))

const tell: Tell = (event, data, at) => {
  menuFollows(event, data, at)
  for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(event, data, at)
}

const runAction = (action: ActionId): void =>
  void ready().then(({ emit }) => emit('command', { action }))

async function pickFolder(): Promise<string | null> {
  const chosen = await dialog.showOpenDialog({
    title: 'Open a folder of articles',
    properties: ['openDirectory', 'createDirectory'],
  })
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

async function pickSavePath(name: string): Promise<string | null> {
  const chosen = await dialog.showSaveDialog({
    title: 'Export',
    defaultPath: join(app.getPath('documents'), name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}

/** The folder named on the command line: what is no switch, after the app's own path. */
function libraryIn(argv: readonly string[]): string | undefined {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'))
  return words[app.isPackaged ? 0 : 1]
}

app.on('second-instance', (_event, argv, cwd) => {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
  const library = libraryIn(argv)
  if (library === undefined) return
  void ready().then(async ({ openLibrary, emit }) => {
    const opened = await openLibrary(resolve(cwd, library))
    if (!opened.ok) emit('notice', opened.error)
  })
})

app.on('activate', () => {
  if (core && BrowserWindow.getAllWindows().length === 0) void showWindow()
})

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

// Quitting waits until what is being written is written. By now the window is closed and has said
// its last word.
let finished = false
app.on('will-quit', (event) => {
  if (finished || !core) return
  event.preventDefault()
  void core
    .then((running) => running.close())
    .catch((thrown: unknown) => process.stderr.write(`parallax: ${describeBug(thrown)}\n`))
    .finally(() => {
      finished = true
      app.quit()
    })
})

const describeBug = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)

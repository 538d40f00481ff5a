// The smallest application that uses what the double must stand in for.

import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron'

const folder = import.meta.dirname
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; worker-src 'self'; " +
  "connect-src 'self' app:"
const files = {
  '/index.html': 'text/html',
  '/page.js': 'text/javascript',
  '/worker.js': 'text/javascript',
  '/page.css': 'text/css',
}

app.setPath('userData', process.env.FIXTURE_DATA)
const log = (line) => appendFileSync(join(process.env.FIXTURE_DATA, 'log.txt'), `${line}\n`)

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

if (!app.requestSingleInstanceLock()) {
  log('refused')
  app.quit()
} else {
  app.on('second-instance', (_event, argv, cwd) => log(`second ${argv.at(-1)} ${cwd === folder}`))
  for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) {
    app.on(name, () => log(name))
  }
  app.on('window-all-closed', () => app.quit())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      log(`will-navigate ${url}`)
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      log(`open ${url}`)
      return { action: 'deny' }
    })
  })
  void app.whenReady().then(start)
}

function serve(request) {
  const { host, pathname } = new URL(request.url)
  const type = host === 'parallax' && files[pathname]
  if (!type) return new Response('not found', { status: 404 })
  const headers = { 'content-type': type, 'content-security-policy': CSP }
  return new Response(readFileSync(join(folder, pathname)), { headers })
}

function handleCalls() {
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('kinds', (_event, values) =>
    values.map((value) => Object.prototype.toString.call(value).slice(8, -1)),
  )
  ipcMain.handle('fail', () => {
    throw Object.assign(new TypeError('boom'), { code: 'LOST' })
  })
  ipcMain.handle('uncloneable', () => () => {})
  ipcMain.handle('sender', ({ sender, senderFrame }) => ({
    url: senderFrame.url,
    origin: senderFrame.origin,
    isMain: senderFrame === sender.mainFrame,
    id: sender.id,
  }))
  ipcMain.on('note', (_event, text) => log(`note ${text}`))
}

function menu() {
  const click = (item) => BrowserWindow.getAllWindows()[0].webContents.send('menu', item.id)
  const entry = (id, accelerator, more) => ({ id, label: id, accelerator, click, ...more })
  return Menu.buildFromTemplate([
    { label: 'File', submenu: [{ role: 'quit' }] },
    {
      label: 'Edit',
      submenu: [
        entry('find', 'CmdOrCtrl+F'),
        entry('page-key', 'CmdOrCtrl+J', { registerAccelerator: false }),
      ],
    },
  ])
}

async function start() {
  session.defaultSession.setPermissionRequestHandler((_contents, _name, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  protocol.handle('app', serve)
  handleCalls()
  Menu.setApplicationMenu(menu())
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    show: false,
    webPreferences: { preload: join(folder, 'preload.cjs') },
  })
  for (const name of ['close', 'closed', 'resize', 'move', 'maximize']) {
    window.on(name, () => log(`window ${name}`))
  }
  window.on('close', (event) => {
    if (globalThis.holdOpen) event.preventDefault()
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('console-message', ({ level, message }) => log(`${level} ${message}`))
  await window.loadURL('app://parallax/index.html')
}

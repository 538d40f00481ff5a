// Roles of menu items: label, accelerator and act, as Electron's roles.ts has them.
'use strict'

const { app } = require('./app.cjs')

const CTRL = 'CommandOrControl'
const edit = (label, key, method) => ({
  label,
  accelerator: `${CTRL}+${key}`,
  // The page handles these keys itself.
  registerAccelerator: false,
  run: (window) => window?.webContents[method](),
})
const zoom = (label, key, change) => ({
  label,
  accelerator: `${CTRL}+${key}`,
  run(window) {
    const contents = window?.webContents
    contents?.setZoomLevel(change === 0 ? 0 : contents.getZoomLevel() + change)
  },
})

/** By role in lower case. `run` gets the focused window, or null. */
const roles = {
  about: { label: 'About', run: () => app.showAboutPanel() },
  close: { label: 'Close Window', accelerator: `${CTRL}+W`, run: (window) => window?.close() },
  copy: edit('Copy', 'C', 'copy'),
  cut: edit('Cut', 'X', 'cut'),
  delete: { label: 'Delete', run: (window) => window?.webContents.delete() },
  forcereload: {
    label: 'Force Reload',
    accelerator: `Shift+${CTRL}+R`,
    run: (window) => window?.webContents.reloadIgnoringCache(),
  },
  minimize: { label: 'Minimize', accelerator: `${CTRL}+M`, run: (window) => window?.minimize() },
  paste: edit('Paste', 'V', 'paste'),
  quit: { label: 'Quit', accelerator: `${CTRL}+Q`, run: () => app.quit() },
  redo: edit('Redo', 'Shift+Z', 'redo'),
  reload: {
    label: 'Reload',
    accelerator: `${CTRL}+R`,
    run: (window) => window?.webContents.reload(),
  },
  resetzoom: zoom('Actual Size', '0', 0),
  selectall: edit('Select All', 'A', 'selectAll'),
  toggledevtools: { label: 'Toggle Developer Tools', accelerator: `${CTRL}+Shift+I`, run() {} },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  undo: edit('Undo', 'Z', 'undo'),
  zoomin: zoom('Zoom In', 'Plus', 0.5),
  zoomout: zoom('Zoom Out', '-', -0.5),
}

/** Roles that are a whole submenu, or macOS's own: they show, and do nothing here. */
const INERT = new Set([
  'appmenu',
  'clearrecentdocuments',
  'editmenu',
  'filemenu',
  'front',
  'help',
  'hide',
  'hideothers',
  'pasteandmatchstyle',
  'recentdocuments',
  'services',
  'sharemenu',
  'showsubstitutions',
  'startspeaking',
  'stopspeaking',
  'togglespellchecker',
  'unhide',
  'viewmenu',
  'window',
  'windowmenu',
  'zoom',
])

/** @param {string} role Throws if Electron has no such role. */
function roleOf(role) {
  const name = role.toLowerCase()
  if (Object.hasOwn(roles, name)) return roles[name]
  if (INERT.has(name)) return { label: role, run() {} }
  throw new TypeError(`Unknown menu role '${role}'`)
}

module.exports = { roleOf }

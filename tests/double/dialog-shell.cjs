// dialog and shell: nobody is there to answer, and nothing outside may be touched. Tests replace
// the functions through `evaluate`; what was asked is also in `doubleLog`.
'use strict'

const { mkdtemp, rename } = require('node:fs/promises')
const { tmpdir } = require('node:os')
const { basename, join } = require('node:path')

const { refusing, unsupported } = require('./unsupported.cjs')

/** @returns an async function that notes its options and gives a copy of the answer */
function unanswered(log, name, answerTo) {
  return async (...args) => {
    // The window in front is optional.
    const options = args.at(-1) ?? {}
    log.push([name, options])
    return answerTo(options)
  }
}

function refuseSync(name) {
  return () => {
    throw unsupported(`dialog.${name}`)
  }
}

const dialogLog = []
const dialog = {
  doubleLog: dialogLog,
  showOpenDialog: unanswered(dialogLog, 'open', () => ({ canceled: true, filePaths: [] })),
  showSaveDialog: unanswered(dialogLog, 'save', () => ({ canceled: true, filePath: '' })),
  /** Cancelled, as by Escape: `cancelId`, else the button that says so, else the first. */
  showMessageBox: unanswered(dialogLog, 'message', ({ cancelId, buttons = [] }) => {
    const cancel = buttons.findIndex((label) => /^(cancel|no)$/i.test(label.replace('&', '')))
    return { response: cancelId ?? Math.max(cancel, 0), checkboxChecked: false }
  }),
  showErrorBox(title, content) {
    dialogLog.push(['error', { title, content }])
    console.error(`${title}\n${content}`)
  },
  showOpenDialogSync: refuseSync('showOpenDialogSync'),
  showSaveDialogSync: refuseSync('showSaveDialogSync'),
  showMessageBoxSync: refuseSync('showMessageBoxSync'),
}

const shellLog = []
const note = (name, what) => void shellLog.push([name, what])
const shell = {
  doubleLog: shellLog,
  openExternal: async (url) => note('openExternal', new URL(url).href),
  showItemInFolder: (path) => note('showItemInFolder', path),
  async openPath(path) {
    note('openPath', path)
    return ''
  },
  /** The bin is a folder of its own for each; rejects for what is not there. The log has where it lies. */
  async trashItem(path) {
    const binned = join(await mkdtemp(join(tmpdir(), 'double-bin-')), basename(path))
    await rename(path, binned)
    note('trashItem', { path, binned })
  },
  beep: () => note('beep', undefined),
}

module.exports = {
  dialog: Object.setPrototypeOf(dialog, refusing('dialog', {})),
  shell: Object.setPrototypeOf(shell, refusing('shell', {})),
}

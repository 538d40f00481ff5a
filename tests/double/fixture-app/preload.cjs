// The bridge of the fixture: a few calls, and a look at what the preload itself may do.
const { contextBridge, ipcRenderer } = require('electron')

const tryRequire = (id) => {
  try {
    require(id)
    return 'loaded'
  } catch (error) {
    return error.message
  }
}

contextBridge.exposeInMainWorld('bridge', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  kinds: (values) => ipcRenderer.invoke('kinds', values),
  call: (channel) => ipcRenderer.invoke(channel),
  note: (text) => ipcRenderer.send('note', text),
  onMenu(listener) {
    ipcRenderer.on('menu', (_event, id) => listener(id))
  },
  fail() {
    throw Object.assign(new TypeError('inside'), { code: 'LOST' })
  },
  sum: (numbers, twice) => numbers.map((number) => twice(number)),
  required: { fs: tryRequire('fs'), unknown: tryRequire('./other.cjs') },
})
globalThis.leak = 'must not be seen by the page'

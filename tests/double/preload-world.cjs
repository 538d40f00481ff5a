// What a sandboxed preload finds: ipcRenderer, a narrow `require`, a narrow `process`.
// Sent to the page as text: the functions may use nothing outside this file.
'use strict'

const { asSource } = require('./as-source.cjs')

/**
 * @param {{ binding: string, deliver: string, process: object }} names functions that lead to the
 *   main process and back; what the preload may know of the process
 * @param {{ expose(name: string, api: unknown): void }} bridge
 * @param {{ encode(value: unknown): string, decode(text: string): any }} codec
 * @param {Function} preload the preload script, wrapped
 */
function startPreload(names, bridge, codec, preload) {
  const toMain = globalThis[names.binding]
  const tell = (message) => toMain(JSON.stringify(message))
  const { ipcRenderer, arrived } = createIpcRenderer(codec, tell)
  globalThis[names.deliver] = (text) => {
    const message = JSON.parse(text)
    arrived[message.kind](message)
  }
  tellInput(tell)
  tellTitle(tell)
  try {
    const module = { exports: {} }
    preload(createRequire(ipcRenderer, bridge), names.process, module, module.exports)
  } catch (error) {
    tell({ kind: 'preload-error', error: String(error?.stack ?? error) })
  }
}

function refuse(name) {
  return () => {
    throw new Error(`electron double: unsupported: ${name}`)
  }
}

function refuseAll(module, methods) {
  return Object.fromEntries(methods.map((method) => [method, refuse(`${module}.${method}`)]))
}

/** `ipcRenderer`, and what is done with each kind of message that arrives from the main process. */
function createIpcRenderer(codec, tell) {
  const waiting = new Map()
  const listeners = new Map()
  let lastId = 0

  const encodeArguments = (args) => {
    try {
      return codec.encode(structuredClone(args))
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  const ipcRenderer = {
    ...refuseAll('ipcRenderer', ['sendSync', 'sendToHost', 'postMessage']),
    async invoke(channel, ...args) {
      const text = encodeArguments(args)
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel })
        tell({ kind: 'invoke', id, channel, args: text })
      })
    },
    send(channel, ...args) {
      tell({ kind: 'send', channel, args: encodeArguments(args) })
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), { listener }])
      return ipcRenderer
    },
    once(channel, listener) {
      const once = (...args) => {
        ipcRenderer.off(channel, listener)
        listener(...args)
      }
      listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, run: once }])
      return ipcRenderer
    },
    off(channel, listener) {
      const held = listeners.get(channel) ?? []
      const last = held.findLastIndex((entry) => entry.listener === listener)
      listeners.set(channel, held.toSpliced(last === -1 ? held.length : last, 1))
      return ipcRenderer
    },
    removeAllListeners(channel) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel) => (listeners.get(channel) ?? []).length,
  }
  ipcRenderer.addListener = ipcRenderer.on
  ipcRenderer.removeListener = ipcRenderer.off

  const arrived = {
    event({ channel, args }) {
      const values = codec.decode(args)
      for (const { listener, run = listener } of listeners.get(channel) ?? []) {
        run({ sender: ipcRenderer, ports: [] }, ...values)
      }
    },
    resolved({ id, value }) {
      waiting.get(id)?.resolve(codec.decode(value))
      waiting.delete(id)
    },
    rejected({ id, error }) {
      const { reject, channel } = waiting.get(id) ?? {}
      waiting.delete(id)
      reject?.(new Error(`Error invoking remote method '${channel}': ${error}`))
    },
  }
  return { ipcRenderer, arrived }
}

/** Tells of keys and of asking for a menu, after the page: what it prevents, the menu does not get. */
function tellInput(tell) {
  const afterPage = (type, describe) =>
    addEventListener(type, (event) =>
      setTimeout(() => {
        if (event.isTrusted && !event.defaultPrevented) tell(describe(event))
      }),
    )
  afterPage('keydown', (event) => ({
    kind: 'key',
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    shift: event.shiftKey,
    meta: event.metaKey,
  }))
  afterPage('contextmenu', (event) => ({
    kind: 'context-menu',
    x: event.clientX,
    y: event.clientY,
    selectionText: String(getSelection() ?? ''),
    linkURL: event.target.closest?.('a[href]')?.href ?? '',
    isEditable: event.target.matches?.('input, textarea') || event.target.isContentEditable,
  }))
}

function tellTitle(tell) {
  let lastTitle = ''
  const tellNow = () => {
    if (document.title === lastTitle) return
    lastTitle = document.title
    tell({ kind: 'title', title: lastTitle })
  }
  addEventListener('DOMContentLoaded', () => {
    tellNow()
    const options = { childList: true, characterData: true, subtree: true }
    new MutationObserver(tellNow).observe(document.head, options)
  })
}

/** The `require` of a sandboxed preload. */
function createRequire(ipcRenderer, bridge) {
  const modules = {
    electron: {
      contextBridge: {
        ...refuseAll('contextBridge', ['exposeInIsolatedWorld', 'executeInMainWorld']),
        exposeInMainWorld: (name, api) => bridge.expose(name, api),
      },
      ipcRenderer,
      webFrame: refuseAll('webFrame', ['setZoomFactor', 'setZoomLevel', 'insertCSS']),
      webUtils: refuseAll('webUtils', ['getPathForFile']),
    },
  }
  modules['electron/renderer'] = modules.electron
  return (id) => {
    if (Object.hasOwn(modules, id)) return modules[id]
    if (/^(node:)?(events|timers|url)$/.test(id)) refuse(`require('${id}') in the preload`)()
    throw new Error(`module not found: ${id}`)
  }
}

/** An expression that is `startPreload`. */
const preloadSource = asSource(startPreload, [
  refuse,
  refuseAll,
  createIpcRenderer,
  tellInput,
  tellTitle,
  createRequire,
])

module.exports = { preloadSource }

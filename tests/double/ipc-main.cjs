// ipcMain: what the preload sends, and the answers, with Electron's words for errors.
'use strict'

const { EventEmitter } = require('node:events')
const { codec } = require('./codec.cjs')
const { createEvent } = require('./event.cjs')
const { PAGE } = require('./registry.cjs')

const handlers = new Map()

const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel, handler) {
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    }
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    handlers.set(channel, handler)
  },
  handleOnce(channel, handler) {
    ipcMain.handle(channel, (...args) => {
      handlers.delete(channel)
      return handler(...args)
    })
  },
  removeHandler: (channel) => void handlers.delete(channel),
})

/** @returns {string} the value as text. Throws Electron's error if it cannot be cloned. */
function encode(value) {
  try {
    return codec.encode(structuredClone(value))
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

function eventFrom(contents) {
  return createEvent({
    type: 'frame',
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: 1,
    processId: 1,
    reply: (channel, ...args) => contents.send(channel, ...args),
  })
}

/** @param {{ channel: string, args: string }} message of `ipcRenderer.send` */
function receiveSend(contents, { channel, args }) {
  ipcMain.emit(channel, eventFrom(contents), ...codec.decode(args))
}

/** @param {{ id: number, channel: string, args: string }} message of `ipcRenderer.invoke` */
async function receiveInvoke(contents, { id, channel, args }) {
  let reply
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const value = await handler(eventFrom(contents), ...codec.decode(args))
    reply = { kind: 'resolved', id, value: encode(value) }
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    reply = { kind: 'rejected', id, error: String(error) }
  }
  await contents[PAGE].post(reply)
}

module.exports = { ipcMain, encode, receiveSend, receiveInvoke }

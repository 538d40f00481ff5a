// The one running Chromium: its connection, and the sessions of its pages.
'use strict'

const { Cdp } = require('./cdp.cjs')
const { startChromium } = require('./chromium.cjs')

/** @type {Cdp | undefined} */
let connection
let processId = 0
const bySession = new Map()
const byMethod = new Map()

const browser = {
  get pid() {
    return processId
  },
  get isRunning() {
    return connection !== undefined
  },

  /** @param {Map<string, string>} switches @returns the address of the port that Playwright uses */
  async start(switches) {
    const chromium = await startChromium(switches)
    processId = chromium.pid
    connection = new Cdp(chromium.input, chromium.output)
    connection.on('event', route)
    chromium.onExit(() => {
      console.error('electron double: Chromium has died')
      process.exit(1)
    })
    return chromium.endpoint
  },

  /** Rejects if Chromium refuses the command, or is not running. */
  async send(method, params, sessionId) {
    if (!connection) throw new Error(`electron double: ${method} before 'ready'`)
    return connection.send(method, params, sessionId)
  },

  /** @param {(method: string, params: any) => void} listener gets all events of this session */
  listen(sessionId, listener) {
    bySession.set(sessionId, listener)
  },

  /** Events of the browser itself, by name. */
  on(method, listener) {
    byMethod.set(method, listener)
  },
}

function route(method, params, sessionId) {
  if (sessionId) bySession.get(sessionId)?.(method, params)
  else byMethod.get(method)?.(params)
  if (method === 'Target.detachedFromTarget') {
    bySession.get(params.sessionId)?.('gone', params)
    bySession.delete(params.sessionId)
  }
}

module.exports = { browser }

// The DevTools protocol over Chromium's pipe: messages are JSON, each ended by a zero byte.
'use strict'

const { EventEmitter } = require('node:events')
const { StringDecoder } = require('node:string_decoder')

/**
 * One connection, many sessions. Emits every protocol event as
 * `(method, params, sessionId | undefined)` under the name 'event'.
 */
class Cdp extends EventEmitter {
  #input
  #lastId = 0
  #pending = new Map()

  /**
   * @param {import('node:stream').Writable} input
   * @param {import('node:stream').Readable} output
   */
  constructor(input, output) {
    super()
    this.#input = input
    // Both ends break when Chromium dies; its exit is what gets reported.
    input.on('error', () => this.#failPending())
    output.on('error', () => this.#failPending())
    output.on('close', () => this.#failPending())
    this.#readFrom(output)
  }

  /** Rejects with Chromium's message if it refuses, or if the connection is gone. */
  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, method })
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #readFrom(output) {
    const decoder = new StringDecoder('utf8')
    let parts = []
    output.on('data', (chunk) => {
      const pieces = decoder.write(chunk).split('\0')
      const tail = pieces.pop()
      for (const piece of pieces) {
        parts.push(piece)
        const text = parts.join('')
        parts = []
        this.#receive(JSON.parse(text))
      }
      parts.push(tail)
    })
  }

  #receive({ id, method, params, sessionId, result, error }) {
    if (id === undefined) return void this.emit('event', method, params, sessionId)
    const call = this.#pending.get(id)
    this.#pending.delete(id)
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`))
    else call?.resolve(result)
  }

  #failPending() {
    for (const { reject, method } of this.#pending.values()) {
      reject(new Error(`${method}: the connection to Chromium is closed`))
    }
    this.#pending.clear()
  }
}

module.exports = { Cdp }

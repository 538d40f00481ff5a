// contextBridge, both ends. Sent to the page as text: the functions may use nothing outside this file.
// Values cross as CustomEvent.detail, which Chromium structured-clones between worlds.
'use strict'

const { asSource } = require('./as-source.cjs')

/**
 * @param {'page' | 'preload'} role which end this is
 * @param {string} key unguessable name of the events
 * @returns {{ expose(name: string, api: unknown): void }} for the preload's end
 */
function createBridge(role, key) {
  const other = role === 'page' ? 'preload' : 'page'
  const functions = new Map()
  let returned

  const dispatch = window.dispatchEvent.bind(window)
  const post = (message) => dispatch(new CustomEvent(key + other, { detail: message }))
  const encode = createEncoder(role, functions, post)
  const { decode, settle } = createDecoder((id, args) => call(id, args))

  // Dispatching is synchronous, so the answer is there when `post` comes back.
  const call = (id, args) => {
    const outer = returned
    post({ kind: 'call', id, args: args.map((arg) => encode(arg)) })
    const answer = returned
    returned = outer
    if (answer.thrown !== undefined) throw new Error(answer.thrown)
    return decode(answer.value)
  }

  const answer = ({ id, args }) => {
    try {
      const result = functions.get(id)(...args.map((arg) => decode(arg)))
      return { kind: 'returned', value: encode(result) }
    } catch (error) {
      const thrown =
        typeof error?.message === 'string'
          ? error.message
          : 'An unknown exception occurred in the isolated context, an error occurred but a ' +
            'valid exception was not thrown.'
      return { kind: 'returned', thrown }
    }
  }

  window.addEventListener(key + role, (event) => {
    event.stopImmediatePropagation()
    const message = event.detail
    if (message.kind === 'call') post(answer(message))
    else if (message.kind === 'expose')
      post(exposeHere(message.name, () => decode(message.value, true)))
    else if (message.kind === 'returned') returned = message
    else settle(message)
  })

  return {
    expose(name, api) {
      post({ kind: 'expose', name, value: encode(api) })
      if (returned?.thrown !== undefined) throw new Error(returned.thrown)
    },
  }
}

/** Gives what makes values into what can cross; functions and promises stay here under a number. */
function createEncoder(role, functions, post) {
  let lastId = 0
  const kindOf = (value) => Object.prototype.toString.call(value)
  const messageOf = (error) => String(error?.message ?? error)

  const encode = (value, depth = 0) => {
    if (depth > 1000) {
      throw new Error('Electron contextBridge recursion depth exceeded.')
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value === 'function') {
      const id = role + ++lastId
      functions.set(id, value)
      return { type: 'function', id }
    }
    if (value === null || typeof value !== 'object') return { type: 'value', value }
    if (value instanceof Promise) return encodePromise(value)
    if (value instanceof Error) return { type: 'error', message: value.message }
    if (Array.isArray(value)) {
      return { type: 'array', items: value.map((item) => encode(item, depth + 1)) }
    }
    // Instances of classes cross as plain objects; what has its own kind is cloned.
    if (kindOf(value) === '[object Object]') {
      const entries = Object.entries(value).map(([name, item]) => [name, encode(item, depth + 1)])
      return { type: 'object', entries }
    }
    try {
      structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    return { type: 'value', value }
  }

  const encodePromise = (promise) => {
    const id = role + ++lastId
    const settle = (kind) => (value) => {
      let result
      try {
        result = { kind, value: encode(value) }
      } catch (error) {
        result = { kind: 'rejected', value: { type: 'error', message: messageOf(error) } }
      }
      post({ ...result, id })
    }
    promise.then(settle('resolved'), settle('rejected'))
    return { type: 'promise', id }
  }

  return encode
}

/** What has crossed made into values again; functions call the other end, promises wait for it. */
function createDecoder(call) {
  const promises = new Map()

  const decode = (coded, freeze) => {
    const frozen = (value) => (freeze ? Object.freeze(value) : value)
    switch (coded.type) {
      case 'function':
        return frozen((...args) => call(coded.id, args))
      case 'promise':
        return new Promise((resolve, reject) => promises.set(coded.id, { resolve, reject }))
      case 'error':
        return new Error(coded.message)
      case 'array':
        return frozen(coded.items.map((item) => decode(item, freeze)))
      case 'object': {
        const entries = coded.entries.map(([name, item]) => [name, decode(item, freeze)])
        return frozen(Object.fromEntries(entries))
      }
      default:
        return coded.value
    }
  }

  const settle = ({ kind, id, value }) => {
    const waiting = promises.get(id)
    promises.delete(id)
    if (kind === 'resolved') waiting?.resolve(decode(value))
    else waiting?.reject(decode(value))
  }

  return { decode, settle }
}

/**
 * Puts an API on the window. Gives the answer to the other end.
 * @param {() => unknown} value made only where the name is free
 */
function exposeHere(name, value) {
  if (name in window) {
    const message = 'Cannot bind an API on top of an existing property on the window object'
    return { kind: 'returned', thrown: message }
  }
  Object.defineProperty(window, name, {
    value: value(),
    configurable: false,
    enumerable: true,
    writable: false,
  })
  return { kind: 'returned' }
}

/** An expression that is `createBridge`. */
const bridgeSource = asSource(createBridge, [createEncoder, createDecoder, exposeHere])

module.exports = { bridgeSource }

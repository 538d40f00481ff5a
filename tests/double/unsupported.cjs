// What the double does not do must fail at once and by name, never pass for working.
'use strict'

const { EventEmitter } = require('node:events')

// Looked up by Node, promises, inspectors and matchers on any object.
const PROBED = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'asymmetricMatch', 'domain'])

/** @param {string} what */
function unsupported(what) {
  return new Error(`electron double: unsupported: ${what}`)
}

/**
 * A prototype on which every unknown method throws when called. `undefined` stays possible for
 * names that start with an underscore and for symbols.
 *
 * @param {string} name as in Electron's documentation
 * @param {object} target where known members are looked up
 */
function refusing(name, target) {
  return new Proxy(target, {
    get(known, key, receiver) {
      if (key in known) return Reflect.get(known, key, receiver)
      if (typeof key === 'symbol' || key.startsWith('_') || PROBED.has(key)) return undefined
      return () => {
        throw unsupported(`${name}.${key}`)
      }
    },
  })
}

/**
 * Base class for Electron's emitters: unknown methods and unsupported events throw.
 *
 * @param {string} name
 * @param {readonly string[]} [silentEvents] events of Electron that the double never emits
 */
function emitterThatRefuses(name, silentEvents = []) {
  class Refusing extends EventEmitter {}
  for (const method of ['on', 'once', 'addListener', 'prependListener']) {
    Refusing.prototype[method] = function listen(event, listener) {
      if (silentEvents.includes(event)) throw unsupported(`${name} event '${event}'`)
      return EventEmitter.prototype[method].call(this, event, listener)
    }
  }
  Object.setPrototypeOf(Refusing.prototype, refusing(name, EventEmitter.prototype))
  return Refusing
}

/** A whole module that is not there. @param {string} name */
function absentModule(name) {
  return refusing(name, new EventEmitter())
}

module.exports = { unsupported, refusing, emitterThatRefuses, absentModule }

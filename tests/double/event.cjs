// Electron's event objects: first argument of every listener, with preventDefault.
'use strict'

/**
 * @template {object} T
 * @param {T} [details] members of the event beyond the common ones
 */
function createEvent(details) {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(details ?? {}))
}

module.exports = { createEvent }

// What exists right now: windows, their contents, which has the focus. Shared, so that the modules
// that make these need not know each other.
'use strict'

const { EventEmitter } = require('node:events')

/** Emits 'all-closed' when the last window is gone. */
const registry = Object.assign(new EventEmitter(), {
  /** @type {Map<number, any>} windows by id, oldest first */
  windows: new Map(),
  /** @type {Map<number, any>} contents by id */
  contents: new Map(),
  /** @type {WeakMap<object, any>} contents -> window */
  owners: new WeakMap(),
  /** @type {any} */
  focused: null,

  /** @param {string} targetId Chromium's name of the page, which is also its main frame's */
  contentsOfTarget(targetId) {
    return [...registry.contents.values()].find((contents) => contents[PAGE].targetId === targetId)
  },
})

/** Key of a contents' page, which the application must not see. */
const PAGE = Symbol('page')

module.exports = { registry, PAGE }

// WebFrameMain of a page's main frame: what handlers compare senders with.
'use strict'

const { originOf } = require('./scheme-urls.cjs')

/** @param {any} contents @returns one object for the life of the contents, with a living `url` */
function createMainFrame(contents) {
  const frame = {
    get url() {
      return contents.getURL()
    },
    get origin() {
      return originOf(contents.getURL())
    },
    get top() {
      return frame
    },
    get framesInSubtree() {
      return [frame]
    },
    parent: null,
    frames: [],
    name: '',
    frameTreeNodeId: 1,
    processId: 1,
    routingId: 1,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
    executeJavaScript: (code, userGesture) => contents.executeJavaScript(code, userGesture),
    send: (channel, ...args) => contents.send(channel, ...args),
  }
  return frame
}

module.exports = { createMainFrame }

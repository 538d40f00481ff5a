// protocol: which schemes exist, and who answers them.
'use strict'

const { app } = require('./app.cjs')
const { schemes } = require('./scheme-urls.cjs')
const { refusing, unsupported } = require('./unsupported.cjs')

/** @type {Map<string, (request: Request) => Response | Promise<Response>>} */
const handlers = new Map()

const protocol = {
  registerSchemesAsPrivileged(list) {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const { scheme, privileges = {} } of list) {
      if (!privileges.standard || !privileges.secure) {
        throw unsupported(`scheme '${scheme}' without standard and secure`)
      }
      if (privileges.bypassCSP) throw unsupported(`scheme '${scheme}' with bypassCSP`)
      schemes.set(scheme, privileges)
    }
  },
  handle(scheme, handler) {
    if (!app.isReady()) throw new Error('protocol.handle: the app is not ready')
    if (!schemes.has(scheme)) {
      throw unsupported(`protocol.handle('${scheme}') without registerSchemesAsPrivileged`)
    }
    if (handlers.has(scheme)) {
      throw new Error(`Failed to register protocol: ${scheme}. It's already been registered.`)
    }
    handlers.set(scheme, handler)
  },
  unhandle: (scheme) => void handlers.delete(scheme),
  isProtocolHandled: (scheme) => handlers.has(scheme),
}

module.exports = { protocol: Object.setPrototypeOf(protocol, refusing('protocol', {})), handlers }

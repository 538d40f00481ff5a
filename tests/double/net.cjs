// net: files only. The double is offline, and says so.
'use strict'

const { readFile } = require('node:fs/promises')
const path = require('node:path')
const { fileURLToPath } = require('node:url')
const { refusing, unsupported } = require('./unsupported.cjs')

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

const net = {
  /** @param {string | URL | Request} input a file: URL. Rejects if there is no such file. */
  async fetch(input) {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.protocol !== 'file:') throw unsupported(`net.fetch('${url}')`)
    const file = fileURLToPath(url)
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
    try {
      return new Response(await readFile(file), { headers: { 'content-type': type } })
    } catch (cause) {
      throw new Error('net::ERR_FILE_NOT_FOUND', { cause })
    }
  },
  isOnline: () => false,
  online: false,
}

module.exports = { net: Object.setPrototypeOf(net, refusing('net', {})) }

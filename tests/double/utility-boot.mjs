// Runs in a utility process before its entry: gives it `process.parentPort`, and ends it with the
// main process, as Chromium does.

import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'

const parentPort = new EventEmitter()
parentPort.postMessage = (message) => void process.send(structuredClone(message))
// Messages wait for the first who listens.
parentPort.on('newListener', (event) => {
  if (event !== 'message' || parentPort.listenerCount('message') > 0) return
  process.on('message', (data) => parentPort.emit('message', { data, ports: [] }))
})
process.on('disconnect', () => process.exit())
if (!process.connected) process.exit()
Object.defineProperty(process, 'parentPort', { value: parentPort })
Object.defineProperty(process, 'type', { value: 'utility' })

// The entry sees itself as the program.
process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1]).href)

// Stands for the rest of the world: a server on this machine that counts who comes. Nobody should.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Outside {
  readonly url: string
  /** What was asked for, and every attempt to connect. */
  readonly visits: readonly string[]
  close(): Promise<void>
}

export async function openOutside(): Promise<Outside> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Outside</title><p>Outside</p>')
  })
  server.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

// The app in a window of the user's own browser: HTTP for calls, a WebSocket for events, on the
// loopback address alone. No cookies: those are shared by every port of 127.0.0.1.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { megabytesOf } from '../../../shared/call-limits.ts'
import type { Told } from '../../../shared/stream.ts'
import type { Dispatch } from '../../app.ts'
import { serveStatic } from '../static-files.ts'
import { createDoorkeeper } from './address.ts'
import { createEars } from './ears.ts'

export interface WebServer {
  /** With the token in its fragment, which no server and no log ever sees. */
  readonly address: string
  /** Tells every window; one that does not listen loses its connection, and asks anew when it is back. */
  emit(told: Told): void
  /** Ids of the windows that listen. */
  windows(): readonly string[]
  close(): Promise<void>
}

/** A call as our page sends it: what it is about, and who asks. */
const Envelope = z.strictObject({
  library: z.string().nullable(),
  window: z.string().max(64),
  arg: z.unknown(),
})

/** Listens on 127.0.0.1; port 0 takes any free one. Rejects when the port is taken. */
export async function startServer(
  dispatch: () => Promise<Dispatch>,
  renderer: string,
  port: number,
): Promise<WebServer> {
  let authority = ''
  const door = createDoorkeeper(() => authority)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const ears = createEars()

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => end(response, 400))
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!door.isOurHost(request)) return end(response, 421)
    const url = new URL(request.url ?? '/', `http://${authority}`)
    if (request.method === 'POST' && url.pathname.startsWith('/call/'))
      return answerCall(request, response, url.pathname.slice('/call/'.length))
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
    const file = await serveStatic(renderer, url.pathname, `ws://${authority}`)
    end(response, file.status, request.method === 'GET' ? file.body : null, file.headers)
  }

  const answerCall = async (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
  ): Promise<void> => {
    if (!door.isOurPage(request)) return end(response, 403)
    if (request.headers['content-type'] !== 'application/json') return end(response, 415)
    if (!door.hasToken(request.headers.authorization, 'Bearer ')) return end(response, 401)
    const body = await readBody(request, megabytesOf(name) * 1024 * 1024)
    if (body === null) return end(response, 413)
    const envelope = envelopeIn(body)
    if (envelope === null) return end(response, 400)
    const { library, window, arg } = envelope
    const result = await (await dispatch())(name, arg, { host: 'web', window, library })
    end(response, 200, JSON.stringify(result), {
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    })
  }

  server.on('upgrade', (request, socket, head) => {
    // Whoever is refused may break off; that is no error of ours.
    socket.on('error', () => socket.destroy())
    const [protocol, token, window = ''] =
      request.headers['sec-websocket-protocol']?.split(/, */) ?? []
    const admitted =
      door.isOurHost(request) &&
      door.isOurPage(request) &&
      request.url === '/events' &&
      protocol === 'parallax.v1' &&
      door.hasToken(token, 'token.')
    if (!admitted) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (client) =>
      ears.join(client, window.replace(/^window\./, '')),
    )
  })

  await listen(server, port)
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    address: `http://${authority}/#token=${door.token}`,
    emit: ears.tell,
    windows: ears.windows,
    close: () =>
      new Promise((done) => {
        ears.close()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      done()
    })
  })

/** Null when it is no call as our page makes it. */
function envelopeIn(body: string): z.infer<typeof Envelope> | null {
  try {
    return Envelope.safeParse(JSON.parse(body)).data ?? null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

/** The body as text; null when it is longer than `limit` bytes: the rest is read and thrown away, so that the answer arrives. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
    else chunks.length = 0
  }
  return size > limit ? null : Buffer.concat(chunks).toString('utf8')
}

function end(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array | null = null,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body ?? undefined)
}

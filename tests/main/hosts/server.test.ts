// The loopback server as strangers see it: only the page it gave may speak to it.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type WebServer } from '../../../src/main/hosts/web/server.ts'
import { ok } from '../../../src/shared/result.ts'
import { type Caller, nowhere } from '../../../src/shared/stream.ts'

let folder = ''
let server: WebServer
let port = 0
let token = ''
const heard: [name: string, arg: unknown][] = []
const callers: Caller[] = []
const at = { library: '/x', revision: 7 }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-server-'))
  await mkdir(join(folder, 'renderer'))
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  const dispatch = async (name: string, arg: unknown, caller: Caller) => {
    heard.push([name, arg])
    callers.push(caller)
    return { ...ok(arg), at }
  }
  server = await startServer(async () => dispatch, join(folder, 'renderer'), 0)
  const address = new URL(server.address)
  port = Number(address.port)
  token = address.hash.replace('#token=', '')
})
beforeEach(() => {
  heard.length = 0
  callers.length = 0
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

const ask = ({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answer> =>
  new Promise((done, failed) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    sent.on('error', failed)
    sent.end(body)
  })

const ourHeaders = () => ({
  'host': `127.0.0.1:${port}`,
  'origin': `http://127.0.0.1:${port}`,
  'content-type': 'application/json',
  'authorization': `Bearer ${token}`,
})

/** What our page sends with a call. */
const envelope = (arg: unknown): string => JSON.stringify({ library: '/x', window: 'w', arg })

/** A call as our page makes it, with some headers changed; `undefined` leaves one out. */
const call = (changed: Record<string, string | undefined> = {}, asked: Asked = {}) =>
  ask({
    method: 'POST',
    path: '/call/tags-list',
    body: envelope({ a: 1 }),
    ...asked,
    headers: Object.fromEntries(
      Object.entries({ ...ourHeaders(), ...changed }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>,
  })

describe('a call', () => {
  it('of our page is answered', async () => {
    const answer = await call()
    expect(answer).toMatchObject({
      status: 200,
      text: JSON.stringify({ ok: true, value: { a: 1 }, at }),
    })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(heard).toEqual([['tags-list', { a: 1 }]])
    expect(callers).toEqual([{ host: 'web', window: 'w', library: '/x' }])
  })

  it.each<[string, Record<string, string | undefined>, number]>([
    ['to another host name', { host: 'evil.example' }, 421],
    ['to localhost by name', { host: 'localhost:1' }, 421],
    ['from another origin', { origin: 'http://evil.example' }, 403],
    ['from another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['from https', { origin: 'https://127.0.0.1' }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
    ['without an origin', { origin: undefined }, 403],
    ['without a token', { authorization: undefined }, 401],
    ['with a wrong token', { authorization: `Bearer ${'x'.repeat(43)}` }, 401],
    ['with a short token', { authorization: 'Bearer x' }, 401],
    ['with an empty token', { authorization: 'Bearer ' }, 401],
    ['with a non-ASCII token', { authorization: `Bearer ${'\u00e9'.repeat(43)}` }, 401],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text', { 'content-type': 'text/plain' }, 415],
    ['without a type', { 'content-type': undefined }, 415],
  ])('%s is refused', async (_, changed, status) => {
    const answer = await call(changed)
    expect(answer.status).toBe(status)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    )
    expect(heard).toEqual([])
  })

  it.each(['a=1', '{}', '1', 'null', '{"library":1,"window":"w","arg":{}}'])(
    'of no envelope is refused: %s',
    async (body) => {
      expect((await call({}, { body })).status).toBe(400)
      expect(heard).toEqual([])
    },
  )

  it('that is too large is refused with 413', async () => {
    const answer = await call({}, { body: Buffer.alloc(5 * 1024 * 1024, 'x') })
    expect(answer.status).toBe(413)
    expect(heard).toEqual([])
    expect((await call()).status).toBe(200)
  })

  it('that adds a file may carry 50 MB as base64, and no more', async () => {
    const path = '/call/library-add'
    const file = Buffer.alloc(50 * 1024 * 1024, 'a').toString('base64')
    const body = envelope({ name: 'a.txt', data: file })
    expect((await call({}, { path, body })).status).toBe(200)
    expect(heard.length).toBe(1)
    const more = await call({}, { path, body: Buffer.alloc(80 * 1024 * 1024, 'x') })
    expect(more.status).toBe(413)
    expect(heard.length).toBe(1)
  })

  it.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])('by %s is refused', async (method) => {
    const answer = await call({}, { method })
    expect(answer.status).toBe(405)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    )
    expect(heard).toEqual([])
  })

  it('by GET is only a file that is not there', async () => {
    const headers = ourHeaders()
    expect((await ask({ path: '/call/tags-list', headers })).status).toBe(404)
    expect(heard).toEqual([])
  })
})

describe('a file', () => {
  const get = (path: string, method = 'GET') =>
    ask({ path, method, headers: { host: `127.0.0.1:${port}` } })

  it('is given with the policy, which names our socket', async () => {
    const { status, headers } = await get('/')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain(
      `connect-src 'self' ws://127.0.0.1:${port};`,
    )
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['cache-control']).toBe('no-store')
  })

  it('has no body when only its head is asked for', async () => {
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/index.html%00'])(
    'outside the page’s folder is not there: %s',
    async (path) => expect((await get(path)).status).toBe(404),
  )

  it('of no sensible address is refused, and the server goes on', async () => {
    for (const path of ['http://[', '//', '*']) {
      const { status } = await get(path)
      expect(status).toBeGreaterThanOrEqual(400)
    }
    expect((await get('/')).status).toBe(200)
  })
})

describe('the event socket', () => {
  const open = (
    path: string,
    protocols: string[],
    headers: Record<string, string> = {},
  ): Promise<WebSocket | number> =>
    new Promise((done) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
        headers: { origin: `http://127.0.0.1:${port}`, ...headers },
      })
      socket.on('open', () => done(socket))
      socket.on('error', () => undefined)
      socket.on('unexpected-response', (_, response) => {
        done(response.statusCode ?? 0)
        socket.terminate()
      })
      socket.on('close', () => done(0))
    })

  it('gives our page every event', async () => {
    const socket = await open('/events', ['parallax.v1', `token.${token}`])
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
    const message = new Promise((done) => socket.once('message', (data) => done(String(data))))
    server.emit({ event: 'history-changed', data: { undo: null, redo: 'x' }, at })
    expect(JSON.parse(String(await message))).toEqual({
      event: 'history-changed',
      data: { undo: null, redo: 'x' },
      at,
    })
    socket.terminate()
  })

  it('is known by the name of its window, until it is closed', async () => {
    const socket = await open('/events', ['parallax.v1', `token.${token}`, 'window.one'])
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
    expect(server.windows()).toEqual(['one'])
    socket.close()
    await vi.waitFor(() => expect(server.windows()).toEqual([]))
  })

  it('gives each window every event in order, and ends one that does not listen', async () => {
    const sockets = await Promise.all(
      ['one', 'deaf'].map((name) =>
        open('/events', ['parallax.v1', `token.${token}`, `window.${name}`]),
      ),
    )
    const [one, deaf] = sockets
    if (typeof one !== 'object' || typeof deaf !== 'object') throw new Error('refused')
    const got: number[] = []
    one.on('message', (data) => got.push(JSON.parse(String(data)).at.revision))
    deaf.pause()
    const ended = new Promise((done) => deaf.once('close', done))
    const long = 'x'.repeat(1024 * 1024)
    let sent = 0
    while (server.windows().includes('deaf') && sent < 200) {
      server.emit({ event: 'notice', data: long, at: { library: '/x', revision: sent++ } })
      await vi.waitFor(() => expect(got.length).toBe(sent))
    }
    // What the system takes for a socket varies; what we keep does not.
    expect(sent).toBeLessThan(200)
    expect(server.windows()).toEqual(['one'])
    deaf.resume()
    await ended
    expect(got).toEqual(Array.from({ length: sent }, (_, index) => index))
    one.terminate()
    await vi.waitFor(() => expect(server.windows()).toEqual([]))
  })

  it.each<[string, string, string[], Record<string, string>]>([
    ['without a token', '/events', ['parallax.v1'], {}],
    ['with a wrong token', '/events', ['parallax.v1', `token.${'x'.repeat(43)}`], {}],
    [
      'from another origin',
      '/events',
      ['parallax.v1', 'token.'],
      { origin: 'http://evil.example' },
    ],
    ['to another host', '/events', ['parallax.v1', 'token.'], { host: 'evil.example' }],
    ['at another path', '/other', ['parallax.v1', 'token.'], {}],
    ['of another protocol', '/events', ['other', 'token.'], {}],
  ])('%s is refused', async (_, path, protocols, headers) => {
    const given = protocols.map((each) => (each === 'token.' ? `token.${token}` : each))
    expect(await open(path, given, headers)).toBe(403)
  })

  it('outlives strangers that hang up in the middle of being refused', async () => {
    const strangers: Socket[] = []
    for (let n = 0; n < 20; n++) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(
        `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        () => socket.resetAndDestroy(),
      )
      strangers.push(socket)
    }
    await sleep(100)
    expect((await call()).status).toBe(200)
  })

  it('outlives a message that is too large', async () => {
    const socket = await open('/events', ['parallax.v1', `token.${token}`])
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
    const closed = new Promise((done) => socket.once('close', done))
    socket.send('x'.repeat(100_000))
    await closed
    expect((await call()).status).toBe(200)
  })
})

describe('the address', () => {
  it('is of the loopback, with 256 bits of token in its fragment', () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
  })

  it('cannot be taken twice', async () => {
    await expect(
      startServer(async () => async () => ({ ...ok(null), at: nowhere }), folder, port),
    ).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})

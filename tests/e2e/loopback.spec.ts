// The loopback host speaks to the page it gave, and to nobody else on this machine.
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { type App, expect, test } from './fixtures.ts'
import { roomOf } from './pages/room.ts'

test.skip(({ host }) => host !== 'web', 'only the web host listens on a port')

test('a call needs the right host, origin, token and content type', async ({ app }) => {
  const ask = await askerFor(app)
  const good = await ask({})
  expect(good.status).toBe(200)
  expect(JSON.parse(good.body)).toMatchObject({ ok: true })

  const { port } = new URL(app.base)
  for (const host of [`localhost:${port}`, 'evil.example', '127.0.0.1', `127.0.0.2:${port}`]) {
    expect((await ask({ headers: { host } })).status, `host ${host}`).toBe(421)
    expect((await ask({ method: 'GET', path: '/', headers: { host } })).status).toBe(421)
  }
  const others = [
    'null',
    'http://evil.example',
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
  ]
  for (const origin of [...others, undefined])
    expect((await ask({ headers: { origin } })).status, `origin ${origin}`).toBe(403)
  const token = String(good.token)
  const wrong = ['Bearer ', `Bearer ${token.slice(1)}`, `Bearer ${token}x`, `Basic ${token}`, token]
  for (const authorization of [...wrong, `Bearer ${'A'.repeat(token.length)}`, undefined])
    expect((await ask({ headers: { authorization } })).status, `${authorization}`).toBe(401)
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    undefined,
  ]
  for (const type of types)
    expect((await ask({ headers: { 'content-type': type } })).status, `type ${type}`).toBe(415)
})

test('other methods, too long bodies, nonsense and unknown calls are refused', async ({ app }) => {
  const ask = await askerFor(app)
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
    const { status, headers } = await ask({ method })
    expect(status, method).toBe(405)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
  // A call is never made by a GET: a link could do that.
  expect((await ask({ method: 'GET', headers: { origin: undefined } })).status).toBe(404)
  expect((await ask({ body: '{"path":' })).status).toBe(400)
  expect((await ask({ body: '{}' })).status).toBe(400)
  const long = envelope({ path: 'x'.repeat(5 * 1024 * 1024) })
  expect((await ask({ path: '/call/library-open', body: long })).status).toBe(413)
  const answer = async (path: string, arg: unknown, library: string | null = null) =>
    JSON.parse((await ask({ path, body: envelope(arg, library) })).body)
  const { path: library } = (await answer('/call/app-start', {})).value.library.info
  expect(await answer('/call/shell-exec', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown-call' },
  })
  for (const name of ['constructor', '__proto__', 'toString'])
    expect(await answer(`/call/${name}`, {})).toMatchObject({ ok: false })
  // What only a native dialog can do is not for a browser to ask.
  expect(await answer('/call/library-pick', {})).toMatchObject({ error: { code: 'unsupported' } })
  expect(await answer('/call/tags-list', {}, library)).toMatchObject({ ok: true })
  for (const other of [null, '/', `${library}/..`])
    expect(await answer('/call/tags-list', {}, other)).toMatchObject({
      error: { code: 'library-changed' },
    })
  expect(
    await answer('/call/article-open', { article: '../../etc/passwd' }, library),
  ).toMatchObject({
    error: { code: 'bad-argument' },
  })
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'ftp://example.org', 'not a url'])
    expect(await answer('/call/link-open', { url })).toMatchObject({
      error: { code: 'bad-argument' },
    })
  // After all that the app goes on.
  await expect(roomOf(app).panes).toHaveCount(3)
  expect((await ask({})).status).toBe(200)
})

test('the socket of events opens for our page alone', async ({ app }) => {
  const { token } = await (await askerFor(app))({})
  const { host } = new URL(app.base)
  const good = {
    'host': host,
    'origin': app.base,
    'sec-websocket-protocol': `parallax.v1, token.${token}`,
  }
  expect(await upgrade(app.base, '/events', good)).toBe(101)
  const bad: readonly [string, Record<string, string>][] = [
    ['/events', { ...good, origin: 'http://evil.example' }],
    ['/events', { ...good, origin: 'null' }],
    ['/events', { ...good, host: 'evil.example' }],
    ['/events', { ...good, 'sec-websocket-protocol': 'parallax.v1' }],
    ['/events', { ...good, 'sec-websocket-protocol': `parallax.v1, token.${token}x` }],
    ['/events', { ...good, 'sec-websocket-protocol': `other, token.${token}` }],
    [`/events?token=${token}`, good],
    ['/', good],
  ]
  for (const [path, headers] of bad)
    expect(await upgrade(app.base, path, headers), JSON.stringify(headers)).toBe(403)
})

test('the token is in no address, cookie or file of the page, and survives a reload', async ({
  app,
}) => {
  app.expectProblems()
  const { page } = app
  const { token } = await (await askerFor(app))({})
  expect(String(token)).toHaveLength(43)
  expect(page.url()).toBe(`${app.base}/`)
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate('localStorage.length')).toBe(0)
  await page.reload()
  await expect(roomOf(app).panes).toHaveCount(3)
  expect(page.url()).toBe(`${app.base}/`)

  // Who opens the bare address sees that it is the wrong one, and nothing of the library.
  const stranger = await page.context().newPage()
  await stranger.goto(app.base)
  await expect(stranger.getByRole('alert')).toContainText(
    'This page was not opened with the address that Parallax printed.',
  )
  await expect(stranger.getByRole('article')).toHaveCount(0)
  await expect(stranger.getByText(/Quay Street/)).toHaveCount(0)
})

test('it listens on 127.0.0.1 and nowhere else', async ({ app }) => {
  const port = Number(new URL(app.base).port)
  expect(await canConnect('127.0.0.1', port)).toBe(true)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
    .map(({ address }) => address)
  for (const address of ['127.0.0.2', '::1', ...others])
    expect(await canConnect(address, port), address).toBe(false)
})

interface Ask {
  readonly method?: string
  readonly path?: string
  /** What differs from a good call; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly token: unknown
}

/** What a page sends with a call. */
const envelope = (arg: unknown, library: string | null = null): string =>
  JSON.stringify({ library, window: 'test', arg })

/** Makes calls as the page would, but for what a test changes. */
async function askerFor(app: App): Promise<(ask: Ask) => Promise<Answer>> {
  const token = await app.page.evaluate("sessionStorage.getItem('parallax-token')")
  const { hostname, port, host } = new URL(app.base)
  return ({ method = 'POST', path = '/call/app-start', headers = {}, body = envelope({}) }) => {
    const all: Record<string, string | undefined> = {
      host,
      'origin': app.base,
      'content-type': 'application/json',
      'authorization': `Bearer ${token}`,
      ...headers,
    }
    const sent: OutgoingHttpHeaders = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined),
    )
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, headers: sent, agent: false }
      const asked = request(options, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('close', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text,
            token,
          }),
        )
      })
      asked.once('error', reject)
      asked.end(method === 'POST' ? body : undefined)
    })
  }
}

/** The status with which an upgrade is answered. */
function upgrade(base: string, path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const asked = request({
      ...{ hostname, port, path },
      headers: {
        ...headers,
        'connection': 'Upgrade',
        'upgrade': 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    })
    const done = ({ statusCode = 0 }) => resolve(statusCode)
    asked.once('upgrade', (response, socket) => {
      socket.destroy()
      done(response)
    })
    asked.once('response', done)
    asked.once('error', reject)
    asked.end()
  })
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 })
    const done = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
}

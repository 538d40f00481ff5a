// Another page than our own is loaded under `npm run dev` alone, and from this machine alone.
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { devServerUrl } from '../../../src/main/hosts/electron/dev-server.ts'

const read = (path: string): Promise<string> => readFile(join(resolve(), path), 'utf8')

const started = (url: string | undefined, argv: readonly string[], isPackaged = false) =>
  devServerUrl({
    isPackaged,
    argv,
    env: url === undefined ? {} : { ELECTRON_RENDERER_URL: url },
  })

const plain = ['electron', '.']
const dev = [...plain, '--parallax-dev-server']

describe('the address of a development server', () => {
  it.each(['http://localhost:5173', 'http://127.0.0.1:5173/', 'http://[::1]:5173'])(
    '%s is loaded with the switch, and not without it',
    (url) => {
      expect(started(url, dev)).toBe(url)
      expect(started(url, plain)).toBeNull()
    },
  )

  it.each([
    'https://example.org',
    'http://example.org:5173',
    'http://localhost.example.org',
    'http://localhost@example.org',
    'http://user:word@localhost:5173',
    'http://127.0.0.1.example.org',
    'http://0.0.0.0:5173',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    '//localhost:5173',
    'localhost:5173',
    '',
    undefined,
  ])('%s is never loaded', (url) => expect(started(url, dev)).toBeNull())

  it('is never loaded by a packaged app', () => {
    expect(started('http://localhost:5173', dev, true)).toBeNull()
  })
})

describe('the switch', () => {
  it('is given by npm run dev and by nothing else', async () => {
    const { scripts } = JSON.parse(await read('package.json'))
    const giving = Object.entries<string>(scripts).filter(([, each]) => each.includes('dev-server'))
    expect(giving).toEqual([['dev', 'electron-vite dev -- --parallax-dev-server']])
    for (const path of ['scripts/start.mjs', 'tests/e2e/drivers/electron.ts'])
      expect(await read(path)).not.toContain('dev-server')
  })

  it('and the address are asked for in one place', async () => {
    const security = await read('src/main/hosts/electron/security.ts')
    expect(security).toContain('devServerUrl(')
    expect(security).not.toContain('RENDERER_URL')
  })
})

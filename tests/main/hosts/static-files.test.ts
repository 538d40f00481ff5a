// The page's files and nothing else, each under the same policy.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, serveStatic } from '../../../src/main/hosts/static-files.ts'
import { tempFolder } from '../store/support.ts'

let root = ''
beforeEach(async () => {
  const folder = await tempFolder()
  root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'assets', 'a b.js'), 'export {}')
  await writeFile(join(root, 'assets', 'font.woff2'), 'font')
  await writeFile(join(root, 'assets', 'strange.exe'), 'x')
  await writeFile(join(folder, 'secret.html'), 'secret')
  await mkdir(join(folder, 'renderer-of-others'))
  await writeFile(join(folder, 'renderer-of-others', 'index.html'), 'secret')
})

describe('serveStatic', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/a%20b.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
    ['/assets/strange.exe', 'application/octet-stream'],
  ])('serves %s as %s, under the policy', async (path, type) => {
    const { status, headers, body } = await serveStatic(root, path)
    expect(status).toBe(200)
    expect(body?.length).toBeGreaterThan(0)
    expect(headers).toMatchObject({
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '//../secret.html',
    '/..\\secret.html',
    '/../renderer-of-others/index.html',
    '/%252e%252e/secret.html',
    '/../../../../../../../../etc/passwd',
    '/index.html%00.js',
    '/index.html\0',
    '/%',
    '/%ff',
    '/assets',
    '/assets/',
    '/..',
    '',
    '/none.html',
    `/${'x'.repeat(5_000)}`,
  ])('answers 404 without a body for %j', async (path) => {
    expect(await serveStatic(root, path)).toEqual({ status: 404, headers: {}, body: null })
  })

  it('answers 404 when there is no such folder', async () => {
    expect((await serveStatic(join(root, 'none'), '/')).status).toBe(404)
  })

  it('does not follow a link out of the folder by a way around it', async () => {
    await symlink(join(root, '..'), join(root, 'up'))
    const { status } = await serveStatic(root, '/up/../secret.html')
    expect(status).toBe(404)
  })
})

describe('contentSecurityPolicy', () => {
  const directives = (policy: string): Record<string, string> =>
    Object.fromEntries(policy.split('; ').map((each) => each.split(/ (.*)/) as [string, string]))

  it('allows nothing but our own files', () => {
    expect(directives(contentSecurityPolicy())).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
    })
    expect(contentSecurityPolicy()).not.toMatch(/unsafe|https?:|\*/)
  })

  it('adds the socket of the loopback host, and only there', () => {
    const policy = directives(contentSecurityPolicy('ws://127.0.0.1:5'))
    expect(policy['connect-src']).toBe("'self' ws://127.0.0.1:5")
    expect(policy['script-src']).toBe("'self'")
  })
})

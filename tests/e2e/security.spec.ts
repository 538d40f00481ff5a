// The window is a closed room: nothing foreign runs in it, nothing leaves it, nobody else gets in.
// The items are those of Electron's security checklist that can be seen from here.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './drivers/app.ts'
import { test as base, expect } from './fixtures.ts'
import { type Outside, openOutside } from './pages/outside.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { clickOn, highlight } from './pages/text.ts'

const test = base.extend<{ outside: Outside }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  outside: async ({}, use) => {
    const outside = await openOutside()
    await use(outside)
    await outside.close()
    expect(outside.visits, 'nobody went outside').toEqual([])
  },
})

const policy = (connect: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

test('page, scripts and styles come with the exact policy', async ({ app, host }) => {
  const { page } = app
  const connect = host === 'web' ? `'self' ${app.base.replace('http:', 'ws:')}` : "'self'"
  const answers: Record<string, string>[] = []
  page.on('response', (response) => {
    if (/\.(html|js|css)$|\/$/.test(response.url())) answers.push(response.headers())
  })
  await page.reload()
  await expect(roomOf(app).panes).toHaveCount(3)
  expect(answers.length).toBeGreaterThanOrEqual(3)
  for (const headers of answers)
    expect(headers).toMatchObject({
      'content-security-policy': policy(connect),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    })
})

test('nothing runs that is not ours, and nothing connects elsewhere', async ({ app, outside }) => {
  app.expectProblems()
  const { page } = app
  const { url } = outside
  await expect(roomOf(app).panes).toHaveCount(3)
  const tried = await page.evaluate(`(async () => {
    const tell = {}
    const script = document.createElement('script')
    script.append('window.hacked = "inline script"')
    document.body.append(script)
    const button = document.createElement('button')
    try { button.setAttribute('onclick', 'window.hacked = "event handler"') } catch {}
    button.click()
    try { document.createElement('div').innerHTML = '<b>x</b>'; tell.markup = 'set' }
    catch (error) { tell.markup = error.name }
    const add = async (name, attributes) => {
      const element = Object.assign(document.createElement(name), attributes)
      document.body.append(element)
      return new Promise((done) => {
        element.onerror = () => done('refused')
        element.onload = () => done('loaded')
      })
    }
    const refused = (promise) => promise.then(() => 'went', () => 'refused')
    tell.image = await add('img', { src: '${url}/image' })
    tell.style = await add('link', { rel: 'stylesheet', href: '${url}/style' })
    try { tell.script = await add('script', { src: '${url}/script' }) }
    catch { tell.script = 'refused' }
    tell.fetch = await refused(fetch('${url}/fetch'))
    tell.post = await refused(fetch('${url}/post', { method: 'POST', mode: 'no-cors' }))
    void add('iframe', { src: '${url}/frame' })
    void add('object', { data: '${url}/object' }).catch(() => undefined)
    const form = Object.assign(document.createElement('form'), { action: '${url}/form' })
    document.body.append(form)
    form.submit()
    navigator.sendBeacon('${url}/beacon', 'x')
    try { new EventSource('${url}/events') } catch {}
    tell.socket = await new Promise((done) => {
      try {
        const socket = new WebSocket('${url.replace('http', 'ws')}/socket')
        socket.onopen = () => done('opened')
        socket.onerror = () => done('refused')
      } catch { done('refused') }
    })
    tell.worker = await new Promise((done) => {
      try {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
        worker.onmessage = () => done('ran')
        worker.onerror = () => done('refused')
      } catch { done('refused') }
    })
    return tell
  })()`)
  expect(tried).toEqual({
    markup: 'TypeError',
    ...{ image: 'refused', style: 'refused', script: 'refused', fetch: 'refused' },
    ...{ post: 'refused', socket: 'refused', worker: 'refused' },
  })
  expect(await page.evaluate('window.hacked')).toBeUndefined()
})

test('an article, or a note, can neither run anything nor load anything', async ({
  launch,
  library,
  outside,
}) => {
  const { url } = outside
  const evil = `<script>window.hacked = 'script'</script><img src="${url}/i" onerror="window.hacked = 'img'">
<svg onload="window.hacked = 'svg'"><script>window.hacked = 'svg script'</script></svg>
<iframe src="${url}/f" srcdoc="<script>parent.hacked = 'frame'</script>"></iframe>
<style>@import url(${url}/s); body { background: url(${url}/b) }</style>
<link rel="stylesheet" href="${url}/l"><link rel="prefetch" href="${url}/p">
<meta http-equiv="refresh" content="0;url=${url}/m"><base href="${url}/">
<form action="${url}/o"><button>Send</button></form><video src="${url}/v" autoplay></video>
<p onclick="window.hacked = 'click'" style="background: url(${url}/c)">A paragraph that is quite plain,
with <a href="javascript:window.hacked = 'link'">a link to press</a> in it, and an ordinary end.</p>`
  await library.write(
    'hostile.html',
    `<!doctype html><html><head><title>Hostile page</title></head><body><article><h1>Hostile page</h1>
<p>It begins as other pages begin, with a sentence or two that nobody would look at twice.</p>${evil}
<p>&lt;/article&gt;&lt;script&gt;window.hacked = 'text'&lt;/script&gt; stands here as words.</p>
</article></body></html>`,
  )
  await library.write('hostile.md', `# Hostile notes\n\nPlain words first.\n\n${evil}\n`)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  for (const title of ['Hostile page', 'Hostile notes']) {
    const text = await openFromList(room, title)
    const foreign =
      'script, img, svg, iframe, style, link, meta, base, form, video, object, a[href]'
    await expect(text.locator(foreign)).toHaveCount(0)
    expect(
      await text.evaluate((host) =>
        [...host.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes]
            .map(({ name }: { name: string }) => name)
            .filter((name: string) => name.startsWith('on') || name === 'src' || name === 'href'),
        ),
      ),
    ).toEqual([])
  }

  const text = room.text('Hostile page')
  await clickOn(page, text, 'a link to press')
  const dialog = room.dialog('This link is not opened')
  if (await dialog.isVisible()) {
    await expect(dialog).toContainText('Only web and mail addresses can be opened')
    await expect(dialog.getByRole('button', { name: /Open in/ })).toHaveCount(0)
    await expect(dialog.getByRole('link')).toHaveCount(0)
    await page.keyboard.press('Escape')
  }

  await highlight(page, text, 'nobody would look at twice')
  await page.keyboard.press('n')
  await page
    .getByRole('textbox', { name: 'Note, in Markdown' })
    .fill(`<img src=x onerror="window.hacked='note'"> ![p](${url}/n) <script>hacked()</script>`)
  await page.keyboard.press('Escape')
  await room.saved()
  await expect(page.getByRole('complementary', { name: 'Notes' }).locator('img')).toHaveCount(0)
  expect(await page.evaluate('window.hacked')).toBeUndefined()
})

test('an address of a development server in the environment is not loaded', async ({
  launch,
  library,
  host,
}) => {
  test.skip(host === 'web', 'the browser loads what it is told to')
  const env = { ELECTRON_RENDERER_URL: 'http://127.0.0.1:9/' }
  const { page } = await launch({ library: library.path, env })
  // The stand-in for Electron maps the scheme to a host of this name.
  expect(new URL(page.url()).hostname).toContain('parallax')
})

test('files beyond the page’s own are not served', async ({ app }) => {
  app.expectProblems()
  const paths = [
    ...['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json'],
    ...['/..%5c..%5cpackage.json', '/assets/..%2f..%2f..%2fmain/index.js', '//etc/passwd'],
    ...['/%00', '/index.html%00.js', '/%e0%a4%a', '/assets', '/nothing-here.js'],
  ]
  for (const path of paths) {
    const status = await app.page.evaluate(
      `fetch(location.origin + ${JSON.stringify(path)}).then(({ status }) => status, () => 0)`,
    )
    expect([0, 400, 404], path).toContain(status)
  }
})

test('the built page names no foreign address and holds no inline script or style', async ({
  host,
}) => {
  test.skip(host !== 'web', 'one look at the files is enough')
  const folder = join(root, 'out/renderer')
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.html')) continue
    const html = await readFile(join(folder, name), 'utf8')
    expect(html).not.toMatch(/https?:\/\/|["'(]\/\//)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i)
  }
})

// What the desktop host adds to the closed room: no navigation, no windows, no permissions, a narrow
// bridge that answers our own page only.
import { join } from 'node:path'
import { root } from './drivers/app.ts'
import { type App, expect, test } from './fixtures.ts'
import { openOutside } from './pages/outside.ts'
import { roomOf } from './pages/room.ts'

test.skip(
  ({ host }) => host === 'web',
  'the browser is the user’s own; only the desktop host rules its window',
)

test('the page is confined, and its bridge is narrow', async ({ app }) => {
  const { page } = app
  await expect(roomOf(app).panes).toHaveCount(3)
  const preferences = await desktop(app).evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // There at run time, though Electron’s types do not have it.
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    ...{ contextIsolation: true, sandbox: true, webSecurity: true },
    ...{ nodeIntegration: false, webviewTag: false },
  })
  for (const name of [
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
  ])
    expect(preferences[name] ?? false, name).toBe(false)

  expect(
    await page.evaluate(
      "['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window)",
    ),
  ).toEqual([])
  expect(await page.evaluate('Object.keys(parallaxBridge).sort()')).toEqual(['call', 'on'])
  expect(await page.evaluate('Object.isFrozen(parallaxBridge)')).toBe(true)
  const tryTo = (code: string) =>
    page.evaluate(
      `(async () => { try { return await ${code} } catch (error) { return error.message } })()`,
    )
  for (const name of ['shell-exec', 'app-start ', 'constructor', '', 'ELECTRON_BROWSER_REQUIRE']) {
    expect(await tryTo(`parallaxBridge.call(${JSON.stringify(name)}, {})`)).toContain('not a name')
    expect(await tryTo(`parallaxBridge.on(${JSON.stringify(name)}, () => {})`)).toContain(
      'not a name',
    )
  }
  expect(
    await tryTo(
      "parallaxBridge.call('app-start', {}).then(({ value }) => parallaxBridge.call('article-open', { article: '../../etc/passwd' }, value.library.info.path))",
    ),
  ).toMatchObject({ ok: false, error: { code: 'bad-argument' } })
  // A listener hears the data and where in the stream it was told, never the event with its sender.
  await page.evaluate("parallaxBridge.on('command', (...heard) => { window.heard = heard })")
  await app.command('toggle-left')
  await expect
    .poll(() => page.evaluate('window.heard'))
    .toEqual([
      { action: 'toggle-left' },
      { library: expect.any(String), revision: expect.any(Number) },
    ])
})

test('links, scripts and pop-ups lead nowhere', async ({ app }) => {
  app.expectProblems()
  const outside = await openOutside()
  const { page } = app
  const room = roomOf(app)
  await expect(room.panes).toHaveCount(3)
  const before = page.url()
  for (const code of [
    `location.href = '${outside.url}/href'`,
    `location.replace('${outside.url}/replace')`,
    `(() => { const a = document.createElement('a'); a.href = '${outside.url}/a'; document.body.append(a); a.click() })()`,
    `(() => { const a = document.createElement('a'); a.href = '${outside.url}/blank'; a.target = '_blank'; document.body.append(a); a.click() })()`,
    `void window.open('${outside.url}/open')`,
    "void window.open('about:blank')",
  ])
    await page.evaluate(code)
  // A round trip through the main process: whatever was asked for before has been answered.
  await app.command('toggle-left')
  await expect(room.library).toBeHidden()
  expect(page.url()).toBe(before)
  const windows = await desktop(app).evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  )
  expect(windows).toBe(1)
  expect(outside.visits).toEqual([])
  await outside.close()
})

test('no permission is given but to copy', async ({ app }) => {
  const states = await app.page.evaluate(`Promise.all(
    ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write']
      .map((name) => navigator.permissions.query({ name }).then(({ state }) => [name, state])),
  ).then(Object.fromEntries)`)
  expect(states).toEqual({
    ...{ 'geolocation': 'denied', 'notifications': 'denied', 'camera': 'denied' },
    ...{ 'microphone': 'denied', 'midi': 'denied', 'clipboard-read': 'denied' },
    'clipboard-write': 'granted',
  })
})

test('only web and mail addresses are handed to the system', async ({ app }) => {
  await desktop(app).evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => {
      opened.push(url)
    }
  })
  const open = (url: string) =>
    app.page.evaluate(`parallaxBridge.call('link-open', { url: ${JSON.stringify(url)} })`)
  const good = ['https://example.org/a?b=c', 'http://example.org/', 'mailto:desk@example.org']
  for (const url of good) expect(await open(url)).toMatchObject({ ok: true })
  for (const url of [
    ...['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'smb://server/share'],
    ...['ftp://example.org', 'ms-msdt:/id', 'app://parallax/index.html', '/etc/passwd', ' '],
  ])
    expect(await open(url), url).toMatchObject({ ok: false, error: { code: 'bad-argument' } })
  const opened = await desktop(app).evaluate(() => (globalThis as { opened?: string[] }).opened)
  expect(opened).toEqual(good)
})

test('a page that is not ours gets no answer, even with our bridge', async ({ app }) => {
  app.expectProblems()
  const outside = await openOutside()
  const preload = join(root, 'out/preload/index.cjs')
  const answer = await desktop(app).evaluate(
    async ({ BrowserWindow }, [url, path]) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload: path ?? '', contextIsolation: true, sandbox: true },
      })
      await window.loadURL(url ?? '')
      const call = "parallaxBridge.call('app-start', {})"
      const said: unknown = await window.webContents.executeJavaScript(call)
      window.destroy()
      return said
    },
    [outside.url, preload],
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-sender' } })
  await outside.close()
})

function desktop(app: App) {
  if (!app.electron) throw new Error('not a desktop host')
  return app.electron
}

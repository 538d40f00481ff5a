// Proves that the double does what its README promises, on an application of a few lines.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  chromiumsOf,
  environment,
  eventually,
  fixture,
  here,
  launch,
  logged,
  logOf,
  newData,
  profilesOf,
  removeData,
} from './fixture-run.mjs'

after(removeData)

/** Ten seconds pass before it is told: it starts first, and is looked at last. */
const deadlocked = endOf(join(fixture, 'deadlock.mjs'))

describe('a running application', () => {
  const data = newData()
  let electron
  let page
  before(async () => {
    ;({ electron, page } = await launch(data))
  })
  after(() => electron?.close())

  test('has one window, known by Electron and by Playwright', async () => {
    assert.equal(electron.windows().length, 1)
    const window = await electron.browserWindow(page)
    assert.equal(await window.evaluate((w) => w.webContents.getURL()), 'app://parallax/index.html')
    const identity = await electron.evaluate(({ app }) => [
      app.getName(),
      app.getVersion(),
      app.isPackaged,
      app.isReady(),
      process.pid,
    ])
    assert.deepEqual(identity, ['Fixture', '1.2.3', false, true, electron.process().pid])
    await eventually('the title of the page', () =>
      window.evaluate((w) => w.getTitle() === 'Fixture page' && w.isVisible()),
    )
  })

  test('loads style sheets and workers over its scheme', async () => {
    const color = await page.getByText('Ready').evaluate((node) => getComputedStyle(node).color)
    assert.equal(color, 'rgb(1, 2, 3)')
    await page.locator('#worker', { hasText: '200' }).waitFor()
  })

  test('starts a utility process with the words and the environment it was given', async () => {
    const answer = await electron.evaluate(
      ({ utilityProcess }, entry) => {
        const child = utilityProcess.fork(entry, ['one', 'two'], {
          env: { A: '1' },
          stdio: 'ignore',
        })
        child.postMessage({ ask: 'echo', bytes: new Uint8Array([1, 2]), at: new Date(5) })
        return new Promise((done) => {
          child.once('message', (message) => {
            const { pid } = child
            const bytes = [...message.data.bytes]
            const at = message.data.at.getTime()
            child.once('exit', () =>
              setImmediate(() => done({ ...message, bytes, at, pid, after: child.pid ?? null })),
            )
            child.kill()
          })
        })
      },
      join(fixture, 'utility.mjs'),
    )
    assert.deepEqual(answer.words, ['one', 'two'])
    assert.deepEqual(answer.env, { A: '1' })
    assert.equal(answer.type, 'utility')
    assert.deepEqual([answer.bytes, answer.at, answer.ports], [[1, 2], 5, []])
    assert.ok(answer.pid > 0)
    assert.equal(answer.after, null)
  })

  test('tells how a utility process ended, and refuses what cannot be cloned', async () => {
    const seen = await electron.evaluate(
      async ({ utilityProcess }, entry) => {
        const child = utilityProcess.fork(entry, [], { env: {}, stdio: 'ignore' })
        let refused = ''
        try {
          child.postMessage({ ask: () => {} })
        } catch (error) {
          refused = error.name
        }
        child.postMessage({ ask: 'exit' })
        return { refused, code: await new Promise((done) => child.once('exit', done)) }
      },
      join(fixture, 'utility.mjs'),
    )
    assert.deepEqual(seen, { refused: 'DataCloneError', code: 7 })
  })

  test('isolates the preload, and freezes what it exposes', async () => {
    const seen = await page.evaluate(() => {
      try {
        window.bridge.echo = null
      } catch {}
      return {
        globals: [typeof require, typeof process, typeof window.leak],
        isFrozen: Object.isFrozen(window.bridge) && Object.isFrozen(window.bridge.required),
        echo: typeof window.bridge.echo,
        required: window.bridge.required,
      }
    })
    assert.deepEqual(seen, {
      globals: ['undefined', 'undefined', 'undefined'],
      isFrozen: true,
      echo: 'function',
      required: { fs: 'module not found: fs', unknown: 'module not found: ./other.cjs' },
    })
  })

  test('carries values through the bridge and back', async () => {
    const result = await page.evaluate(async () => {
      const shared = { n: 1 }
      const sent = {
        date: new Date(5),
        map: new Map([['k', new Set([1n])]]),
        missing: undefined,
        numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY],
        floats: new Float64Array([0.5]),
        twice: [shared, shared],
      }
      sent.self = new Map([['me', sent.map]])
      const got = await window.bridge.echo(sent)
      return {
        date: got.date instanceof Date && got.date.getTime(),
        set: [...got.map.get('k')].map(String),
        missing: 'missing' in got && got.missing === undefined,
        numbers: got.numbers.map((n) => (Object.is(n, -0) ? '-0' : String(n))),
        floats: got.floats instanceof Float64Array && got.floats[0],
        inMain: await window.bridge.kinds([new Date(0), new Map(), undefined, new Uint8Array(1)]),
        callback: window.bridge.sum([1, 2], (n) => n * 2),
      }
    })
    assert.deepEqual(result, {
      date: 5,
      set: ['1'],
      missing: true,
      numbers: ['NaN', '-0', 'Infinity'],
      floats: 0.5,
      inMain: ['Date', 'Map', 'Undefined', 'Uint8Array'],
      callback: [2, 4],
    })
  })

  test('gives errors the shape that Electron gives them', async () => {
    const errors = await page.evaluate(async () => {
      const shape = (error) => [error.name, error.message, error.code]
      const caught = async (run) => {
        try {
          return await run()
        } catch (error) {
          return shape(error)
        }
      }
      const { bridge } = window
      return [
        await caught(() => bridge.call('fail')),
        await caught(() => bridge.call('nobody')),
        await caught(() => bridge.call('uncloneable')),
        await caught(() => bridge.fail()),
        await caught(() => bridge.echo(document.body)),
      ]
    })
    const remote = (channel, message) => `Error invoking remote method '${channel}': ${message}`
    // `undefined` comes out of `evaluate` as it went in.
    assert.deepEqual(errors, [
      ['Error', remote('fail', 'TypeError: boom'), undefined],
      ['Error', remote('nobody', "Error: No handler registered for 'nobody'"), undefined],
      ['Error', remote('uncloneable', 'Error: An object could not be cloned.'), undefined],
      ['Error', 'inside', undefined],
      ['Error', 'An object could not be cloned.', undefined],
    ])
  })

  test('names the sender', async () => {
    assert.deepEqual(await page.evaluate(() => window.bridge.call('sender')), {
      url: 'app://parallax/index.html',
      origin: 'app://parallax',
      isMain: true,
      id: 1,
    })
  })

  test('enforces the policy of its headers', async () => {
    assert.equal(await page.evaluate(() => window.inlineScriptRan), undefined)
    const violated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective))
          fetch('https://example.com/').catch(() => {})
        }),
    )
    assert.equal(violated, 'connect-src')
    assert.equal(await page.evaluate(async () => (await fetch('/absent')).status), 404)
    await eventually('the violation as a console message', () =>
      logOf(data).some((line) => line.startsWith('error') && line.includes('script-src')),
    )
  })

  test('lets listeners prevent navigation, also of mail links', async () => {
    const start = page.url()
    await page.locator('#away').click({ noWaitAfter: true })
    await logged(data, 'will-navigate https://example.com/away')
    await page.locator('#mail').click({ noWaitAfter: true })
    await logged(data, 'will-navigate mailto:someone@example.com')
    assert.equal(page.url(), start)
    assert.equal(await page.getByText('Ready').count(), 1)
  })

  test('denies popups', async () => {
    await page.evaluate(() => void window.open('https://example.com/popup'))
    await logged(data, 'open https://example.com/popup')
    await page.locator('#blank').click({ noWaitAfter: true })
    await logged(data, 'open https://example.com/blank')
    await eventually('one window', () => electron.windows().length === 1)
  })

  test('denies permissions', async () => {
    const states = await page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    assert.deepEqual(states, ['denied', 'denied', 'denied', 'denied'])
  })

  test('clicks menu items, by hand and by key', async () => {
    const click = (id) =>
      electron.evaluate(({ Menu }, item) => {
        Menu.getApplicationMenu().getMenuItemById(item).click()
      }, id)
    await click('find')
    await page.keyboard.press('Control+j')
    await page.keyboard.press('Control+f')
    await click('page-key')
    await page.locator('#menu', { hasText: 'find find page-key' }).waitFor()
    assert.equal((await page.locator('#menu').textContent()).trim(), 'find find page-key')
  })

  test('keeps bounds and zoom', async () => {
    const window = await electron.browserWindow(page)
    await window.evaluate((w) => w.setBounds({ x: 10, y: 20, width: 1000, height: 700 }))
    await eventually('the new width', () => page.evaluate(() => innerWidth === 1000))
    await window.evaluate((w) => w.webContents.setZoomLevel(1))
    await eventually('the zoomed width', () => page.evaluate(() => innerWidth === 833))
    assert.equal(await window.evaluate((w) => w.webContents.getZoomLevel()), 1)
    await window.evaluate((w) => {
      w.webContents.setZoomLevel(0)
      w.maximize()
    })
    await eventually('the whole display', () => page.evaluate(() => innerWidth === 1920))
    const normal = await window.evaluate((w) => [w.isMaximized(), w.getNormalBounds()])
    assert.deepEqual(normal, [true, { x: 10, y: 20, width: 1000, height: 700 }])
    for (const line of ['window resize', 'window move', 'window maximize']) await logged(data, line)
  })

  test('prints, evaluates, and keeps the clipboard', async () => {
    const window = await electron.browserWindow(page)
    const start = await window.evaluate(async (w) =>
      (await w.webContents.printToPDF({ pageSize: 'A4' })).subarray(0, 5).toString(),
    )
    assert.equal(start, '%PDF-')
    assert.equal(await window.evaluate((w) => w.webContents.executeJavaScript('1 + 1')), 2)
    const text = await electron.evaluate(({ clipboard }) => {
      clipboard.writeText('copied')
      return clipboard.readText()
    })
    assert.equal(text, 'copied')
  })

  test('lets tests replace dialogs', async () => {
    const paths = await electron.evaluate(async ({ dialog }) => {
      const before = await dialog.showOpenDialog({})
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a'] })
      return [before.canceled, (await dialog.showOpenDialog({})).filePaths[0]]
    })
    assert.deepEqual(paths, [true, '/a'])
  })

  test('refuses loudly what it cannot do', async () => {
    const refused = await electron.evaluate(({ app, BrowserWindow, dialog, session }) =>
      [
        () => app.relaunch(),
        () => dialog.showOpenDialogSync({}),
        () => session.fromPartition('other'),
        () => session.defaultSession.webRequest.onBeforeRequest(() => {}),
        () => new BrowserWindow({ webPreferences: { sandbox: false } }),
      ].map((run) => {
        try {
          return run()
        } catch (error) {
          return error.message.replace('electron double: unsupported: ', '')
        }
      }),
    )
    assert.match(refused.join('\n'), /^app\.relaunch\ndialog\.showOpenDialogSync\nsession\.fromPar/)
    assert.match(refused[4], /webPreferences\.sandbox=false/)
  })

  test('refuses a second instance, and announces it to the first', async () => {
    const second = spawn(join(here, 'dist', 'electron'), ['.', 'story.txt'], {
      cwd: fixture,
      env: environment(data),
    })
    const [code] = await once(second, 'exit')
    assert.equal(code, 0)
    assert.ok(logOf(data).includes('refused'))
    await logged(data, 'second story.txt true')
  })

  test('reports a renderer that dies, and loads again', async () => {
    const window = await electron.browserWindow(page)
    const reason = await window.evaluate(
      (w) =>
        new Promise((resolve) => {
          w.webContents.once('render-process-gone', (_event, details) => resolve(details.reason))
          w.webContents.forcefullyCrashRenderer()
        }),
    )
    assert.equal(reason, 'crashed')
    const text = await window.evaluate(async (w) => {
      await w.loadURL('app://parallax/index.html')
      return w.webContents.executeJavaScript('bridge.echo("alive")')
    })
    assert.equal(text, 'alive')
  })
})

describe('the end', () => {
  test('comes in order, and can be prevented', async () => {
    const data = newData()
    const { electron } = await launch(data)
    await electron.evaluate(({ app }) => {
      globalThis.holdOpen = true
      app.quit()
      globalThis.holdOpen = false
    })
    assert.deepEqual(logOf(data).slice(-2), ['before-quit', 'window close'])
    const { pid } = electron.process()
    await electron.close()
    assert.deepEqual(logOf(data).slice(-6), [
      'before-quit',
      'window close',
      'note pagehide',
      'window closed',
      'will-quit',
      'quit',
    ])
    await eventually('no Chromium', () => chromiumsOf(pid).length === 0)
    assert.deepEqual(profilesOf(pid), [])
  })

  test('by kill -9 leaves no Chromium, and its profile to the next start', async () => {
    const data = newData()
    const { electron } = await launch(data)
    const { pid } = electron.process()
    assert.ok(chromiumsOf(pid).length > 0)
    process.kill(pid, 'SIGKILL')
    await eventually('no Chromium', () => chromiumsOf(pid).length === 0)
    const next = await launch(data)
    assert.deepEqual(profilesOf(pid), [])
    await next.electron.close()
  })

  test('is told if the entry waits for readiness', async () => {
    const { code, said } = await deadlocked
    assert.equal(code, 1)
    assert.match(said, /no top-level await on app\.whenReady\(\)/)
  })
})

/** Runs an entry to its end. @returns its exit code, and what it said on standard error */
async function endOf(entry) {
  const child = spawn(join(here, 'dist', 'electron'), [entry], { cwd: fixture })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  return { code, said }
}

// Drives the app through the loopback host, in a Chromium, as `npm start` does without Electron.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright/test'
import { findChromium } from '../../../scripts/lib/chromium.mjs'
import { quietly } from '../../../scripts/lib/chromium-quiet.mjs'
import { baseOf, type Driven, environment, hasEnded, root, type Start, words } from './app.ts'
import { keyOf } from './keys.ts'
import { watchProblems } from './problems.ts'

export async function launchBrowser(): Promise<Browser> {
  const found = findChromium()
  if (!found) throw new Error('No Chromium found: name one with PARALLAX_CHROMIUM')
  return chromium.launch({
    executablePath: found.path,
    // Root may not use it.
    chromiumSandbox: process.getuid?.() !== 0,
    args: quietly,
  })
}

export async function openWeb(browser: Browser, start: Start): Promise<Driven> {
  const host = [process.execPath, join(root, 'out/main/web.js'), ...words(start)]
  const [command = '', ...args] = [...(start.prefix ?? []), ...host]
  const server = spawn(command, args, {
    cwd: root,
    env: environment(start),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = listenTo(server)
  // What a whole browser lets any page do after a click, a headless shell asks nobody about and refuses.
  const permissions = ['clipboard-write']
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions })
  try {
    const address = await addressOf(server, said)
    const page = await context.newPage()
    const problems = await watchProblems(page)
    await page.goto(address)
    await page.getByRole('main').waitFor({ timeout: 20_000 })
    const onEnd = (code: number | null, signal: string | null) =>
      problems.list.push(`the loopback host ended by itself with ${code ?? signal}:\n${said()}`)
    server.once('exit', onEnd)
    const end = async (signal: NodeJS.Signals) => {
      problems.stop()
      server.off('exit', onEnd)
      // As when a user ends it: the page first. A kill hits the server while the page is open.
      if (signal === 'SIGTERM') await leave(page)
      await endServer(server, signal)
      await context.close()
    }
    return {
      page,
      host: 'web',
      base: baseOf(page),
      process: server,
      problems: problems.list,
      command: (id) => page.keyboard.press(keyOf(id)),
      close: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
    }
  } catch (error) {
    await context.close()
    await endServer(server, 'SIGKILL')
    throw error
  }
}

/**
 * Leaves the page as a reader does. A context that is closed takes its pages without a word in a headless
 * shell: the page's last words (`keepalive`) would not be sent, as they are in a whole browser.
 */
async function leave(page: Page): Promise<void> {
  if (!page.isClosed()) await page.goto('about:blank').catch(() => {})
}

/** Gives what the host has said so far. It is read to the end: a full pipe would stop the host. */
function listenTo(server: ChildProcess): () => string {
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return () => said
}

/** The address the host prints, with its token. Rejects with what it said when it says none. */
function addressOf(server: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(limit)
      server.stdout?.off('data', listen)
      server.off('error', onError)
      server.off('exit', onExit)
    }
    const fail = (why: string) => {
      done()
      reject(new Error(`The loopback host ${why}. It said:\n${said()}`))
    }
    const listen = () => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(said())?.[0]
      if (!address) return
      done()
      resolve(address)
    }
    const onError = (error: Error) => fail(`did not start (${error.message})`)
    const onExit = (code: number | null) => fail(`ended with ${code}`)
    const limit = setTimeout(() => fail('printed no address within 20 s'), 20_000)
    server.stdout?.on('data', listen)
    server.once('error', onError)
    server.once('exit', onExit)
    // It may have said so before anybody listened.
    listen()
  })
}

async function endServer(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(server)) return
  const exit = once(server, 'exit')
  server.kill(signal)
  // One that does not end when asked must not outlive its test.
  const limit = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await exit
  clearTimeout(limit)
}

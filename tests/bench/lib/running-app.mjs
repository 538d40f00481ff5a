// The built app on a library, in a browser: its loopback host as a process of its own, a page, and calls
// as the page makes them. For benches that measure what a user waits for.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './bundle.mjs'

const bundle = join(root, 'out/main')
const megabyte = 1024 * 1024

/**
 * @param {string} library absolute path
 * @param {string} data the app's own folder
 * @returns the process; `address` resolves when it has printed where it listens
 */
export function startApp(library, data) {
  const child = spawn(process.execPath, [join(bundle, 'web.js'), library], {
    env: { ...process.env, PARALLAX_DATA_DIR: data, PARALLAX_NO_BROWSER: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // It serves until it is told to stop: a bench that failed leaves none behind.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const address = once(child.stdout.setEncoding('utf8'), 'data').then(
    ([said]) => /http:\S+/.exec(said)[0],
  )
  return {
    address,
    /** Megabytes that the core holds; its readers are processes of their own. Null where it cannot be asked. */
    async memory() {
      try {
        const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
        return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024
      } catch {
        return null
      }
    },
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      process.off('exit', kill)
    },
  }
}

/** Makes calls beside the window. @param {string} address as it was printed, with its token */
export function callerOf(address) {
  const { origin, hash } = new URL(address)
  const token = /[A-Za-z0-9_-]{43}/.exec(hash)[0]
  return async (name, arg, library = null) => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'authorization': `Bearer ${token}` },
      body: JSON.stringify({ library, window: 'bench', arg }),
    })
    const answer = await response.json()
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    return answer.value
  }
}

/** A page that notes its long tasks and what it is sent. */
export async function pageOf(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  let received = 0
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      received += payload.length
    }),
  )
  await page.addInitScript(() => {
    globalThis.longTasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
    /** Milliseconds from an event of this name until something holds, its frame painted. */
    globalThis.timeFrom = (event, holds) =>
      new Promise((done) => {
        addEventListener(
          event,
          () => {
            const start = performance.now()
            const look = () => {
              if (!holds()) return requestAnimationFrame(look)
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
            }
            look()
          },
          { once: true, capture: true },
        )
      })
  })
  return {
    page,
    received: () => received,
    /** The longest task since it was asked last; 0 when none was above 50 ms. */
    async longest() {
      // Entries are told a little later than they were.
      await page.waitForTimeout(150)
      const tasks = await page.evaluate(() => globalThis.longTasks.splice(0))
      return Math.max(0, ...tasks)
    },
    /** Megabytes of its heap once what is garbage is gone. */
    async heap() {
      const client = await page.context().newCDPSession(page)
      await client.send('HeapProfiler.collectGarbage')
      const { usedSize } = await client.send('Runtime.getHeapUsage')
      await client.detach()
      return usedSize / megabyte
    },
  }
}

/** The longest that the core does not answer while something goes on, milliseconds. */
export async function silence(call, library, work) {
  let done = false
  let longest = 0
  const asking = (async () => {
    while (!done) {
      const start = performance.now()
      await call('no-call', {}, library).catch(() => undefined)
      longest = Math.max(longest, performance.now() - start)
      await new Promise((next) => setTimeout(next, 2))
    }
  })()
  await work()
  done = true
  await asking
  return longest
}

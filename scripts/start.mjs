// `npm start`: all a user needs after a clone. Installs and builds what is missing, then opens the
// app in Electron, or, where Electron cannot run, in the user's browser through the loopback host.
import { join, resolve } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { electronBinary, hasDisplay } from './lib/electron-binary.mjs'
import { fetchElectron } from './lib/electron-fetch.mjs'
import { stay } from './lib/host.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { callerFolder, root } from './lib/root.mjs'
import { say, script } from './lib/say.mjs'
import { readArguments, usage } from './lib/start-arguments.mjs'

await script(async () => {
  const asked = readArguments(process.argv.slice(2))
  if (asked.help) return void process.stdout.write(`${usage}\n`)
  await ensureInstalled(root, asked)
  await ensureBuilt(root, asked)
  const library = asked.library ? [resolve(callerFolder('start'), asked.library)] : []
  const browser = await whyBrowser(asked)
  if (!browser) {
    const code = await inElectron(library)
    if (code !== undefined) return code
  } else if (browser.say) say(`${browser.say}: Parallax is served to your browser instead.`)
  const port = asked.port === undefined ? [] : ['--port', String(asked.port)]
  const args = [join(root, 'out', 'main', 'web.js'), ...library, ...port]
  return (await stay(process.execPath, args, { cwd: root })).code
})

/**
 * Why the app opens in a browser, or nothing when Electron can open it.
 * @param {import('./lib/start-arguments.mjs').Asked} asked
 * @returns {Promise<{ say?: string } | undefined>} nothing to say when the user asked for it
 */
async function whyBrowser(asked) {
  if (asked.web) return {}
  if (!hasDisplay()) return { say: 'No display for a window' }
  const electron = await fetchElectron({ again: asked.fetchElectron })
  return electron.path ? undefined : { say: electron.why ?? 'No Electron' }
}

/**
 * @param {readonly string[]} library
 * @returns {Promise<number | undefined>} its exit code; nothing when this system cannot run it
 */
async function inElectron(library) {
  // Of what the user's shell may hold: neither plain Node, nor the page of a development server.
  const { ELECTRON_RUN_AS_NODE: _, ELECTRON_RENDERER_URL: __, ...env } = process.env
  const path = electronBinary().path ?? ''
  const switches = []
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    // Electron refuses to start otherwise.
    say('You are root: Electron runs without its sandbox.')
    switches.push('--no-sandbox')
  }
  const ended = await stay(path, [...switches, root, ...library], { cwd: root, env })
  if (!ended.failedToStart) return ended.code
  say(
    `Electron does not start on this system (${ended.code}): Parallax is served to your browser instead.`,
  )
  return undefined
}

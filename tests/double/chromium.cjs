// Starts Chromium so that it stays off the network, and dies when this process does.
'use strict'

const { spawn } = require('node:child_process')
const fs = require('node:fs')
const { createProfile, removeProfile } = require('./profiles.cjs')

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const FLAGS = [
  // Ours goes over the pipe: when it closes, Chromium ends. The port is Playwright's.
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-popup-blocking',
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-hang-monitor',
  '--disable-search-engine-choice-screen',
  '--password-store=basic',
  '--use-mock-keychain',
  // The network: nothing asked for by Chromium itself, and no name resolves but this machine's.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-field-trial-config',
  '--disable-quic',
  '--disable-sync',
  '--disable-pings',
  '--metrics-recording-only',
  '--no-service-autorun',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-features=' +
    [
      'AimEnabled',
      'AutofillServerCommunication',
      'DestroyProfileOnBrowserClose',
      'HttpsFirstBalancedModeAutoEnable',
      'HttpsUpgrades',
      'LensOverlay',
      'MediaRouter',
      'NetworkTimeServiceQuerying',
      'OptimizationHints',
      'PaintHolding',
      'PreconnectToSearch',
      'Translate',
      'WebUIOmniboxAimPopup',
      'WebUIOmniboxPopup',
    ].join(','),
]

const START_LIMIT_MS = 30_000

/** @returns {string} PARALLAX_CHROMIUM, or the first browser found. Throws if there is none. */
function findChromium() {
  const named = process.env.PARALLAX_CHROMIUM
  if (named) return named
  const found = PLACES.find((place) => fs.existsSync(place))
  if (found) return found
  throw new Error(
    `electron double: no Chromium. Set PARALLAX_CHROMIUM, or install one of ${PLACES.join(', ')}`,
  )
}

/**
 * @param {Map<string, string>} switches what the application appended to its command line
 * @returns {Promise<{ input: import('node:stream').Writable,
 *   output: import('node:stream').Readable, endpoint: string, pid: number, onExit(listener: () => void): void }>}
 *   the two ends of the CDP pipe, and the address for Playwright
 */
async function startChromium(switches) {
  const profile = createProfile()
  process.on('exit', () => removeProfile(profile))
  const child = spawn(findChromium(), [...FLAGS, ...localFlags(profile), ...appended(switches)], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  process.prependListener('exit', () => child.kill('SIGKILL'))
  const endpoint = await debuggerAddress(child)
  const [, , , input, output] = child.stdio
  const onExit = (listener) => void child.once('exit', listener)
  return { input, output, endpoint, pid: child.pid, onExit }
}

function localFlags(profile) {
  return [
    `--user-data-dir=${profile}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(process.env.DOUBLE_HEADED ? [] : ['--headless=new']),
  ]
}

/** Feature lists are left out: a second one would replace ours. */
function appended(switches) {
  return [...switches]
    .filter(([name]) => !/^(enable|disable)-features$/.test(name))
    .map(([name, value]) => `--${name}${value && `=${value}`}`)
}

/** @param {import('node:child_process').ChildProcess} child */
function debuggerAddress(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why) => reject(new Error(`electron double: Chromium ${why}\n${said}`))
    const limit = setTimeout(() => fail('did not start in 30 s'), START_LIMIT_MS)
    child.once('error', (error) => fail(`cannot be started: ${error.message}`))
    child.once('exit', (code, signal) => fail(`ended early (${code ?? signal})`))
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-8000)
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (!address) return
      clearTimeout(limit)
      resolve(address)
    })
  })
}

module.exports = { startChromium }

// Which webPreferences the double takes: insecure ones, and those it cannot honour, are refused.
'use strict'

const path = require('node:path')
const { unsupported } = require('./unsupported.cjs')

const REQUIRED = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  offscreen: false,
  plugins: false,
  navigateOnDragDrop: false,
}

const HARMLESS = new Set([
  'additionalArguments',
  'autoplayPolicy',
  'backgroundThrottling',
  'defaultEncoding',
  'devTools',
  'disableDialogs',
  'preload',
  'safeDialogs',
  'scrollBounce',
  'spellcheck',
  'textAreasAreResizable',
  'webgl',
  'zoomFactor',
])

/**
 * Throws, naming the preference, if there is one that the double does not take.
 *
 * @param {Record<string, any>} given
 * @returns {Record<string, any>} all preferences, for `getLastWebPreferences`
 */
function checkPreferences(given) {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || REQUIRED[name] === value || HARMLESS.has(name)) continue
    throw unsupported(`webPreferences.${name}=${value}`)
  }
  if (given.preload && !path.isAbsolute(given.preload)) {
    throw unsupported(`preload '${given.preload}': the path must be absolute`)
  }
  return { ...REQUIRED, ...given }
}

module.exports = { checkPreferences }

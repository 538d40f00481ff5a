// New pages: those a window asked for, and popups, which the opener's handler allows or denies.
'use strict'

const { browser } = require('./browser.cjs')
const { PAGE, registry } = require('./registry.cjs')
const { toApp } = require('./scheme-urls.cjs')

/** Sessions of pages that are there, or those who wait for them. */
const sessions = new Map()
const waiting = new Map()

/** Targets whose requests must all fail: popups that were denied. */
const denied = new Set()

/** Every page stops before its first request, until its handlers are in place. */
async function watchTargets() {
  browser.on('Target.attachedToTarget', onAttached)
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
  await browser.send('Target.setAutoAttach', options)
}

/**
 * @param {{ width: number, height: number }} size
 * @returns {Promise<{ targetId: string, sessionId: string }>} the page is paused
 */
async function openTarget(size) {
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  })
  const sessionId =
    sessions.get(targetId) ?? (await new Promise((resolve) => waiting.set(targetId, resolve)))
  return { targetId, sessionId }
}

async function onAttached({ sessionId, targetInfo }) {
  const { targetId, openerId, type } = targetInfo
  const opener = openerId && registry.contentsOfTarget(openerId)
  if (opener) return decidePopup(opener, targetInfo, sessionId)
  if (type !== 'page') return resume(sessionId)
  sessions.set(targetId, sessionId)
  waiting.get(targetId)?.(sessionId)
  waiting.delete(targetId)
}

async function decidePopup(opener, { targetId, url }, sessionId) {
  const asked = opener[PAGE].takeWindowOpen()
  const details = {
    url: toApp(asked?.url ?? url),
    frameName: asked?.windowName ?? '',
    features: (asked?.windowFeatures ?? []).join(','),
    disposition: asked?.windowFeatures?.length ? 'new-window' : 'foreground-tab',
    referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
  }
  const answer = opener[PAGE].windowOpenHandler?.(details) ?? { action: 'allow' }
  if (answer.action === 'deny') {
    denied.add(targetId)
    // A paused popup cannot be closed: `window.open` in the opener would never return.
    await resume(sessionId)
    await browser.send('Target.closeTarget', { targetId }).catch(() => {})
    return
  }
  console.error(`electron double: popup ${details.url} opens as a bare page, without a window`)
  await resume(sessionId)
}

/** The target may be gone already. */
async function resume(sessionId) {
  await browser.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => {})
}

module.exports = { watchTargets, openTarget, denied }

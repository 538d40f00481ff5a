// Every request of every page and worker stops here first: navigation is asked about, registered
// schemes are answered by the application, the rest goes on to a network that resolves nothing.
'use strict'

const { browser } = require('./browser.cjs')
const { createEvent } = require('./event.cjs')
const { handlers } = require('./protocol.cjs')
const { PAGE, registry } = require('./registry.cjs')
const { headersToApp, headersToPage, schemes, toApp } = require('./scheme-urls.cjs')
const { denied } = require('./targets.cjs')

/** Must run before the first page is opened. */
async function watchRequests() {
  browser.on('Fetch.requestPaused', (paused) => {
    // A page that is closed takes its paused requests along.
    answer(paused).catch((error) => {
      if (registry.contentsOfTarget(paused.frameId)) console.error(error)
    })
  })
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(paused) {
  if (denied.has(paused.frameId)) return fail(paused, 'BlockedByClient')
  const contents = registry.contentsOfTarget(paused.frameId)
  const isDocument = paused.resourceType === 'Document' && contents
  if (isDocument && !mayNavigate(contents, paused)) return fail(paused, 'Aborted')

  const url = toApp(paused.request.url)
  const scheme = url.slice(0, url.indexOf(':'))
  if (!schemes.has(scheme)) return browser.send('Fetch.continueRequest', idOf(paused))
  const handler = handlers.get(scheme)
  const isFetch = ['XHR', 'Fetch'].includes(paused.resourceType)
  if (!handler || (isFetch && !schemes.get(scheme).supportFetchAPI)) return fail(paused, 'Failed')

  const response = await ask(handler, url, paused.request)
  if (!response) return fail(paused, 'Failed')
  if (isDocument) contents[PAGE].responseCode = response.status
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await browser.send('Fetch.fulfillRequest', {
    ...idOf(paused),
    responseCode: response.status,
    responseHeaders: headersToPage(response.headers),
    body,
  })
}

/** @returns {Promise<Response | undefined>} undefined, and a message, if the handler fails */
async function ask(handler, url, { method, headers, postData }) {
  try {
    const hasBody = postData !== undefined && method !== 'GET' && method !== 'HEAD'
    const body = hasBody ? postData : undefined
    const response = await handler(
      new Request(url, { method, headers: headersToApp(headers), body }),
    )
    if (!(response instanceof Response)) throw new TypeError(`no Response for ${url}`)
    return response.type === 'error' ? undefined : response
  } catch (error) {
    console.error('electron double: the protocol handler failed:', error)
    return undefined
  }
}

/** Asks the application's listeners, unless it is the application that navigates. */
function mayNavigate(contents, { request, redirectedRequestId }) {
  if (contents[PAGE].wasExpected(request.url)) return true
  const name = redirectedRequestId ? 'will-redirect' : 'will-navigate'
  return emitNavigation(contents, name, toApp(request.url))
}

/** @returns {boolean} false if a listener prevented it */
function emitNavigation(contents, name, url) {
  const event = createEvent({
    url,
    isMainFrame: true,
    isSameDocument: false,
    frame: contents.mainFrame,
    initiator: contents.mainFrame,
  })
  if (name === 'will-navigate') contents.emit('will-frame-navigate', event)
  contents.emit(name, event, url, false, true, 1, 1)
  return !event.defaultPrevented
}

const idOf = ({ requestId }) => ({ requestId })

function fail(paused, errorReason) {
  return browser.send('Fetch.failRequest', { ...idOf(paused), errorReason })
}

module.exports = { watchRequests, emitNavigation }

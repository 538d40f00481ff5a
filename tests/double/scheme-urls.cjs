// Chromium aborts requests of schemes it does not know before DevTools sees them. So a registered
// scheme is mapped: app://host/path is https://host.app.invalid/path inside the page.
'use strict'

/** @type {Map<string, { standard?: boolean, secure?: boolean, supportFetchAPI?: boolean }>} */
const schemes = new Map()

/** @param {string} url as the application writes it @returns as Chromium is to load it */
function toPage(url) {
  const parts = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  if (!parts || !schemes.has(parts[1].toLowerCase())) return url
  const [, scheme, host, rest] = parts
  return `https://${host}.${scheme.toLowerCase()}.invalid${rest.startsWith('/') ? '' : '/'}${rest}`
}

/** @param {string} url as Chromium names it @returns as Electron would name it */
function toApp(url) {
  const parts = /^https:\/\/([^/?#]*)\.([^./?#]+)\.invalid(.*)$/.exec(url)
  return parts && schemes.has(parts[2]) ? `${parts[2]}://${parts[1]}${parts[3]}` : url
}

/** @param {string} url @returns {string} scheme and host without a slash, or 'null' */
function originOf(url) {
  const { origin } = URL.canParse(toPage(url)) ? new URL(toPage(url)) : { origin: 'null' }
  return toApp(origin)
}

/** Response headers name the scheme too: in the policy, in CORS, in redirects. */
function headersToPage(headers) {
  return [...headers].map(([name, value]) => ({ name, value: headerToPage(name, value) }))
}

function headerToPage(name, value) {
  if (name.startsWith('content-security-policy')) return policyToPage(value)
  if (name === 'location' || name === 'access-control-allow-origin') {
    return toPage(value).replace(/\/$/, value.endsWith('/') ? '/' : '')
  }
  return value
}

/** Sources `app:` and `app://host` become their mapped hosts; the rest stays as it is. */
function policyToPage(policy) {
  return policy.replace(
    /(^|[\s;,])([a-z][\w+.-]*):(\/\/[^\s;,]+)?(?=[\s;,]|$)/g,
    (all, gap, scheme, host) => {
      if (!schemes.has(scheme)) return all
      if (!host) return `${gap}https://*.${scheme}.invalid`
      return gap + toPage(`${scheme}:${host}`).replace(/\/$/, host.endsWith('/') ? '/' : '')
    },
  )
}

/** Request headers go the other way. */
function headersToApp(headers) {
  const mapped = { ...headers }
  for (const name of Object.keys(mapped)) {
    if (/^(origin|referer)$/i.test(name)) mapped[name] = toApp(mapped[name])
  }
  return mapped
}

module.exports = { schemes, toPage, toApp, originOf, headersToPage, headersToApp }

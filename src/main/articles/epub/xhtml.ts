// Makes XHTML ready for an HTML parser, which takes `<title/>` for the beginning of a title that
// never ends, and shows a declaration's inner part as text.

const empty: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/** XHTML rewritten as HTML with the same meaning. Linear. */
export function htmlOf(xhtml: string): string {
  let html = withoutPrefix(withoutDoctype(xhtml))
  if (html.includes('<![CDATA['))
    html = html.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
  html = html.replace(
    /<([a-z][\w:.-]*)((?:\s[^<>"'/]*|\/(?!>)|"[^"]*"|'[^']*'|[^\s<>"'/])*)\/>/gi,
    (tag, name: string, attributes: string) =>
      empty.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  )
  // No script runs here, so what stands in its place is shown.
  return html.replace(/<(\/?)noscript(?=[\s>])/gi, '<$1div')
}

/** A declaration may hold others in brackets, which HTML does not know. */
function withoutDoctype(text: string): string {
  const start = text.search(/<!doctype/i)
  if (start === -1 || start > 4096) return text
  const bracket = text.indexOf('[', start)
  const end = text.indexOf('>', start)
  if (end === -1) return text
  if (bracket === -1 || bracket > end) return text
  const close = /\]\s*>/g
  close.lastIndex = bracket
  const found = close.exec(text)
  return found === null ? text : text.slice(0, start) + text.slice(close.lastIndex)
}

/** `<h:p>` is `<p>` where `h` is the name of HTML. */
function withoutPrefix(text: string): string {
  const prefix = /<([a-z][\w-]*):html[\s>]/i.exec(text.slice(0, 8192))?.[1]
  return prefix === undefined
    ? text
    : text.replace(new RegExp(`<(/?)${prefix}:(?=[a-z])`, 'g'), '<$1')
}

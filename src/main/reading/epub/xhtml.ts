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
  const html = withClosedTags(withoutPrefix(withoutDoctype(xhtml)))
  // No script runs here, so what stands in its place is shown.
  return html.replace(/<(\/?)noscript(?=[\s>])/gi, '<$1div')
}

/** One pass over comments, CDATA and tags; each is left at its end, so nothing is read twice. */
function withClosedTags(text: string): string {
  const out: string[] = []
  let kept = 0
  for (let at = text.indexOf('<'); at !== -1; ) {
    const [end, instead] = markupAt(text, at)
    if (instead !== null) {
      out.push(text.slice(kept, at), instead)
      kept = end
    }
    at = text.indexOf('<', end)
  }
  out.push(text.slice(kept))
  return out.join('')
}

/** Where the markup that begins at `at` ends, and what stands for it in HTML; null for itself. */
function markupAt(text: string, at: number): readonly [end: number, instead: string | null] {
  if (text.startsWith('<!--', at)) return [after(text, '-->', at + 4), null]
  if (text.startsWith('<![CDATA[', at)) {
    const end = after(text, ']]>', at + 9)
    const inner = text.slice(at + 9, end).replace(/\]\]>$/, '')
    return [end, inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;')]
  }
  const name = nameAt(text, at + 1)
  if (name === '') return [at + 1, null]
  const end = tagEnd(text, at + 1 + name.length)
  if (text[end - 2] !== '/' || empty.has(name.toLowerCase())) return [end, null]
  return [end, `${text.slice(at, end - 2)}></${name}>`]
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}

const tagName = /[a-z][\w:.-]*/iy

function nameAt(text: string, at: number): string {
  tagName.lastIndex = at
  return tagName.exec(text)?.[0] ?? ''
}

/** The place after a tag's `>`, which may stand inside quoted values without ending it. */
function tagEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const char = text[at]
    if (char === '>') return at + 1
    if (char !== '"' && char !== "'") continue
    if (!/=\s{0,20}$/.test(text.slice(Math.max(0, at - 20), at))) continue
    const close = text.indexOf(char, at + 1)
    if (close === -1) return text.length
    at = close
  }
  return at
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

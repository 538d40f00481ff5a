// Addresses inside a book, which are relative to the document that names them (RFC 3986, 5.2).

/**
 * The name in the archive that an address points at, without what stands after `#` and `?`.
 * Null for addresses outside of the book. Dots lead up, but never out of the archive.
 * @param from name of the document that holds the address
 */
export function resolvePath(from: string, href: string): string | null {
  const path = href.trim().replace(/[#?].*$/s, '')
  if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('//')) return null
  if (path === '') return from
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.replaceAll('\\', '/').split('/')) {
    const plain = decoded(step)
    if (plain === '..') steps.pop()
    else if (plain !== '' && plain !== '.') steps.push(plain)
  }
  return steps.join('/')
}

/** What stands after `#`, decoded; '' without it. */
export function fragmentOf(href: string): string {
  const at = href.indexOf('#')
  return at === -1 ? '' : decoded(href.slice(at + 1))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A per cent sign that stands for itself.
    return text
  }
}

// Cleans the names that pages give: a person's without "By" and without address, a title's without
// the site's.

const organisation =
  /^(?:admin|administrator|editor|staff|webmaster|guest|author|unknown|none|null|undefined)$/i

/** A person's or an agency's name; null for addresses, accounts and whatever is too long for a name. */
export function personName(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/^(?:written |words |posted |story |text )?(?:by|von|par|por)\b:?\s+/i, '')
    .replace(
      /^(?:author:?|(?:view |see )?(?:all )?(?:posts|articles|stories) by|more (?:from|by))\s+/i,
      '',
    )
    .replace(/\s*[|•·].*$/, '')
    .trim()
  if (name.length < 2 || name.length > 80 || organisation.test(name)) return null
  return /https?:|www\.|@|\d{4}|[.:!?]$/.test(name) && !/\b[A-Z]\.$/.test(name) ? null : name
}

/** The title without "| The Site" or "– The Site" at its end, or "The Site: " at its start. */
export function withoutSite(title: string, site: string | null): string {
  const text = title.replace(/\s+/g, ' ').trim()
  if (site !== null && site.length > 1) {
    const plain = site.toLowerCase()
    for (const border of [' | ', ' - ', ' – ', ' — ', ' :: ', ' • ', ' · ', ': ', ' » ']) {
      const at = text.lastIndexOf(border)
      if (
        at > 0 &&
        text
          .slice(at + border.length)
          .trim()
          .toLowerCase()
          .startsWith(plain)
      )
        return text.slice(0, at).trim()
      if (text.toLowerCase().startsWith(plain + border))
        return text.slice(site.length + border.length).trim()
    }
  }
  const cut =
    /^(.{15,}?)\s+(?:[|»·•]|::)\s+.{2,60}$/u.exec(text) ??
    /^(.{25,})\s+[–—-]\s+[^–—|-]{2,30}$/u.exec(text)
  return cut?.[1]?.trim() ?? text
}

// Cleans the names that pages give: a person's without "By" and without address, a title's without
// the site's.

const organisation =
  /^(?:admin|administrator|editor|staff|webmaster|guest|author|unknown|none|null|undefined)$/i

/** A person's or an agency's name; null for addresses, accounts and whatever is too long for a name. */
export function personName(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/^(?:written |words |posted |published |story |text )?(?:by|von|par|por)\b:?\s+/i, '')
    .replace(
      /^(?:(?:authors?|auteurs?|autor(?:e|es|en|i)?|texte?|text|words|reporter|reported by|story by)\s*:|author|(?:view |see )?(?:all )?(?:posts|articles|stories) by|more (?:from|by))\s+/i,
      '',
    )
    .replace(/\s*[|•·].*$/, '')
    .trim()
  if (name.length < 2 || name.length > 80 || organisation.test(name)) return null
  return /https?:|www\.|@|\d{4}|[.:!?]$/.test(name) && !/\b[A-Z]\.$/.test(name) ? null : name
}

const between = /\s*(?:,|;|\s(?:and|und|et|y|e|en|&)\s)\s*/iu
const role =
  /^(?:.*\b(?:reporter|correspondent|editor|writer|staff|columnist|contributor|journalist|team|redaktion|opinion|analyst|photographer)\b.*|.*\d.*)$/iu

/** The people that a line of a page names: "By Ida Holm and Per Vik | Staff writers"; none for a line that says more. */
export function peopleIn(line: string): string[] {
  const text = line
    .replace(/\s+/g, ' ')
    .replace(/\s+[@|•·/–—-]\s.*$/, '')
    .replace(
      /\s*(?:,\s*)?(?:on |posted |published |updated |le |am )?(?:\p{L}{3,9}\.? )?\d{1,2}[., ].*\d{4}.*$/iu,
      '',
    )
    .replace(/\s+(?:is|has|was) (?:a|an|the) .*$/, '')
    .trim()
  const plain = personName(text)
  if (plain === null) return []
  const parts = plain.split(between).filter((part) => part !== '')
  const names = parts.filter((part, i) => i === 0 || !role.test(part))
  const isList = names.every((part) => part.length <= 45 && part.split(' ').length <= 5)
  return isList ? names.map((name) => name.trim()) : [plain]
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
    /^(.{25,})\s+[–—-]\s+[^–—|-]{2,30}$/u.exec(text) ??
    /^(.*[\u3040-\u30ff\u3400-\u9fff].{6,}?)[-_|—–－]+[^-_|—–－]{2,14}$/u.exec(text)
  return cut?.[1]?.trim() ?? text
}

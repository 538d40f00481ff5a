// What a word processor's file says of itself is often left over from a template or from the machine
// it was typed on. What is plainly that is not taken.

const noTitle =
  /^(?:microsoft (?:office )?word\b.*|(?:word )?document\s*\d*|dokument\s*\d*|documento?\s*\d*|untitled\b.*|unbenannt\b.*|sans nom.*|no title|title|titel|titre|template|vorlage|normal(?:\.dotm?)?|blank(?: document)?|default|new document|powerpoint presentation)$/i

/** A document's title; null for leftovers of programs and for names of files. */
export function statedTitle(raw: string): string | null {
  const title = raw.replace(/\s+/g, ' ').trim()
  if (title === '' || title.length > 300 || noTitle.test(title)) return null
  if (/\.(?:docx?|docm|dot[xm]?|odt|ott|fodt|rtf|pdf|txt|html?|pages|wpd)$/i.test(title))
    return null
  return /\p{L}|\p{N}/u.test(title) ? title : null
}

const noPerson =
  /^(?:(?:the )?(?:user|owner|home|office|pc|customer|valued customer|default|guest|root|test|student|laptop|asus|hp|dell|lenovo|acer|toshiba|windows user|microsoft(?: office)?(?: user)?|preferred customer|registered user))$|python-docx|apache poi|openoffice|libreoffice|aspose|docx4j|pandoc/i

const account =
  /^(?:admin|administrator|editor|staff|webmaster|guest|author|unknown|none|null|undefined)$/i

/** A person's or an office's name; null for addresses, accounts and whatever is too long for a name. */
function personName(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:written|posted|published) )?(?:by|von|par|por)\b:?\s+/i, '')
    .replace(/\s*[|•·].*$/, '')
    .trim()
  if (name.length < 2 || name.length > 80 || account.test(name)) return null
  return /https?:|www\.|@|\d{4}|[.:!?]$/.test(name) && !/\b(?:[A-Z]|Jr|Sr)\.$/.test(name)
    ? null
    : name
}

/** The author that a document names; null for names of machines and programs. */
export function statedAuthor(raw: string): string | null {
  const name = personName(raw)
  return name === null || noPerson.test(name) || !/\p{L}{2}/u.test(name) ? null : inOrder(name)
}

const listed =
  /^((?:(?:de|da|di|del|della|den|der|du|la|le|van|von|bin|al) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?), (\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,2})$/u
const suffix =
  /^(?:Jr|Sr|Inc|Ltd|LLC|GmbH|AG|Co|Corp|PLC|Esq|II|III|IV|Ph\.?D|M\.?D|MA|MSc|MBA|BA|BSc|RN|CPA)\.?$/i

/** A name in the order of catalogues, read as it is spoken: "Okafor, Pell J." is Pell J. Okafor. */
export function inOrder(name: string): string {
  const [, family = '', given = ''] = listed.exec(name) ?? []
  // "Ada Holm, Ivo Strand" are two people.
  const two = family.includes(' ') && /^\p{Lu}/u.test(family) && given.includes(' ')
  return family === '' || two || suffix.test(given) ? name : `${given} ${family}`
}

/** A BCP 47 tag; null for anything else. */
export function statedLanguage(raw: string): string | null {
  const tag = raw.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) || /^(?:und|zxx|mul)\b/i.test(tag))
    return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    // Shaped as a tag, but none.
    return null
  }
}

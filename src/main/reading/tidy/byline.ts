// Who wrote it: "By Jane Doe", "Jane Doe, Staff writer", "About Jane Doe". Names only; what stands
// around them (post, address, date) is left.

const word =
  "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|(?:Mc|Mac|O['’]|d['’]|al-|el-)\\p{Lu}[\\p{L}'’-]*|de|da|di|del|della|der|den|dos|du|la|le|van|von|bin|ibn|y|e|ter|ten|zu)"
const person = `\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: ${word}){0,4}`
const people = `${person}(?:(?:, | and | & | / |, and | und | et | y | e )${person}){0,6}`
const by =
  '(?:(?:words|written|story|text|reported|reporting|posted|authored|article)(?: and (?:photos|pictures|photographs))? by|by|BY|von|Von|VON|par|Par|PAR|por|Por|POR|door|Door|di|Di|av|Av|af|Af|Author:|Byline:|Autor(?:in)?:|Auteur:|Autore:|Texto?:|Texte ?:)'

const starts = new RegExp(`^${by}:?\\s+(${people})(?=$|[\\s,|•·;(–—@/-])`, 'u')
const startsAnyCase = new RegExp(
  `^(?:(?:Words|Written|Story|Text|Reported|Posted|WORDS|WRITTEN|STORY|TEXT)(?:(?: [Aa]nd (?:photos|pictures))? [Bb][Yy]:?|:)|B[Yy]:?)\\s+(${people})(?=$|[\\s,|•·;(–—@/-])`,
  'u',
)
const post =
  'writer|reporter|correspondent|editor|columnist|contributor|journalist|critic|reviewer|photographer|bureau chief|staff|press|news service'
const nameAndPost = new RegExp(
  `^(${person})\\s?[,|–—-]\\s(?:[\\p{L}.&'’ -]{0,40}\\s)?(?:${post})$`,
  'iu',
)
const cased = new RegExp(`^(?:${people})$`, 'u')
const nameless = /^by\s*[|•·–—-]\s*\S/i

/** What may follow the name in a line that is nothing but a byline: posts, outlets, dates, addresses. */
const afterName =
  /^(?:\p{Lu}[\p{L}\p{M}.'’&]*|[\d.:]{1,10}(?:[ap]m)?|\S+@\S+|@\w+|&|for|of|in|at|the|is|an?|and|to|on|writer|reporter|correspondent|editor|columnist|contributor|staff|senior|special|le|am|el|il|published|updated|posted|min|minutes?|read|[ap]\.?m\.?)$/u
const isAfterName = (rest: string): boolean =>
  rest.split(/[\s,|•·;:()–—/-]+/).every((token) => token === '' || afterName.test(token))

/** The author or authors in a line that is a byline; null if it is none, or names nobody. */
export function bylineIn(text: string): string | null {
  if (text.length > 160) return null
  const found = starts.exec(text) ?? startsAnyCase.exec(text)
  const names = found?.[1]
  if (found !== null && names !== undefined) {
    const rest = text.slice(found[0].length)
    if (!isAfterName(rest) || /[.!?]$/.test(rest)) return null
    return isPeriod(names) ? null : withoutPost(names.replace(/[.,]$/, '').trim())
  }
  const titled = nameAndPost.exec(text)?.[1]
  return titled !== undefined && cased.test(titled) && titled.includes(' ') ? titled : null
}

const postOrOutlet = new RegExp(
  `\\b(?:${post}|news|times|post|herald|journal|gazette|courier|tribune|magazine|reuters|bloomberg|media|network)$|^\\p{Lu}{2,4}$`,
  'iu',
)

/** "Ada Holm, Sports Writer" and "Ada Holm, Coast News" without what the person is or works for. */
function withoutPost(names: string): string {
  const parts = names.split(', ')
  const at = parts.findIndex((part, i) => i > 0 && postOrOutlet.test(part))
  return at === -1 ? names : parts.slice(0, at).join(', ')
}

const datedBy = new RegExp(`\\b(?:by|By|von|par|por) (${people})\\s*$`, 'u')
const beforeDate = new RegExp(`^(${person})\\s?[,|•·]\\s*(?=\\d|\\p{L}+\\.? \\d)`, 'u')
const places =
  /^(?:New|Los|San|Santa|Hong|Buenos|Rio|São|Tel|Kuala|Cape|Mexico|United|Saint|St\.?|El|La|Port|Washington)\b/

/** The author in a line known to state the date: "Posted on 3 May 2026 by Ada Holm", "Ada Holm, 3 May 2026". */
export function bylineBesideDate(text: string): string | null {
  const after = datedBy.exec(text)?.[1]
  if (after !== undefined) return after
  const first = starts.exec(text)?.[1]
  if (first !== undefined && !isPeriod(first)) return withoutPost(first)
  const before = beforeDate.exec(text)?.[1]
  return before?.includes(' ') === true && !places.test(before) ? before : null
}

/** A name without what says that it is the author's, in the scripts that write it before the name. */
export const plainName = (text: string): string =>
  text.replace(/^(?:記者|记者|作者|撰文|文|기자)\s*[:：\s]\s*/u, '').trim()

/** Whether a line is nothing but a byline, be it one that names nobody ("by | Oct 17, 2023"). */
export const isByline = (text: string): boolean =>
  text.length <= 160 && (bylineIn(text) !== null || (nameless.test(text) && text.length <= 60))

/** "By Monday", "By March 2020": a time, not a person. */
const isPeriod = (names: string): boolean =>
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \p{Lu})|^(?:The|This|That|Then|Now|Contrast|Comparison|Default|Law|Far|Next)\b/u.test(
    names,
  )

const about = new RegExp(`^About (${person})$`, 'u')

/** The person whom a box "About Jane Doe" is about, if its first words name her again; else null. */
export function personAbout(heading: string, next: string): string | null {
  const name = about.exec(heading.trim())?.[1]
  if (name === undefined || name.split(' ').length < 2) return null
  return new RegExp(
    `^${literal(name)},? (?:is|was|has|writes|covers|reports|works|joined|lives|serves)\\b`,
    'iu',
  ).test(next) && ofPerson.test(next)
    ? name
    : null
}

/** What is said of people and not of companies. */
const ofPerson =
  /\b(?:s?he|her|his|him|writer|reporter|journalist|editor|author|blogger|columnist|contributor|correspondent|photographer|freelancer?|student|professor|teacher|coach|expert|consultant|scientist|historian|doctor|lives|covers|writes|novelist|poet|producer|analyst|founder)\b/i

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

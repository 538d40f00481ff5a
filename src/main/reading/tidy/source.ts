// The outlet, where the text itself says it: "From The Epoch Times", "HANOI (AP) —", a link to the
// original, the notice of copyright. Sources that the story quotes are not outlets.
import type { Line } from './lines.ts'

interface SourceRule {
  readonly name: string
  readonly matches: RegExp
  /** Where it may stand; by default anywhere. */
  readonly where?: 'head' | 'tail'
  /** Longest line that it is looked for in; by default 160 characters. */
  readonly longest?: number
}

const outlet =
  "(?:The )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?: (?:(?:of|the|and|de|la|le|du) )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*| & \\p{Lu}[\\p{L}]*){0,4}"
const agency =
  'Reuters|REUTERS|AP|AFP|dpa|DPA|UPI|IANS|PTI|ANI|Xinhua|TASS|Tass|EFE|ANSA|Bloomberg|CNN|BBC|Kyodo|Yonhap|Interfax|ANTARA|NNA'

/** The last word of the names of papers, agencies and stations; initials in capitals are one, too. */
const named =
  "(?:The )?(?:\\p{Lu}[\\p{L}.&’'-]*(?: (?:of|the|and|&))? ){0,4}(?:News(?:paper|wire)?|Times|Post|Herald|Journal|Gazette|Tribune|Courier|Press|Observer|Telegraph|Guardian|Chronicle|Examiner|Register|Review|Mirror|Magazine|Weekly|Radio|Television|Network|Broadcasting|Media|Dispatch|Sentinel|Mercury|Argus|Advertiser|Reporter|Wire|Today|Agency|Zeitung|Tagblatt|Anzeiger|Rundschau|Kurier|Presse)"
const known = `(?:${named}|${agency}|\\p{Lu}[\\p{L}\\d-]*\\.(?:com|org|net|co\\.uk))`

/** Rules in order of trust: the first that finds something is believed. */
const sourceRules: readonly SourceRule[] = [
  {
    name: 'from-line',
    where: 'tail',
    matches: new RegExp(
      `^(?:From|This article is from|Originally published (?:in|on|at|by)|Reprinted from|Courtesy of) (${outlet})\\.?$`,
      'u',
    ),
  },
  {
    name: 'appeared-first',
    matches: new RegExp(`\\bappeared first (?:on|at|in) (${outlet})\\s*\\.?$`, 'u'),
    longest: 400,
  },
  {
    name: 'dateline',
    matches: new RegExp(`^\\p{Lu}[\\p{L}.,' /’-]{1,60}\\((${agency})\\)\\s*[-–—]`, 'u'),
    longest: Number.POSITIVE_INFINITY,
  },
  // QUAYSIDE (Coast News) — where the name tells itself.
  {
    name: 'dateline-named',
    matches: new RegExp(
      `^\\p{Lu}[\\p{L}.,' /’-]{1,40}(?:\\d{1,2} )?\\((${known})\\)\\s*[-–—]`,
      'u',
    ),
    longest: Number.POSITIVE_INFINITY,
  },
  {
    name: 'first-published',
    matches: new RegExp(
      `^(?:(?:This|The) (?:article|story|post|piece|report|column|essay)\\b.{0,80}?|)\\b(?:[Oo]riginally|[Ff]irst) (?:published|appeared|posted|ran) (?:in|on|at|by|with) (?:the )?(${outlet})(?:[.,;]|$| (?:on|in|under|and|as|at)\\b)`,
      'u',
    ),
    longest: 300,
  },
  {
    name: 'republished',
    matches: new RegExp(
      `^(?:(?:This|The) (?:article|story|post|piece) (?:is|was|has been) )?(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated) (?:here )?(?:with (?:the )?(?:kind )?permission (?:of|from)|courtesy of|from|by) (?:the )?(${outlet})(?:[.,;]|$)`,
      'u',
    ),
    longest: 300,
  },
  {
    name: 'byline-outlet',
    where: 'head',
    matches: new RegExp(
      `^(?:[Bb]y |BY )?\\p{Lu}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){1,4}(?: ?[,|–—] ?| - | of | for )(${known})$`,
      'u',
    ),
  },
  {
    name: 'outlet-staff',
    where: 'head',
    matches: new RegExp(
      `^(?:[Bb]y |BY )?(${known}) (?:[Ss]taff|STAFF|[Rr]eporters?|[Ee]ditors|(?:[Ww]eb |[Nn]ews )?[Dd]esk)(?: [Rr]eports?)?$`,
      'u',
    ),
  },
  {
    name: 'agency-first',
    matches: new RegExp(`^\\((${agency})\\)\\s*[-–—]`, 'u'),
    longest: Number.POSITIVE_INFINITY,
  },
  {
    name: 'dateline-outlet',
    matches: new RegExp(`^\\p{Lu}{3}[\\p{L}\\p{N}.,' /’-]{0,60}\\((${outlet})\\)\\s*[–—]`, 'u'),
    longest: Number.POSITIVE_INFINITY,
  },
  {
    name: 'dateline-site',
    matches:
      /^\p{Lu}[\p{L}., ]{1,40}\s?[-–—]\s?\(([\p{L}\d-]+\.(?:com|org|net|co\.uk|eu))\)\s?[-–—]/u,
    longest: Number.POSITIVE_INFINITY,
  },
  {
    name: 'source-line',
    where: 'tail',
    matches: new RegExp(
      `^(?:Source|Outlet|Publication|Published (?:by|in)|Originally published (?:in|by|on))\\s*:?\\s+(${outlet})$`,
      'u',
    ),
  },
  {
    name: 'source-head',
    where: 'head',
    matches: new RegExp(`^(?:Source|Outlet|Publication|Newspaper)\\s*:\\s+(${outlet})$`, 'u'),
  },
  {
    name: 'source-address',
    where: 'tail',
    matches:
      /^(?:Source|Original|Via|Link)\s*:\s*https?:\/\/(?:www\.)?([\w.-]+\.[a-z]{2,})(?:[/?#]\S*)?$/iu,
    longest: 400,
  },
  {
    name: 'inbox',
    matches: new RegExp(
      `^Get (?!The |More |Our |All )(${outlet}) (?:delivered )?(?:to|in) your inbox`,
      'u',
    ),
  },
  {
    name: 'copyright',
    where: 'tail',
    matches: new RegExp(
      `^(?:[Cc]opyright\\s*)?(?:©|\\([Cc]\\))\\s*(?:[Cc]opyright\\s*)?(?:\\d{4}(?:\\s?[-–]\\s?\\d{4})?,?\\s+)(${outlet})(?:[.,]|\\s+All rights|$)`,
      'u',
    ),
  },
  // "Copyright Coast News 2024", "Coast News © 2024", "© Coast News".
  {
    name: 'copyright-turned',
    where: 'tail',
    matches: new RegExp(
      `^(?:(?:[Cc]opyright|©|\\([Cc]\\))\\s*)+(?:by )?(?=(?:${named})(?:[.,|\\s]|$)|${outlet},? \\d{4})(${outlet}),?(?: \\d{4}(?: ?[-–] ?\\d{4})?)?(?:[.,|]|\\s+All rights|$)`,
      'u',
    ),
  },
  {
    name: 'copyright-after',
    where: 'tail',
    matches: new RegExp(`^(${outlet}),? (?:©|\\([Cc]\\))\\s*\\d{4}`, 'u'),
  },
]

const headLines = 30

/** The outlet that the text names as its own; null without one. */
export function sourceOf(lines: readonly Line[]): string | null {
  for (const rule of sourceRules) {
    const from = rule.where === 'tail' ? Math.floor(lines.length / 3) : 0
    const until = rule.where === 'head' ? headLines : lines.length
    for (let i = from; i < lines.length && i < until; i++) {
      const line = lines[i]
      if (line === undefined || line.weight > (rule.longest ?? 160)) continue
      const found = rule.matches.exec(line.text)?.[1]
      if (found !== undefined)
        return found.replace(/[\s.,]*(?:\bAll Rights Reserved.*)?$/i, '').trim()
    }
  }
  return null
}

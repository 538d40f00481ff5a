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

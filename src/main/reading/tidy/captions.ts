// Captions and credits of pictures that stand between the paragraphs of a copied text.
import type { Line } from './lines.ts'

export interface Caption {
  readonly kind: 'credit' | 'caption' | 'file-name'
  /** Whether the line is only chrome, in words for a reader; null for a caption worth reading. */
  readonly why: string | null
}

const agencies =
  'Reuters|AP|AFP|EPA|EFE|Getty(?: Images)?|Associated Press|Shutterstock|Alamy|Bloomberg|Xinhua|TASS|Sputnik|Kremlin|PA|Rex|Zuma|Corbis|iStock|Unsplash|Flickr|Wikimedia(?: Commons)?|Pool|Handout|dpa|Imago|NASA'

interface CaptionRule {
  readonly name: string
  readonly matches: RegExp
  readonly longest: number
  readonly is: Caption
}

const credit: Caption = { kind: 'credit', why: 'Credit of a picture' }
const fileName: Caption = { kind: 'file-name', why: 'File name of a picture' }
const caption: Caption = { kind: 'caption', why: null }

/** In order: the first that matches decides. */
const captionRules: readonly CaptionRule[] = [
  // Ruth Calder/Coast Press
  {
    name: 'name-and-agency',
    matches:
      /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}\s?\/\s?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}$/u,
    longest: 60,
    is: credit,
  },
  // Vladimir+Putin+and+Xi%2F…
  {
    name: 'encoded-name',
    matches: /^(?=(?:[^+%_]*(?:\+|%[0-9A-F]{2}|_)){3})(?=(?:.*[a-z]){6})[^\s]{12,}$/i,
    longest: 300,
    is: fileName,
  },
  {
    name: 'picture-file',
    matches: /^[^.!?]{1,120}\.(?:jpe?g|png|gif|webp|tiff?|heic)$/i,
    longest: 140,
    is: fileName,
  },
  // vladimir putin and xi jinping, 26 july 2018 (1)
  {
    name: 'lower-case-name',
    matches: /^[\p{Ll}\d][\p{Ll}\d\s,.'’&_-]{8,}\s\(\d{1,3}\)$/u,
    longest: 140,
    is: fileName,
  },
  // Thomas Peter/Pool/Reuters
  {
    name: 'slashed-credit',
    matches: new RegExp(
      `^\\p{Lu}[\\p{L}.'’ -]{1,40}(?:\\s?/\\s?[\\p{L}.'’ ()&-]{2,40}){0,3}\\s?/\\s?(?:${agencies})(?:\\s?/\\s?[\\p{L} ]{2,30})*$`,
      'u',
    ),
    longest: 100,
    is: credit,
  },
  {
    name: 'agency-slash',
    matches: new RegExp(`^(?:AP Photo|${agencies})\\s?/\\s?\\p{Lu}[\\p{L}.'’ -]{1,40}$`, 'u'),
    longest: 80,
    is: credit,
  },
  {
    name: 'credit-line',
    matches:
      /^(?:(?:main|lead|top|cover|featured|header)\s+)?(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|credits?|photo credits?|image credits?|picture credits?|photo \([^)]{1,20}\)|cr[eé]dit(?:o|os)?(?: photo)?)(?!\p{L})(?:\s+(?:credit|courtesy|source)s?)?\s*(?::|\bby\b|\bcourtesy\b|\bcopyright\b|©)\s*\S.*[^.!?]$/iu,
    longest: 120,
    is: credit,
  },
  {
    name: 'getty',
    matches:
      /^(?:via |©\s?)?(?:[\p{Lu}][\p{L}.'’ -]{1,40}\s*[-–—|,]\s*)?(?:Getty Images|Shutterstock|Alamy(?: Stock Photo)?|iStock(?:photo)?)(?:\s*[/|]\s*[\p{L} ]{2,30})?$/u,
    longest: 80,
    is: credit,
  },
  { name: 'file-photo', matches: /^FILE\s?(?:PHOTO\s?)?[-–—:]\s?\S/, longest: 500, is: caption },
  {
    name: 'caption-label',
    matches: /^(?:photo|image|picture) caption:?\s+\S/i,
    longest: 400,
    is: caption,
  },
  // …in Moscow (Courtesy of AP News)
  {
    name: 'credit-at-end',
    matches: new RegExp(
      `\\((?:(?:AP |File )?[Pp]hotos?\\b[^()]{0,80}|[Ii]mages?:[^()]{0,80}|[Cc]ourtesy (?:of )?[^()]{1,60}|[^()]{0,60}\\b(?:Getty Images|Shutterstock|Associated Press|via AP|via Reuters)[^()]{0,30}|[^()]{1,50}/\\s?(?:${agencies})[^()]{0,30})\\)[.]?$`,
      'u',
    ),
    longest: 450,
    is: caption,
  },
  // …in Louisville.Credit...Ruth Calder for The Coast, and “… | Credit: Ruth Calder”.
  {
    name: 'credited-at-end',
    matches:
      /\S\s?(?:[.|–—”)]|\s)\s?(?:Photo |Image |Picture )?Credit(?:s)?(?:\.{3}|…|:\s?)\s?\p{Lu}[^.!?]{2,60}$/u,
    longest: 450,
    is: caption,
  },
  {
    name: 'photo-by-at-end',
    matches:
      /[.”"]\s(?:Photo|Photograph|Picture|Image)(?: credit)?(?::| by | courtesy )[^.]{3,60}$/,
    longest: 450,
    is: caption,
  },
]

/** What kind of picture line it is; null if it is none. */
export function captionOf(line: Line): Caption | null {
  if (line.weight > 500) return null
  const rule = captionRules.find(
    ({ matches, longest }) => line.weight <= longest && matches.test(line.text),
  )
  return rule?.is ?? null
}

/** Whether a line is the caption above a credit: one sentence, and the credit right under it. */
export function isCredited(line: Line, next: Line | undefined): boolean {
  return (
    next !== undefined &&
    line.weight <= 200 &&
    captionOf(next)?.kind === 'credit' &&
    // The credit of the picture at the head says nothing of the line above it.
    !/^(?:main|lead|top|cover|featured|header)\b/i.test(next.text)
  )
}

/** Marks captions; of a line that stands twice in a row the second is furniture. */
export function markCaptions(lines: readonly Line[]): void {
  let before: Line | null = null
  for (const [i, line] of lines.entries()) {
    const { block } = line
    if (
      block.furniture !== true &&
      block.role === undefined &&
      block.kind !== 'heading' &&
      block.kind !== 'preformatted'
    ) {
      const found = captionOf(line)
      if (found !== null) {
        block.kind = 'caption'
        if (found.why !== null) {
          block.furniture = true
          block.why = found.why
        }
      } else if (before !== null && isDoubled(before, line)) {
        // Alternative text and caption of a picture, at the head or by its credit; else a slip.
        const next = lines[i + 1]
        const atHead = i <= 3 && next?.prose === true && next.key !== line.key
        if (atHead || (next !== undefined && captionOf(next)?.kind === 'credit')) {
          before.block.kind = 'caption'
          block.kind = 'caption'
        }
        block.furniture = true
        block.why = 'Stands twice'
      } else if (isCredited(line, lines[i + 1])) block.kind = 'caption'
    }
    before = line
  }
}

const isDoubled = (first: Line, second: Line): boolean =>
  first.key === second.key &&
  first.weight >= 40 &&
  first.weight <= 400 &&
  first.block.role === undefined &&
  first.block.kind !== 'list-item' &&
  first.block.kind !== 'preformatted'

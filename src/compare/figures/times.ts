// Finds the times of day of a text: "7.40 p.m.", "19:40", "noon", with the zone that stands behind.
import type { DateFigure, InSentence } from './types.ts'

const clock =
  /(?<![\p{L}\p{N}:.,$£€-])(?:(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))? ?(?<half>[ap])\.?m\b\.?|(?<hour24>[01]?\d|2[0-3])(?::(?<minute24>[0-5]\d)|[.](?<minuteDot>[0-5]\d) Uhr| ?(?:Uhr|uhr)(?: (?<minuteDe>[0-5]\d))?(?!\p{L})| ?h ?(?<minuteFr>[0-5]\d)(?!\d))(?::[0-5]\d)?(?!:?\d)|(?<word>[Nn]oon|[Mm]idnight)(?!\p{L}))(?: ?\(?(?<zone>(?:E|C|M|P)[SD]?T|GMT|UTC|BST|CES?T|Eastern|Pacific|Central)\b)?/gu

/** @param text one sentence; offsets are UTF-16 code units into it */
export function timesIn(text: string): InSentence<DateFigure>[] {
  const found: InSentence<DateFigure>[] = []
  for (const match of text.matchAll(clock)) {
    const { hour, minute, half, hour24, minute24, minuteDot, minuteDe, minuteFr, word, zone } =
      match.groups ?? {}
    if (
      word !== undefined &&
      !/\b(?:at|by|until|before|after|around) $/i.test(
        text.slice(Math.max(0, match.index - 8), match.index),
      )
    )
      continue
    const twelve = Number(hour ?? 0)
    if (hour !== undefined && (twelve < 1 || twelve > 12)) continue
    const h =
      word !== undefined
        ? /noon/i.test(word)
          ? 12
          : 0
        : hour !== undefined
          ? (twelve % 12) + (half === 'p' ? 12 : 0)
          : Number(hour24)
    const m = Number(minute ?? minute24 ?? minuteDot ?? minuteDe ?? minuteFr ?? 0)
    const two = (value: number): string => String(value).padStart(2, '0')
    // Without a.m. or p.m. in English "6:30" may be either, and "3:16" a verse.
    const open = hour24 !== undefined && h < 13 && minute24 !== undefined && hour24.length === 1
    if (open) continue
    found.push({
      kind: 'date',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      value: `${two(h)}:${two(m)}${zone === undefined ? '' : ` ${zone}`}`,
      precision: 'time',
      days: [h * 60 + m, h * 60 + m],
      weekday: null,
      zone: zone ?? null,
    })
  }
  return found
}

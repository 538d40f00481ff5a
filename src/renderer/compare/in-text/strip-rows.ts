// A whole article as a strip of rows: what all tell, what some tell, what only this one does. Where
// many sentences fall on one row, most of what stands there decides.

/** `null`: nothing is said of it, such as of furniture. */
export type Told = 'all' | 'some' | 'only' | null

export interface StripPart {
  readonly told: Exclude<Told, null>
  /** Rows from the top, end exclusive. */
  readonly from: number
  readonly to: number
}

export interface PlacedSentence {
  readonly told: Told
  /** Rows from the top, fractions too. */
  readonly top: number
  readonly bottom: number
}

const kinds = ['all', 'some', 'only'] as const

/** In the order of rows; rows of one kind that follow each other are one part. */
export function stripParts(sentences: readonly PlacedSentence[], rows: number): StripPart[] {
  const weights = new Float32Array(rows * kinds.length)
  for (const { told, top, bottom } of sentences) {
    if (told === null) continue
    const kind = kinds.indexOf(told)
    // However small, a sentence is somewhere.
    const end = Math.max(bottom, top + 0.5)
    for (let row = Math.max(0, Math.floor(top)); row < Math.min(rows, end); row++) {
      const share = Math.min(end, row + 1) - Math.max(top, row)
      const at = row * kinds.length + kind
      weights[at] = (weights[at] ?? 0) + share
    }
  }
  const parts: StripPart[] = []
  for (let row = 0; row < rows; row++) {
    let best: StripPart['told'] | null = null
    let most = 0.25
    kinds.forEach((kind, index) => {
      const weight = weights[row * kinds.length + index] ?? 0
      if (weight > most) {
        best = kind
        most = weight
      }
    })
    if (best === null) continue
    const last = parts.at(-1)
    if (last?.told === best && last.to === row) parts[parts.length - 1] = { ...last, to: row + 1 }
    else parts.push({ told: best, from: row, to: row + 1 })
  }
  return parts
}

/**
 * The parts of one kind as the data of an SVG path in a strip of this width: told by all, its whole
 * width; by some, half of it; only here, an outline.
 */
export function stripPath(
  parts: readonly StripPart[],
  told: StripPart['told'],
  width: number,
): string {
  return parts
    .filter((part) => part.told === told)
    .map(({ from, to }) => {
      if (told === 'only') {
        const height = to - from - 1
        return height < 2
          ? `M.5 ${from + 0.5}h${width - 1}`
          : `M.5 ${from + 0.5}h${width - 1}v${height}h${1 - width}z`
      }
      const wide = told === 'all' ? width : width / 2
      return `M${width - wide} ${from}h${wide}v${to - from}h${-wide}z`
    })
    .join('')
}

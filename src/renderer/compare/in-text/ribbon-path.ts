// The shape of a ribbon between two panes: a curve, with a small arrow where its end is out of view.

export interface RibbonEnd {
  readonly x: number
  readonly y: number
  /** Which way the sentence is, when it is out of view. */
  readonly away: 'up' | 'down' | null
}

/** As the data of SVG paths, from left to right. Pixels. */
export function ribbonPath(from: RibbonEnd, to: RibbonEnd): { line: string; heads: string } {
  const middle = (from.x + to.x) / 2
  const line = `M${point(from.x, from.y)}C${point(middle, from.y)} ${point(middle, to.y)} ${point(to.x, to.y)}`
  return { line, heads: head(from) + head(to) }
}

const size = 4

/** An arrow's head around the end itself. */
function head({ x, y, away }: RibbonEnd): string {
  if (away === null) return ''
  const tip = away === 'up' ? -size : size
  return `M${point(x - size, y - tip / 2)}L${point(x, y + tip)}L${point(x + size, y - tip / 2)}`
}

const point = (x: number, y: number): string => `${round(x)} ${round(y)}`
const round = (value: number): number => Math.round(value * 10) / 10

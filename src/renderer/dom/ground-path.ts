// The outline of the ground under a sentence, with round corners, as the data of an SVG path.
import type { TextLine } from './sentence-lines.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * One outline around lines that stand below each other, or several where they do not touch; empty for
 * no lines. In the pixels of the lines.
 */
export function groundPath(lines: readonly TextLine[], radius: number): string {
  const groups: TextLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const above = group?.at(-1)
    const touches =
      above &&
      Math.abs(above.bottom - line.top) < 1.5 &&
      line.left < above.right - 1 &&
      line.right > above.left + 1
    if (group && touches) group.push({ ...line, top: above.bottom })
    else groups.push([line])
  }
  return groups.map((group) => roundOutline(corners(group), radius)).join('')
}

/** Clockwise from the first line's left top, those between two edges in one direction left out. */
function corners(lines: readonly TextLine[]): Point[] {
  const down = lines.flatMap(({ right, top, bottom }) => [
    { x: right, y: top },
    { x: right, y: bottom },
  ])
  const up = [...lines].reverse().flatMap(({ left, top, bottom }) => [
    { x: left, y: bottom },
    { x: left, y: top },
  ])
  const all = [...down, ...up].filter(
    (point, index, points) => !same(point, points[(index + points.length - 1) % points.length]),
  )
  return all.filter((point, index) => {
    const before = all[(index + all.length - 1) % all.length]
    const after = all[(index + 1) % all.length]
    const upright = near(before?.x, point.x) && near(point.x, after?.x)
    const level = near(before?.y, point.y) && near(point.y, after?.y)
    return !upright && !level
  })
}

const near = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) < 0.5

const same = (a: Point, b: Point | undefined): boolean => near(a.x, b?.x) && near(a.y, b?.y)

function roundOutline(points: readonly Point[], radius: number): string {
  let path = ''
  points.forEach((corner, index) => {
    const before = points[(index + points.length - 1) % points.length] ?? corner
    const after = points[(index + 1) % points.length] ?? corner
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const from = towards(corner, before, r)
    const to = towards(corner, after, r)
    path += `${index === 0 ? 'M' : 'L'}${at(from)}Q${at(corner)} ${at(to)}`
  })
  return path === '' ? '' : `${path}Z`
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  }
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const round = (value: number): number => Math.round(value * 10) / 10

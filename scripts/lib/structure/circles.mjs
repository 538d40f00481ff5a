// Finds files that import each other in a circle, types and dynamic imports included: none of them can
// be understood, tested or moved without the others.

/** @typedef {import('./source-files.mjs').SourceFile} SourceFile */

/**
 * Each knot of files that all reach each other (Tarjan's strongly connected components).
 * @param {readonly SourceFile[]} sources
 * @returns {string[][]} each sorted
 */
export function circles(sources) {
  const targets = new Map(
    sources.map(({ file, imports }) => [file, imports.flatMap((each) => each.file ?? [])]),
  )
  /** When a file was first met, and the earliest that can be reached from it. */
  /** @type {Map<string, { met: number, low: number, open: boolean }>} */
  const marks = new Map()
  /** @type {string[]} */
  const path = []
  /** @type {string[][]} */
  const knots = []

  const visit = (/** @type {string} */ file) => {
    const mark = { met: marks.size, low: marks.size, open: true }
    marks.set(file, mark)
    path.push(file)
    for (const target of targets.get(file) ?? []) {
      if (!targets.has(target)) continue
      const known = marks.get(target)
      if (!known) mark.low = Math.min(mark.low, visit(target).low)
      else if (known.open) mark.low = Math.min(mark.low, known.met)
    }
    if (mark.low === mark.met) {
      const knot = path.splice(path.indexOf(file))
      for (const each of knot) {
        const ended = marks.get(each)
        if (ended) ended.open = false
      }
      if (knot.length > 1 || targets.get(file)?.includes(file)) knots.push(knot.toSorted())
    }
    return mark
  }
  for (const file of targets.keys()) if (!marks.has(file)) visit(file)
  return knots
}

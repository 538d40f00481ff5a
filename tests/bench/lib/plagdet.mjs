// The measure of PAN's text alignment (Potthast, Stein, Barrón-Cedeño, Rosso 2010): characters found
// of each passage, characters right of each finding, and how many findings a passage falls into.

const overlap = (x, y) => Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
const size = ({ a, b }) => a.end - a.start + (b.end - b.start)

/** Characters of `one` that any of `others` covers on both sides. */
function covered(one, others) {
  const both = others.filter(({ a, b }) => overlap(a, one.a) > 0 && overlap(b, one.b) > 0)
  let sum = 0
  for (const side of ['a', 'b']) {
    const own = one[side]
    const marks = new Uint8Array(own.end - own.start)
    for (const other of both)
      marks.fill(
        1,
        Math.max(0, other[side].start - own.start),
        Math.max(0, other[side].end - own.start),
      )
    for (const mark of marks) sum += mark
  }
  return sum
}

/** @param pairs of `{ planted, found }`, each a list of `{ a: {start, end}, b: {start, end} }` */
export function plagdet(pairs) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  const recalls = []
  const precisions = []
  const pieces = []
  for (const { planted, found } of pairs) {
    for (const one of planted) {
      recalls.push(covered(one, found) / size(one))
      const hits = found.filter(({ a, b }) => overlap(a, one.a) > 0 && overlap(b, one.b) > 0)
      if (hits.length > 0) pieces.push(hits.length)
    }
    for (const one of found) precisions.push(covered(one, planted) / size(one))
  }
  const recall = mean(recalls)
  const precision = mean(precisions)
  const granularity = pieces.length > 0 ? mean(pieces) : 1
  const f1 = (2 * precision * recall) / (precision + recall || 1)
  return { plagdet: f1 / Math.log2(1 + granularity), precision, recall, granularity }
}

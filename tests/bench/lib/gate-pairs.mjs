// Every two articles beside the project with what the gate tells of them, and how to count that.
import { readEvents } from './gate-data.mjs'

/**
 * @param sources the program's functions
 * @returns for each two articles: `a`, `b`, `of` (stories or look-alikes), whether they are `same`,
 *   the gate's `signs` and what it `told`
 */
export async function gatePairs(sources) {
  const { gateOf, signsOf, wordingLinks } = sources
  const articles = await readEvents(sources)
  const pairs = []
  for (const [at, a] of articles.entries())
    for (const b of articles.slice(at + 1)) {
      const said = { a: a.quotations, b: b.quotations }
      const certain = wordingLinks(a.prepared, b.prepared, said).length
      const of = a.set === 'seeds' && b.set === 'seeds' ? 'look-alikes' : 'stories'
      const same = a.event === b.event
      const signs = signsOf(a, b, { certain })
      pairs.push({ a, b, of, same, signs, told: gateOf(a, b, { certain }) })
    }
  return { articles, pairs }
}

export const toldHead = ['', 'truth', 'pairs', 'told one', 'unsure', 'told two']

/** Rows of the table of which `toldHead` is the head. @param tell what is told of a pair */
export const toldRows = (name, pairs, tell) =>
  [true, false].map((same) => {
    const those = pairs.filter((pair) => pair.same === same)
    const as = (event) => String(those.filter((pair) => tell(pair) === event).length)
    const truth = same ? 'one event' : 'two events'
    return [name, truth, String(those.length), as('same'), as('unsure'), as('different')]
  })

/** Both sets by the weights in use. */
export const toldInUse = (pairs) =>
  ['stories', 'look-alikes'].flatMap((name) =>
    toldRows(
      name,
      pairs.filter(({ of }) => of === name),
      ({ told }) => told.event,
    ),
  )

/** The share of pairs that are told rightly, *unsure* counted as wrong, in percent. */
export const percentRight = (pairs, tell) => {
  const right = pairs.filter((pair) => tell(pair) === (pair.same ? 'same' : 'different')).length
  return `${((100 * right) / (pairs.length || 1)).toFixed(2)} %`
}

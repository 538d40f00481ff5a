// Where corresponding sentences put a number, a date or a name otherwise. Offered for the reader's
// judgement: what is in doubt is left out.
import type { Difference, Figure, Link } from '../../shared/model/comparison.ts'
import {
  areLike,
  comeToTheSame,
  conflictingFigures,
  type FigurePair,
  mostCompared,
  sameFigures,
} from './same.ts'
import { sameGiven, singleRoles } from './titles.ts'
import type { FoundFigure, NameFigure } from './types.ts'

/** The figures of all articles in one list, as a comparison has them. */
export interface PlacedFigures {
  readonly figures: readonly Figure[]
  /** The same figures with all that is known of them, in the same order. */
  readonly found: readonly FoundFigure[]
}

/** @param found by article, as `findFigures` gives them */
export function placeFigures(found: readonly (readonly FoundFigure[])[]): PlacedFigures {
  return {
    figures: found.flatMap((list, article) =>
      list.map(({ kind, sentence, start, end, text, value }) => ({
        kind,
        article,
        sentence,
        start,
        end,
        text,
        value,
      })),
    ),
    found: found.flat(),
  }
}

/**
 * The differences between linked sentences, in the order of `figures`. Links that are only possible,
 * or that the reader rejected, count for nothing unless the reader confirmed them. A figure that is the
 * same in any linked sentence of the other article is not told to differ there.
 */
export function differencesOf(
  links: readonly Link[],
  { figures, found }: PlacedFigures,
): Difference[] {
  const places = new Map(found.map((figure, place) => [figure, place]))
  const bySentence = new Map<string, FoundFigure[]>()
  for (const [place, { article, sentence }] of figures.entries()) {
    const key = `${article} ${sentence}`
    const figure = found[place]
    if (figure === undefined) continue
    const list = bySentence.get(key)
    if (!list) bySentence.set(key, [figure])
    else if (list.length < mostCompared) list.push(figure)
  }
  const held = links.filter(
    ({ tier, verdict }) => verdict === 'yes' || (verdict !== 'no' && tier !== 'possible'),
  )
  const pairs = held.map(({ a, b }) => ({
    articles: `${a.article} ${b.article}`,
    a: bySentence.get(`${a.article} ${a.sentence}`) ?? [],
    b: bySentence.get(`${b.article} ${b.sentence}`) ?? [],
  }))
  const settled = new Set<string>()
  for (const { articles, a, b } of pairs)
    for (const pair of sameFigures(a, b)) {
      settled.add(`${articles} a ${places.get(pair.a)}`)
      settled.add(`${articles} b ${places.get(pair.b)}`)
    }
  const differences = new Map<string, Difference>()
  const add = (pair: FigurePair, differs: Difference['differs']): void => {
    const [a, b] = [places.get(pair.a), places.get(pair.b)]
    if (a !== undefined && b !== undefined && !differences.has(`${a} ${b}`))
      differences.set(`${a} ${b}`, { kind: pair.a.kind, a, b, differs })
  }
  for (const { articles, a, b } of pairs) {
    for (const pair of sameFigures(a, b)) if (isOtherWording(pair)) add(pair, 'wording')
    for (const pair of [...conflictingFigures(a, b), ...otherHolders(a, b)]) {
      const known =
        settled.has(`${articles} a ${places.get(pair.a)}`) ||
        settled.has(`${articles} b ${places.get(pair.b)}`)
      if (!known) add(pair, 'other')
    }
  }
  return [...differences.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

/** Whether figures that come to the same are put in other words than a matter of spelling. */
function isOtherWording({ a, b }: FigurePair): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    if (!areLike(a, b) || a.sort === 'votes') return false
    return a.value !== b.value || a.form !== b.form || a.bound !== b.bound
  }
  if (a.kind !== 'name' || b.kind !== 'name') return false
  return otherGiven(a, b) || otherRole(a, b)
}

/** "Jim" and "James", not "James" and "James N.", nor a name without any. */
function otherGiven(a: NameFigure, b: NameFigure): boolean {
  const [x, y] = [a.given?.split(' ')[0], b.given?.split(' ')[0]]
  if (x === undefined || y === undefined || x === y) return false
  // Only where the given name stands, not where it is known from elsewhere.
  return [a, b].every(({ text }) => text.includes(' ')) && sameGiven(x, y)
}

/** "Defense Secretary" and "General", not "Secretary" and "Defense Secretary". */
function otherRole(a: NameFigure, b: NameFigure): boolean {
  if (a.title === null || b.title === null) return false
  const [x, y] = [wordsOf(a.title), wordsOf(b.title)]
  return !x.some((word) => y.includes(word))
}

const shortRoles: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  congressman: 'representative',
  congresswoman: 'representative',
  gov: 'governor',
  gen: 'general',
  lt: 'lieutenant',
  col: 'colonel',
  capt: 'captain',
  sgt: 'sergeant',
  prof: 'professor',
  chairwoman: 'chairman',
  chair: 'chairman',
  spokeswoman: 'spokesman',
  spokesperson: 'spokesman',
}

const wordsOf = (title: string): readonly string[] =>
  title.split(/[\s.]+/).flatMap((word) => (word === '' ? [] : [shortRoles[word] ?? word]))

/**
 * Another person in the same role: each sentence names one person with it, a role that one person
 * holds, and neither is named in the other sentence.
 */
function otherHolders(a: readonly FoundFigure[], b: readonly FoundFigure[]): FigurePair[] {
  const holders = (figures: readonly FoundFigure[]): NameFigure[] =>
    figures.filter(
      (figure): figure is NameFigure =>
        figure.kind === 'name' &&
        figure.sort === 'person' &&
        figure.given !== null &&
        singleRoles.has(wordsOf(figure.title ?? '').at(-1) ?? ''),
    )
  const [x, y] = [holders(a), holders(b)]
  const [one, other] = [x[0], y[0]]
  if (x.length !== 1 || y.length !== 1 || one === undefined || other === undefined) return []
  if (one.title !== other.title || one.family === other.family) return []
  const isNamed = (name: NameFigure, figures: readonly FoundFigure[]): boolean =>
    figures.some(
      (figure) =>
        figure.kind === 'name' && (figure.family === name.family || comeToTheSame(figure, name)),
    )
  return isNamed(one, b) || isNamed(other, a) ? [] : [{ a: one, b: other }]
}

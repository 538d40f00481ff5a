// Corrections of one article that would suit others of its outlet: offered, never made unasked.
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import {
  type BlockMark,
  type Correction,
  type FactCorrection,
  isInForce,
  marksOf,
} from '../../../shared/model/correction.ts'
import type { MetaField } from '../../../shared/model/library.ts'
import type { CorrectionOffer } from '../../../shared/model/reading.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { shortened } from '../../../shared/text/shortened.ts'
import type { Changing, Known } from '../../core/changing.ts'
import type { Listed } from '../../core/shelf/listing.ts'
import { blockHash, blockKey } from '../../core/shelf/short-blocks.ts'
import { keyOf } from '../../reading/tidy/lines.ts'
import { type Correcting, fieldNames, markLabel } from './correcting.ts'

export interface OffersDeps {
  readonly readable: () => readonly Listed[]
  readonly corrections: (article: string) => readonly Correction[]
  readonly article: (id: string) => Promise<Result<Known>>
  readonly correcting: Correcting
  readonly perform: Changing['perform']
}

export interface Offers {
  of(article: string): CorrectionOffer[]
  /** Applies an offer to some of its articles, as one step of undo; gives those that changed. */
  apply(article: string, offer: string, articles: readonly string[]): Promise<Result<string[]>>
}

/** The facts that articles of one outlet share; the others are each article's own. */
const shared: readonly MetaField[] = ['source', 'byline', 'language']
const most = 10_000

interface Found {
  readonly offer: CorrectionOffer
  readonly correction: Correction
}

export function createOffers(deps: OffersDeps): Offers {
  const { readable, corrections, correcting } = deps

  const find = (article: string): Found[] => {
    const all = readable()
    const mine = all.find(({ row }) => row.id === article)
    if (!mine) return []
    const outlets = outletsOf(mine)
    const others = all.filter(
      (other) => other !== mine && outletsOf(other).some((outlet) => outlets.includes(outlet)),
    )
    return corrections(article)
      .filter(isInForce)
      .flatMap((correction): Found[] => {
        const suited =
          correction.kind === 'fact'
            ? suitedByFact(mine, others, correction)
            : suitedByMark(others, correction)
        if (suited.length === 0) return []
        const articles = suited
          .slice(0, most)
          .map(({ row: { id, path, title } }) => ({ article: id, path, title }))
        return [{ offer: { ...namesOf(correction), articles }, correction }]
      })
  }

  const suitedByMark = (others: readonly Listed[], mark: BlockMark): Listed[] => {
    const key = keyOfMark(mark)
    if (key === '') return []
    // Those where the rules say the opposite of what the reader said here.
    const hash = blockHash(key, !mark.furniture)
    return others.filter(
      ({ row, facts }) =>
        facts()?.short.split(' ').includes(hash) === true &&
        !marksOf(corrections(row.id)).some((other) => keyOfMark(other) === key),
    )
  }

  const changesOf = async (id: string, correction: Correction): Promise<Change<Correction>[]> => {
    if (correction.kind === 'fact') {
      const change = correcting.fact(id, correction.field, correction.value)
      return change ? [change] : []
    }
    const opened = await deps.article(id)
    if (!opened.ok) return []
    const { parsed } = opened.value
    const key = keyOfMark(correction)
    const blocks = parsed.blocks.flatMap((block, index) =>
      blockKey(parsed.text, block) === key ? [index] : [],
    )
    return correcting.marks(id, parsed, blocks, correction.furniture)
  }

  return {
    of: (article) => find(article).map(({ offer }) => offer),
    async apply(article, id, articles) {
      const found = find(article).find(({ offer }) => offer.id === id)
      if (!found) return fail(offerGone())
      const chosen = new Set(articles)
      const changes: Change<Correction>[] = []
      for (const { article: other } of found.offer.articles)
        if (chosen.has(other)) changes.push(...(await changesOf(other, found.correction)))
      const changed = [...new Set(changes.flatMap((change) => change.article ?? []))]
      const what =
        found.correction.kind === 'fact'
          ? `Correct ${fieldNames[found.correction.field]}`
          : markLabel(found.correction.furniture)
      const of = changed.length === 1 ? '1 article' : `${changed.length} articles`
      const done = await deps.perform(`${what} in ${of}`, changes)
      return done.ok ? ok(changed) : done
    },
  }
}

const outletsOf = ({ row, said }: Listed): string[] =>
  [row.source, said.source].flatMap((source) => (source ? keyOf(source) : []))

/** Others that say of themselves what this one said, and were not corrected yet. */
function suitedByFact(
  { said }: Listed,
  others: readonly Listed[],
  { field, value }: FactCorrection,
): Listed[] {
  const wrong = said[field]
  if (!shared.includes(field) || wrong === null) return []
  return others.filter(
    (other) =>
      other.said[field] !== null &&
      keyOf(other.said[field] ?? '') === keyOf(wrong) &&
      !other.row.corrected.includes(field) &&
      other.row[field] !== value,
  )
}

const keyOfMark = ({ target: { exact } }: BlockMark): string =>
  blockKey(exact, { start: 0, end: exact.length })

function namesOf(correction: Correction): Pick<CorrectionOffer, 'id' | 'what'> {
  if (correction.kind === 'fact') {
    const name = fieldNames[correction.field]
    const what = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}: ${correction.value ?? ''}`
    return { id: correction.field, what }
  }
  const words = correction.target.exact.replace(/\s+/g, ' ')
  return {
    id: correction.id,
    what: `${correction.furniture ? 'Furniture' : 'Text'}: “${shortened(words)}”`,
  }
}

const offerGone = (): AppError => ({
  code: 'not-found',
  message: 'There are no other articles that this correction would suit any more.',
  advice: 'They may have been corrected meanwhile.',
})

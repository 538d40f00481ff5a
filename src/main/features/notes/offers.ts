// Whose notes may belong to an article: those of one whose file is gone, where the titles agree or most of
// the text does. Offered, never moved unasked; the reader sees first what would be found.
import type { NotesOffer } from '../../../shared/calls/notes.ts'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { Result } from '../../../shared/result.ts'
import type { Known } from '../../core/changing.ts'
import type { Listed } from '../../core/shelf/listing.ts'
import { inSlices } from '../../in-slices.ts'
import { shareOf, shinglesOf, sketchOf, trueShareOf } from '../../reading/sketch.ts'
import { keyOf } from '../../reading/tidy/lines.ts'

export interface OffersDeps {
  readonly listed: (article: string) => ArticleSummary | null
  /** Those whose file is gone. */
  readonly missing: () => readonly ArticleSummary[]
  readonly readable: () => readonly Listed[]
  readonly article: (id: string) => Promise<Result<Known>>
  /** The text that the notes of one whose file is gone were made on. */
  readonly kept: (id: string) => Promise<ParsedArticle | null>
}

export interface NotesOffers {
  /** The likest first. Empty for one that is there while no article is missing. */
  of(article: string): Promise<NotesOffer[]>
}

/** The share of the shorter text from which it is most of it, and that from which one is looked at. */
const mostFrom = 0.5
const suspectFrom = 0.35
/** Runs of words; of fewer, likeness may be chance. */
const fewest = 20
/** How many are offered, read to be sure, and looked at before others get their turn. */
const mostOffered = 3
const mostRead = 6
const atOnce = 500
/** Missing articles that one that is opened is held against. */
const mostMissing = 200

export function createNotesOffers(deps: OffersDeps): NotesOffers {
  /** By the name of the text. */
  const shingles = new Map<string, Uint32Array>()
  const shinglesIn = ({ text, textHash, blocks }: ParsedArticle): Uint32Array => {
    const known = shingles.get(textHash) ?? shinglesOf(text, blocks)
    if (shingles.size > mostMissing) shingles.clear()
    shingles.set(textHash, known)
    return known
  }
  const share = (a: ParsedArticle | null, b: ParsedArticle | null): number => {
    const [mine, theirs] = [a && shinglesIn(a), b && shinglesIn(b)]
    if (!mine || !theirs || Math.min(mine.length, theirs.length) < fewest) return 0
    return Math.round(trueShareOf(mine, theirs) * 100) / 100
  }
  const parsedOf = async (id: string): Promise<ParsedArticle | null> => {
    const opened = await deps.article(id)
    return opened.ok ? opened.value.parsed : null
  }

  /** Where the notes of a missing article may belong. */
  const whereTo = async (from: ArticleSummary): Promise<NotesOffer[]> => {
    const text = await deps.kept(from.id)
    const suspects = await suspectsOf(from, text, deps.readable())
    const offers: NotesOffer[] = []
    for (const row of suspects) {
      const offer = {
        from: from.id,
        to: row.id,
        ...nameOf(row),
        annotations: from.annotations,
        sameTitle: isSameTitle(from.title, row.title),
        share: share(text, await parsedOf(row.id)),
      }
      if (agrees(offer)) offers.push(offer)
    }
    return offers
  }

  /** Whose notes may belong to an article that is there. */
  const whereFrom = async (to: ArticleSummary): Promise<NotesOffer[]> => {
    const missing = deps.missing().slice(0, mostMissing)
    const text = missing.length === 0 ? null : await parsedOf(to.id)
    const offers: NotesOffer[] = []
    for (const row of missing) {
      const offer = {
        from: row.id,
        to: to.id,
        ...nameOf(row),
        annotations: row.annotations,
        sameTitle: isSameTitle(row.title, to.title),
        share: share(await deps.kept(row.id), text),
      }
      if (agrees(offer)) offers.push(offer)
    }
    return offers
  }

  return {
    async of(article) {
      const row = deps.listed(article)
      if (!row || row.state === 'unreadable') return []
      const found =
        row.state !== 'missing'
          ? await whereFrom(row)
          : row.annotations > 0
            ? await whereTo(row)
            : []
      return found.sort((a, b) => b.share - a.share).slice(0, mostOffered)
    },
  }
}

async function suspectsOf(
  { title }: ArticleSummary,
  text: ParsedArticle | null,
  all: readonly Listed[],
): Promise<readonly ArticleSummary[]> {
  const sketch = text && sketchOf(text.text, text.blocks)
  const found = await inSlices(all, atOnce, ({ row, facts }) => {
    const theirs = sketch && facts()?.sketch
    const likeness = sketch && theirs ? shareOf(sketch, theirs) : 0
    const same = isSameTitle(title, row.title)
    return same || likeness >= suspectFrom ? [{ row, likeness: likeness + Number(same) }] : []
  })
  return found
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostRead)
    .map(({ row }) => row)
}

const agrees = ({ sameTitle, share }: NotesOffer): boolean => sameTitle || share >= mostFrom

const nameOf = ({ path, title }: ArticleSummary): Pick<NotesOffer, 'path' | 'title'> => ({
  path,
  title,
})

/** Of a word or two, such as “Briefly”, many articles bear it. */
function isSameTitle(a: string | null, b: string | null): boolean {
  if (a === null || b === null || keyOf(a) !== keyOf(b)) return false
  const words = a.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length >= 3 || (unspaced.test(a) && a.length >= 6)
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

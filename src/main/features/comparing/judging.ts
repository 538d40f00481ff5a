// The reader's verdicts on whether two passages correspond: kept with the passages' words, found again
// in the texts as they are now.

import type { SentenceVerdict } from '../../../compare/settle.ts'
import { describe } from '../../../shared/anchoring/describe.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { BroughtVerdict } from '../../../shared/import/across-json.ts'
import { entryMade } from '../../../shared/kinds/entry.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { type JudgedSide, type StoredVerdict, verdictKind } from '../../../shared/kinds/verdict.ts'
import type { Sentence, Verdict } from '../../../shared/model/comparison.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import { badRange, hasWords, textChanged } from '../../core/passages.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { shortHash } from '../../core/shelf/identity.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { fileGone } from '../../core/shelf/rows.ts'
import { common, isOf, type JudgedText, placeOf, type Range } from './judged-place.ts'
import { verdictsOn } from './verdicts-on.ts'

export interface JudgingDeps {
  readonly ledger: Ledger
  readonly locate: Reading['locate']
  readonly now: () => Date
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly known: (article: string) => KnownFile | null
  readonly perform: Changing['perform']
}

export interface Judging {
  /** By id; those taken back, too. */
  all(): readonly StoredVerdict[]
  /** Fails with `changed` when a text is another by now. */
  save(arg: ParsedArg<'verdict-save'>): Promise<Result<Record<never, never>>>
  /** The verdicts on sentences of these texts; of several on one pair the latest. */
  on(texts: readonly JudgedText[], sentences: readonly (readonly Sentence[])[]): SentenceVerdict[]
  /** The change that brings in one made elsewhere. */
  incoming(verdict: BroughtVerdict): Change
}

export function createJudging(deps: JudgingDeps): Judging {
  const { ledger, now } = deps
  const all = (): readonly StoredVerdict[] => ledger.all(verdictKind)

  const isAbout = (side: JudgedSide, text: JudgedText, range: Range): boolean => {
    if (!isOf(side, text)) return false
    const place = placeOf(deps.locate, text, side)
    if (!place) return false
    const shorter = Math.min(range.end - range.start, place.end - place.start)
    return common(range, place) * 2 > shorter
  }

  const change = (before: StoredVerdict, verdict: Verdict | null): Change<StoredVerdict> =>
    changeOf(before, { ...before, verdict, modified: now().toISOString() })

  const sideOf = (text: JudgedText, { start, end }: Range, path: string): JudgedSide => ({
    article: deps.known(text.id) ?? { id: text.id, path, sha256: '' },
    target: describe(text.text, text.textHash, start, end),
  })

  return {
    all,
    incoming({ id, a: one, b: other, verdict, modified, set }) {
      const sideOfHere = ({ article, target }: JudgedSide): JudgedSide => ({
        article: deps.known(article.id) ?? article,
        target,
      })
      const [a, b] = [sideOfHere(one), sideOfHere(other)]
      const after: StoredVerdict = { id, a, b, verdict, modified }
      const before = ledger.get(verdictKind, null, id) ?? { ...after, verdict: null }
      return { ...changeOf(before, after), made: entryMade(after, set) }
    },

    async save({ a, b, verdict }) {
      if (a.article === b.article) return fail(oneArticle())
      const texts: OpenArticle[] = []
      for (const passage of [a, b]) {
        const opened = await deps.open(passage.article)
        if (!opened.ok) return opened
        const { text, textHash, path } = opened.value
        if (textHash !== passage.textHash) return fail(textChanged(path))
        if (!hasWords(text, passage.start, passage.end)) return fail(badRange())
        texts.push(opened.value)
      }
      const [first, second] = texts
      if (!first || !second) return fail(fileGone(a.article))
      const old = all().filter(
        (record) =>
          (isAbout(record.a, first, a) && isAbout(record.b, second, b)) ||
          (isAbout(record.a, second, b) && isAbout(record.b, first, a)),
      )
      const changes = old
        .filter((record) => record.verdict !== verdict)
        .map((record) => change(record, verdict))
      if (old.length === 0 && verdict !== null) {
        const sides = [sideOf(first, a, first.path), sideOf(second, b, second.path)] as const
        changes.push(change(newVerdict(...sides, now().toISOString()), verdict))
      }
      const done = await deps.perform(labels[verdict ?? 'none'], changes)
      return done.ok ? ok({}) : done
    },

    on: (texts, sentences) => verdictsOn(all(), deps.locate, texts, sentences),
  }
}

const changeOf = (before: StoredVerdict, after: StoredVerdict): Change<StoredVerdict> => ({
  kind: verdictKind,
  article: null,
  key: after.id,
  before,
  after,
})

const labels = { yes: 'Confirm match', no: 'Reject match', none: 'Take back verdict' } as const

function newVerdict(one: JudgedSide, other: JudgedSide, modified: string): StoredVerdict {
  const keyOf = ({ target }: JudgedSide): string =>
    `${target.textHash} ${target.start} ${target.end}`
  const [a, b] = keyOf(one) <= keyOf(other) ? [one, other] : [other, one]
  return { id: shortHash(`${keyOf(a)}\0${keyOf(b)}`), a, b, verdict: null, modified }
}

const oneArticle = (): AppError => ({
  code: 'bad-argument',
  message: 'Both passages are of the same article.',
  advice: 'Choose passages of two articles.',
})

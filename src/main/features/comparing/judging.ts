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
import type { Sentence, SentenceRef, Verdict } from '../../../shared/model/comparison.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import { badRange, hasWords, textChanged } from '../../core/passages.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { shortHash } from '../../core/shelf/identity.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { fileGone } from '../../core/shelf/rows.ts'

export interface JudgingDeps {
  readonly ledger: Ledger
  readonly locate: Reading['locate']
  readonly now: () => Date
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly known: (article: string) => KnownFile | null
  readonly perform: Changing['perform']
}

/** An article's text, as it was compared. */
export interface JudgedText {
  readonly id: string
  readonly text: string
  readonly textHash: string
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

interface Range {
  readonly start: number
  readonly end: number
}

export function createJudging(deps: JudgingDeps): Judging {
  const { ledger, now } = deps
  const all = (): readonly StoredVerdict[] => ledger.all(verdictKind)

  const placeOf = ({ text, textHash }: JudgedText, { target }: JudgedSide): Range | null => {
    const [place] = deps.locate({ text, textHash }, [target])
    return place && place.state !== 'orphaned' ? place : null
  }

  const isAbout = (side: JudgedSide, text: JudgedText, range: Range): boolean => {
    if (!isOf(side, text)) return false
    const place = placeOf(text, side)
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

    on(texts, sentences) {
      const said = new Map<
        string,
        { readonly a: SentenceRef; b: SentenceRef; verdict: Verdict | null }
      >()
      const refsOf = (side: JudgedSide): SentenceRef[] => {
        const exact = texts.flatMap(({ id }, i) => (id === side.article.id ? [i] : []))
        const like = texts.flatMap((text, i) => (isOf(side, text) ? [i] : []))
        return (exact.length > 0 ? exact : like).flatMap((article) => {
          const text = texts[article]
          const place = text ? placeOf(text, side) : null
          const sentence = place && mostOf(sentences[article] ?? [], place)
          return sentence === null ? [] : [{ article, sentence }]
        })
      }
      for (const { a: one, b: other, verdict } of [...all()].sort(byTime))
        for (const x of refsOf(one))
          for (const y of refsOf(other)) {
            if (x.article === y.article) continue
            const [a, b] = x.article < y.article ? [x, y] : [y, x]
            const key = `${a.article} ${a.sentence} ${b.article} ${b.sentence}`
            said.set(key, { a, b, verdict })
          }
      return [...said.values()].flatMap(({ a, b, verdict }) =>
        verdict === null ? [] : [{ a, b, verdict }],
      )
    },
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

/** Of the article itself, or of one with the very same text. */
const isOf = ({ article, target }: JudgedSide, { id, textHash }: JudgedText): boolean =>
  article.id === id || target.textHash === textHash

const common = (a: Range, b: Range): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The sentence that has most of a place; null when none has any. */
function mostOf(sentences: readonly Sentence[], place: Range): number | null {
  let best: number | null = null
  let most = 0
  for (const [i, sentence] of sentences.entries()) {
    const length = sentence.furniture ? 0 : common(sentence, place)
    if (length <= most) continue
    best = i
    most = length
  }
  return best
}

function newVerdict(one: JudgedSide, other: JudgedSide, modified: string): StoredVerdict {
  const keyOf = ({ target }: JudgedSide): string =>
    `${target.textHash} ${target.start} ${target.end}`
  const [a, b] = keyOf(one) <= keyOf(other) ? [one, other] : [other, one]
  return { id: shortHash(`${keyOf(a)}\0${keyOf(b)}`), a, b, verdict: null, modified }
}

const byTime = (x: StoredVerdict, y: StoredVerdict): number =>
  x.modified < y.modified ? -1 : x.modified > y.modified ? 1 : 0

const oneArticle = (): AppError => ({
  code: 'bad-argument',
  message: 'Both passages are of the same article.',
  advice: 'Choose passages of two articles.',
})

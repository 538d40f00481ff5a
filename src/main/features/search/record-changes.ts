// The reader's records as the index mirrors them: annotations where they stand in the text as it is now,
// corrected facts, stories.
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { correctionKind } from '../../../shared/kinds/correction.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import type { Anchor, Annotation } from '../../../shared/model/annotation.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import type { IndexChange, MirroredAnnotation } from '../../index/facts.ts'

/** A record of a kind that the index has a copy of. */
export interface RecordKey {
  readonly kind: Kind
  readonly key: string
}

/** What is to be told anew of an article's records. */
export interface Outdated {
  /** Of annotations: their ids; `all`: whatever there is. */
  readonly annotations: 'all' | ReadonlySet<string>
  readonly corrections: boolean
}

/** The text that annotations are found in. */
export interface TextAtHand {
  readonly text: string
  readonly textHash: string
}

export interface RecordSource {
  readonly ledger: Pick<Ledger, 'all' | 'get' | 'markOf' | 'written'>
  readonly reading: Pick<Reading, 'locate'>
}

/**
 * @param textHash of the article's text; null where there is none
 * @param text asked for only when annotations were made on another text
 */
export function recordChanges(
  { ledger, reading }: RecordSource,
  article: string,
  { annotations: wanted, corrections }: Outdated,
  textHash: string | null,
  text: () => TextAtHand | null,
): IndexChange[] {
  const changes: IndexChange[] = []
  const isAll = wanted === 'all'
  const made = isAll
    ? ledger.all(annotationKind, article)
    : [...wanted].flatMap((id) => ledger.get(annotationKind, article, id) ?? [])
  if (isAll || wanted.size > 0) {
    const there = new Set(made.map(({ id }) => id))
    changes.push({
      kind: 'annotations',
      article,
      all: isAll,
      put: mirrored(made, anchorsOf(reading, made, textHash, text)),
      gone: isAll ? [] : [...wanted].filter((id) => !there.has(id)),
    })
  }
  if (corrections) {
    const facts = ledger.all(correctionKind, article).filter((each) => each.kind === 'fact')
    changes.push({ kind: 'corrections', article, facts })
  }
  return changes
}

export function storyChange({ ledger }: Pick<RecordSource, 'ledger'>, id: string): IndexChange {
  const story = ledger.get(storyKind, null, id)
  if (!story) return { kind: 'story-gone', id }
  return { kind: 'story', id, name: story.name, articles: story.articles.map((each) => each.id) }
}

/** A record of a kind that the index has a copy of. */
export function copyChange(
  { ledger }: Pick<RecordSource, 'ledger'>,
  { kind, key }: RecordKey,
): IndexChange {
  const record = ledger.get(kind, null, key)
  if (!record) return { kind: 'record-gone', recordKind: kind.name, key }
  const article = kind.names?.(record)[0]?.id ?? null
  return {
    kind: 'record',
    record: { kind: kind.name, key, article, json: JSON.stringify(record) },
  }
}

/** Null where an annotation stands as it was made. */
function anchorsOf(
  reading: Pick<Reading, 'locate'>,
  made: readonly Annotation[],
  textHash: string | null,
  text: () => TextAtHand | null,
): readonly (Anchor | null)[] {
  if (made.every(({ target }) => target.textHash === textHash)) return made.map(() => null)
  const found = text()
  if (!found) return made.map(() => ({ state: 'orphaned', start: null, end: null, score: 0 }))
  return reading.locate(
    found,
    made.map(({ target }) => target),
  )
}

const mirrored = (
  made: readonly Annotation[],
  anchors: readonly (Anchor | null)[],
): MirroredAnnotation[] =>
  made.map(({ id, target, color, note, tags, created, modified }, at) => ({
    id,
    start: anchors[at]?.start ?? target.start,
    colour: color,
    note,
    quote: target.exact,
    tags,
    created,
    modified,
    orphan: anchors[at]?.state === 'orphaned',
  }))

// Opens an article: its text as the file has it now, with every annotation found again in it.
import { join } from 'node:path'
import { createResolver, type Resolver } from '../../../shared/anchoring/resolve.ts'
import type {
  Anchor,
  Annotation,
  ResolvedAnnotation,
  Target,
} from '../../../shared/model/annotation.ts'
import {
  type Block,
  metaOf,
  type ParsedArticle,
  type Warning,
} from '../../../shared/model/article.ts'
import { isDetached, onNothing } from '../../../shared/model/detached.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { countWords } from '../../../shared/text/words.ts'
import { blocksOfText } from '../../reading/text.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import type { Texts } from '../../store/texts.ts'
import type { FileOrder } from '../../work/file-work.ts'
import type { Order, Rank } from '../../work/scheduler.ts'
import type { Work } from '../../work/work.ts'
import { contentKey } from './content-key.ts'

/** How many parsed articles stay in memory: the panes, and a few more for going to and fro. */
const kept = 16

/** What a target names may come from anywhere, and names a file. */
const isHash = /^[0-9a-f]{64}$/

type Text = Pick<ParsedArticle, 'text' | 'textHash'>

export interface Reading {
  /**
   * Reads the file, or takes it from memory when `sha256` is still what was read. What is read in the
   * background drives nothing out of memory. Asked for while it is being read, it is read once.
   * @param sha256 of the file as it is known to be; '' when that is not known
   * @param part which of the articles in the file, from 0; null for all of it as one
   */
  read(
    path: string,
    sha256: string,
    part?: number | null,
    order?: Order,
  ): Promise<Result<ParsedArticle>>
  /** The same for a passing look, which does not drive out what is in memory; null when it cannot be had. */
  peek(path: string, sha256: string): Promise<ParsedArticle | null>
  /** Every article of a file that holds several. */
  readParts(path: string, order?: Order): Promise<Result<readonly ParsedArticle[]>>
  /** What was read of this content, if it is still in memory. */
  recall(path: string, sha256: string, part?: number | null): ParsedArticle | null
  /** An article whose file is gone, from the text its annotations were made on. */
  readKept(record: ArticleRecord): Promise<ParsedArticle | null>
  /** Where each annotation stands in a text. Computed once for a text and a target. */
  resolve(parsed: ParsedArticle, annotations: readonly Annotation[]): ResolvedAnnotation[]
  /**
   * Where each target stands in a text, in their order. The text that it was made on is laid against this
   * one where it was kept, once for all of them. What the reader detached is not looked for.
   */
  locate(parsed: Text, targets: readonly Target[]): Anchor[]
  /** The same for one after the other. */
  finderIn(parsed: Text): (target: Target) => Anchor
}

/** @param encodingOf that was chosen for a file, by its path in the library; what was read with another is not it */
export function createReading(
  root: string,
  work: Work,
  texts: Texts,
  encodingOf: (path: string) => string | null,
): Reading {
  const memory = createParsedMemory(encodingOf)
  const anchors = new WeakMap<Target, { textHash: string; at: Anchor }>()

  const finderIn = (parsed: Text): ((target: Target) => Anchor) => {
    let resolver: Resolver | null = null
    return (target) => {
      if (isDetached(target)) return onNothing
      let known = anchors.get(target)
      if (known?.textHash !== parsed.textHash) {
        resolver ??= createResolver(parsed.text, keptTexts(texts))
        known = { textHash: parsed.textHash, at: resolver.resolve(parsed.textHash, target) }
        anchors.set(target, known)
      }
      return known.at
    }
  }
  const locate = (parsed: Text, targets: readonly Target[]): Anchor[] =>
    targets.map(finderIn(parsed))

  return {
    async read(path, sha256, part = null, order = {}) {
      const known = memory.get(path, sha256, part)
      if (known) return ok(memory.keep(path, known, part, order.rank))
      const parsed = await work.readArticle(join(root, path), part, inState(sha256, order))
      return parsed.ok ? ok(memory.keep(path, parsed.value, part, order.rank)) : parsed
    },
    async peek(path, sha256) {
      const known = memory.get(path, sha256, null)
      if (known) return known
      const order = inState(sha256, { rank: 'background' })
      const parsed = await work.readArticle(join(root, path), null, order)
      return parsed.ok && parsed.value.sha256 === sha256 ? parsed.value : null
    },
    readParts: (path, order) => work.readParts(join(root, path), order),
    recall: (path, sha256, part = null) => memory.get(path, sha256, part) ?? null,
    async readKept(record) {
      const text = await texts.load(record.textHash)
      if (text === null) return null
      return {
        ...metaOf(record),
        format: 'text',
        encoding: 'utf-8',
        sha256: record.sha256,
        textHash: record.textHash,
        text,
        blocks: withTitle(blocksOfText(text), text, record.title),
        spans: [],
        pictures: [],
        parts: [],
        words: countWords(text),
        warnings: [],
      }
    },
    resolve(parsed, annotations) {
      const places = locate(
        parsed,
        annotations.map(({ target }) => target),
      )
      return annotations.flatMap((annotation, i) => {
        const anchor = places[i]
        return anchor ? [{ annotation, anchor }] : []
      })
    },
    locate,
    finderIn,
  }
}

interface ParsedMemory {
  get(path: string, sha256: string, part: number | null): ParsedArticle | undefined
  /** What is read in the background drives nothing out. */
  keep(path: string, parsed: ParsedArticle, part: number | null, rank?: Rank): ParsedArticle
}

/** The articles that were read last, as they were read with the encodings chosen by then. */
function createParsedMemory(encodingOf: (path: string) => string | null): ParsedMemory {
  const memory = new Map<string, ParsedArticle>()
  const keyOf = (path: string, sha256: string, part: number | null): string =>
    `${contentKey({ path, sha256 })} ${part ?? ''} ${encodingOf(path) ?? ''}`
  return {
    get: (path, sha256, part) => memory.get(keyOf(path, sha256, part)),
    keep(path, parsed, part, rank) {
      const key = keyOf(path, parsed.sha256, part)
      if (rank === 'background' && memory.size >= kept) return parsed
      memory.delete(key)
      memory.set(key, parsed)
      const oldest = memory.keys().next()
      if (memory.size > kept && !oldest.done) memory.delete(oldest.value)
      return parsed
    },
  }
}

/** The texts that targets were made on, each read once. */
function keptTexts(texts: Pick<Texts, 'loadNow'>): (textHash: string | undefined) => string | null {
  const kept = new Map<string, string | null>()
  return (textHash = '') => {
    if (!isHash.test(textHash)) return null
    const text = kept.has(textHash) ? (kept.get(textHash) ?? null) : texts.loadNow(textHash)
    kept.set(textHash, text)
    return text
  }
}

/** The first block only repeats what the header shows, where it is the headline. */
function withTitle(blocks: readonly Block[], text: string, title: string | null): Block[] {
  return blocks.map((block, index) =>
    index === 0 && title !== null && text.slice(block.start, block.end).trim() === title
      ? { ...block, role: 'title' }
      : block,
  )
}

/** Of a file whose content is not known yet, another reading may be of an earlier one. */
const inState = (sha256: string, order: Order): FileOrder =>
  sha256 === '' ? order : { ...order, state: sha256 }

/** What to say of an article that is shown from its kept text. */
export const goneWarning = (path: string): Warning => ({
  code: 'file-gone',
  message: `The file “${path}” is not in the library any more. This is the text your notes were made on; put the file back, or export the notes.`,
})

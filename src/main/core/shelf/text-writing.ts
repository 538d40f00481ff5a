// Texts that were read, on their way into the index, with the facts that were computed of them. Held in
// memory until the index has them: a library that is read faster than it is written waits.
import { metaOf, type ParsedArticle } from '../../../shared/model/article.ts'
import type { ContentFacts, IndexChange } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import { loaderVersion } from './cache.ts'
import { contentKey } from './content-key.ts'
import { derivedOf, type FactsOf, factsIn, type TextFacts, textFactsOf } from './text-facts.ts'

export interface TextWriting {
  readonly facts: FactsOf
  /** Takes what was read of the file at a path. */
  hold(parsed: ParsedArticle, part: number | null, path: string): void
  /** Facts of a text that is not at hand. */
  holdFacts(content: string, part: number | null, facts: TextFacts): void
  /** Whether much waits. */
  isFull(): boolean
  /** Resolves when not much waits any more; once the signal is aborted, after the write under way. */
  room(signal?: AbortSignal): Promise<void>
  /** Whether the index has a text, or will have it when this resolves. */
  stored(content: string, part: number | null): Promise<boolean>
  /** Resolves when the index has all that it can have. */
  flush(): Promise<void>
}

interface Waiting {
  readonly key: string
  readonly content: ContentFacts
  readonly facts: TextFacts
}

/** UTF-16 code units that wait at most, unless one text alone has more; and texts of one write. */
const mostUnits = 1_000_000
const mostTogether = 100

export function createTextWriting(index: Index | null): TextWriting {
  /** Facts that the index does not have. */
  const held = new Map<string, TextFacts>()
  let waiting: Waiting[] = []
  let units = 0
  let writing: Promise<void> | null = null
  let listeners: (() => void)[] = []
  /** A write failed as none should: the library goes on without. Whoever tells the index the rest says so. */
  let isBroken = false

  const writeAll = async (to: Index): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostTogether)
      isBroken ||= !(await putTwice(to, batch.map(changeOf)))
      const done = isBroken ? waiting : batch
      waiting = isBroken ? [] : waiting.slice(batch.length)
      for (const each of done) {
        units -= each.content.text.length
        if (!isBroken) held.delete(each.key)
      }
      const told = listeners
      listeners = []
      for (const listener of told) listener()
    }
  }

  const wake = (): void => {
    if (!index || writing) return
    writing = writeAll(index).finally(() => {
      writing = null
    })
  }

  /** The end of the write that is under way. */
  const next = (): Promise<void> => new Promise((done) => void listeners.push(done))

  const isFull = (): boolean => units > mostUnits

  const isWaiting = (key: string): boolean => waiting.some((each) => each.key === key)

  return {
    facts(content, part) {
      const mine = held.get(keyOf(content, part))
      if (mine || !index || content === '') return mine ?? null
      return factsIn(index.derived(content, part, loaderVersion))
    },
    hold(parsed, part, path) {
      const name = contentKey({ path, sha256: parsed.sha256 })
      const key = keyOf(name, part)
      // The same bytes may have been read with another encoding before.
      const last = waiting.findLast((each) => each.key === key)?.content.textHash
      if ((last ?? hashIn(index, name, part)) === parsed.textHash) return
      const facts = textFactsOf(parsed)
      held.set(key, facts)
      if (!index || isBroken) return
      waiting.push({ key, content: contentOf(parsed, part, name), facts })
      units += parsed.text.length
      wake()
    },
    holdFacts: (content, part, facts) => void held.set(keyOf(content, part), facts),
    isFull,
    async room(signal) {
      while (isFull() && !signal?.aborted) await next()
    },
    async stored(content, part) {
      const key = keyOf(content, part)
      while (isWaiting(key)) await next()
      return index?.has(content, part, loaderVersion) ?? false
    },
    async flush() {
      while (writing) await writing
    },
  }
}

/** The hash of the text that the index has of some bytes; null where it has none. */
const hashIn = (index: Index | null, name: string, part: number | null): string | null =>
  index?.has(name, part, loaderVersion)
    ? (index.content(name, part, loaderVersion)?.textHash ?? null)
    : null

/** What was lost with the index, which goes on empty, is told it once more. Gives whether it is there. */
async function putTwice(index: Index, changes: readonly IndexChange[]): Promise<boolean> {
  try {
    return (await index.put(changes)) || (await index.put(changes))
  } catch (thrown) {
    // It was closed, or a bug of ours: whoever tells the index the rest says so.
    if (!(thrown instanceof Error)) throw thrown
    return false
  }
}

const keyOf = (content: string, part: number | null): string => `${content} ${part ?? ''}`

const changeOf = ({ content, facts }: Waiting): IndexChange => ({
  kind: 'content',
  content,
  derived: derivedOf(facts),
})

/** What the index keeps of an article that was read. */
const contentOf = (parsed: ParsedArticle, part: number | null, sha256: string): ContentFacts => ({
  sha256,
  part,
  loader: loaderVersion,
  format: parsed.format,
  textHash: parsed.textHash,
  words: parsed.words,
  parts: parsed.parts.length,
  meta: metaOf(parsed),
  warnings: parsed.warnings,
  blocks: parsed.blocks,
  text: parsed.text,
})

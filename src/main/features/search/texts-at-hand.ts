// Texts that were read just now, on their way into the index: so that no file is read a second time for
// it. Only a few are held; of the others the file is read once more when their turn comes.
import { metaOf, type ParsedArticle } from '../../../shared/model/article.ts'
import { loaderVersion } from '../../core/shelf/cache.ts'
import type { ContentFacts } from '../../index/facts.ts'
import type { Work } from '../../work/work.ts'

export interface TextsAtHand {
  /** The same work; what it reads is held here for a while. */
  noting(work: Work): Work
  /** What was read of these bytes, if it is still held; it is not held any more then. */
  take(sha256: string, part: number | null): ContentFacts | null
}

/** UTF-16 code units held at most, unless one text alone has more. */
const mostHeld = 4_000_000

export function createTextsAtHand(): TextsAtHand {
  const held = new Map<string, ContentFacts>()
  let units = 0

  const take: TextsAtHand['take'] = (sha256, part) => {
    const key = keyOf(sha256, part)
    const content = held.get(key) ?? null
    if (content && held.delete(key)) units -= content.text.length
    return content
  }
  const hold = (content: ContentFacts): void => {
    take(content.sha256, content.part)
    held.set(keyOf(content.sha256, content.part), content)
    units += content.text.length
    for (const oldest of held.values()) {
      if (units <= mostHeld || held.size === 1) break
      take(oldest.sha256, oldest.part)
    }
  }

  return {
    take,
    noting: (work) => ({
      ...work,
      async readArticle(...args) {
        const read = await work.readArticle(...args)
        if (read.ok) hold(contentOf(read.value, args[1] ?? null))
        return read
      },
      async readParts(...args) {
        const read = await work.readParts(...args)
        if (read.ok)
          for (const [part, parsed] of read.value.entries()) hold(contentOf(parsed, part))
        return read
      },
    }),
  }
}

const keyOf = (sha256: string, part: number | null): string => `${sha256} ${part ?? ''}`

/** What the index keeps of an article that was read. */
export const contentOf = (parsed: ParsedArticle, part: number | null): ContentFacts => ({
  sha256: parsed.sha256,
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

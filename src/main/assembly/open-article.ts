// An article as the window shows it: its text as the file has it now, with all that the reader made of it.
import { metaOf } from '../../shared/model/article.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { versioned } from '../core/shelf/article-version.ts'
import type { Catalogue } from '../core/shelf/catalogue.ts'
import { markedBlocks } from '../core/shelf/marked-blocks.ts'
import { goneWarning } from '../core/shelf/reading.ts'
import { fileGone, missingRow } from '../core/shelf/rows.ts'
import type { LibraryParts } from './library-parts.ts'

export interface ArticleOpening extends Pick<Catalogue, 'current' | 'recall'> {
  open(id: string): Promise<Result<OpenArticle>>
}

export function createArticleOpening(parts: LibraryParts): ArticleOpening {
  const { catalogue, listing, reading, records, refusal } = parts

  const current: Catalogue['current'] = async (id) => {
    const hidden = listing.hidden(id)
    return hidden ? fail(hidden) : catalogue.current(id)
  }

  return {
    current,
    recall: (id) => (listing.hidden(id) ? null : catalogue.recall(id)),
    async open(id) {
      const record = records.get(id)?.article
      // An article of a file that was not split has nothing to lose, and is shown as it is.
      const read = await (record ? current(id) : catalogue.current(id))
      // Without its file, an annotated article is still shown, from the text that was kept.
      const parsed = read.ok ? read.value.parsed : record ? await reading.readKept(record) : null
      if (!parsed) return read.ok ? fail(fileGone(id)) : read
      const data = records.get(id)
      const row = read.ok || !data ? listing.row(id) : missingRow(data, read.error)
      if (!row) return fail(fileGone(id))
      return ok(
        versioned({
          ...row,
          words: parsed.words,
          text: parsed.text,
          textHash: parsed.textHash,
          spans: parsed.spans,
          pictures: parsed.pictures,
          blocks: markedBlocks(parsed, parts.correctionsOf(id), reading.locate),
          said: metaOf(parsed),
          problem: read.ok ? null : read.error,
          warnings: read.ok ? parsed.warnings : [goneWarning(row.path)],
          resolved: reading.resolve(parsed, parts.annotationsOf(id)),
          frozen: refusal() ?? records.frozen(id),
        }),
      )
    },
  }
}

// Reads e-books, EPUB 2 and 3: all documents one after another as one text, each chapter a part.
import type { ArticleMeta, InlineSpan, Warning } from '../../shared/model/article.ts'
import type { Draft, DraftPart } from './draft.ts'
import { writeChapter } from './epub/chapter.ts'
import { type Contents, readContents } from './epub/contents.ts'
import { type BookItem, isDocument, readPackage } from './epub/package.ts'
import { fragmentOf, resolvePath } from './epub/paths.ts'
import { refuseProtected } from './epub/protection.ts'
import { withNoteLinks } from './html/note-links.ts'
import { Refused } from './refused.ts'
import { TextBuilder } from './text-builder.ts'
import { decodeXml } from './xml/tree.ts'
import { openArchive } from './zip/archive.ts'

/** The blocks of one document of the book. */
interface Stretch {
  readonly item: BookItem
  readonly from: number
  readonly to: number
  readonly spans: readonly InlineSpan[]
}

/** @throws Refused (`damaged`, `encrypted`, `too-large`) */
export async function loadEpub(bytes: Uint8Array): Promise<Draft> {
  const archive = await openArchive(bytes)
  refuseProtected(archive)
  const book = readPackage(archive)
  const builder = new TextBuilder()
  const stretches: Stretch[] = []
  const missing: string[] = []
  let refused: Refused | null = null
  for (const item of book.spine) {
    if (!isDocument(item.type, item.name)) continue
    try {
      const document = archive.read(item.name)
      if (document === null) continue
      const from = builder.blocks.length
      const picture = (src: string): Uint8Array | null => {
        const name = resolvePath(item.name, src)
        return name === null ? null : archive.readOptional(name)
      }
      const options = { name: item.name, picture, isContents: item.isNav }
      const before = builder.spans.length
      writeChapter(decodeXml(document), builder, options)
      const spans = builder.spans.slice(before)
      stretches.push({ item, from, to: builder.blocks.length, spans })
    } catch (thrown) {
      // One bad chapter takes no other with it.
      if (!(thrown instanceof Refused) || thrown.code !== 'damaged') throw thrown
      refused ??= thrown
      missing.push(item.name)
    }
  }
  if (refused !== null && missing.length === book.spine.length) throw refused
  const text = builder.finish()
  countTables(builder, stretches)
  const parts = partsOf(text, builder, stretches, readContents(archive, book), book.meta)
  const { blocks, pictures } = builder
  const spans = stretches.flatMap(({ item, spans }) =>
    withNoteLinks(spans, builder, (href) => {
      const name = href.includes('#') ? resolvePath(item.name, href) : null
      return name === null ? null : `${name}#${fragmentOf(href)}`
    }),
  )
  return {
    text,
    blocks,
    spans,
    pictures,
    meta: book.meta,
    parts: parts.length > 1 ? parts : [],
    warnings: [...archive.warnings, ...missingWarning(missing)],
  }
}

/** Each document counts its tables from 0; the book counts on. */
function countTables({ blocks }: TextBuilder, stretches: readonly Stretch[]): void {
  let before = 0
  for (const { from, to } of stretches) {
    let next = before
    for (const block of blocks.slice(from, to)) {
      if (block.table === undefined) continue
      block.table += before
      next = Math.max(next, block.table + 1)
    }
    before = next
  }
}

/** Chapters: a document that has neither an entry in the contents nor a heading goes on with the one before. */
function partsOf(
  text: string,
  { blocks }: TextBuilder,
  stretches: readonly Stretch[],
  contents: Contents,
  { byline = null, source = null, published = null }: Partial<ArticleMeta>,
): DraftPart[] {
  const parts: DraftPart[] = []
  for (const { item, from, to } of stretches) {
    const all = blocks.slice(from, to)
    const [first] = all
    const last = all.at(-1)
    if (first === undefined || last === undefined || item.isNav) continue
    const end = first.start + text.slice(first.start, last.end).trimEnd().length
    const heading = all.find(({ kind }) => kind === 'heading')
    const title =
      contents.get(item.name) ??
      (heading === undefined ? null : lineOf(text.slice(heading.start, heading.end)))
    const before = parts.at(-1)
    if (title === null && before !== undefined && contents.size > 0)
      parts[parts.length - 1] = { ...before, end }
    else parts.push({ start: first.start, end, title, meta: { title, byline, source, published } })
  }
  return parts
}

const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300)

function missingWarning(missing: readonly string[]): Warning[] {
  const [first] = missing
  if (first === undefined) return []
  const others = missing.length === 1 ? '' : ` and ${missing.length - 1} more`
  return [
    {
      code: 'chapter-missing',
      message: `The chapter in “${first.slice(-60)}”${others} is damaged and was left out.`,
    },
  ]
}

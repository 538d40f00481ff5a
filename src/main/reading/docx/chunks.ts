// Files of another kind that a Word document takes in whole (`altChunk`, ECMA-376 part 1, 17.17.2): pages,
// plain and rich text, other documents, as reporting programs write them. Word itself puts their text in
// its place.
import { decode } from '../decode.ts'
import { writeChapter } from '../epub/chapter.ts'
import { pageIn } from '../mhtml/page-in.ts'
import { Refused } from '../refused.ts'
import { readRtf } from '../rtf/reader.ts'
import type { TextBuilder } from '../text-builder.ts'
import { type Archive, openArchive } from '../zip/archive.ts'
import type { Relations } from './package.ts'

/** Writes a part where the document takes it in. Gives the names of parts that could not be read: it, or some in it. */
export type Chunks = (name: string, builder: TextBuilder) => readonly string[]

type Write = (builder: TextBuilder) => readonly string[]

export const noChunks: Chunks = (name) => [name]

/** Documents within a document that are opened, and what they may unpack to, in bytes. */
const mostDocuments = 50
const limits = { all: 32 * 1024 * 1024, part: 16 * 1024 * 1024 }

/**
 * The parts that a document takes in. What they take in themselves stays closed.
 * @param document reads one that is a Word document; throws `Refused` where it cannot be read
 */
export async function openChunks(
  archive: Archive,
  relations: Relations,
  document: (archive: Archive) => Write,
): Promise<Chunks> {
  const known = new Map<string, Write>()
  let documents = 0
  for (const { type, target, isOutside } of relations.values()) {
    if (isOutside || type.toLowerCase() !== 'afchunk' || known.has(target)) continue
    const bytes = archive.readOptional(target)
    if (bytes === null) continue
    try {
      const isDocument = startsWith(bytes, 'PK\x03\x04')
      if (isDocument && ++documents > mostDocuments) continue
      const write = isDocument
        ? document(await openArchive(bytes, limits))
        : writerOf(bytes, target)
      if (write) known.set(target, write)
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
    }
  }
  return (name, builder) => known.get(name)?.(builder) ?? [name]
}

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

/** How a file is written that is no Word document; null for one of another kind. */
function writerOf(bytes: Uint8Array, name: string): Write | null {
  if (startsWith(bytes, '{\\rtf')) return all((builder) => readRtf(bytes, builder))
  if (/\.(?:mht|mhtml|eml)$/i.test(name) || /^MIME-Version:/i.test(headOf(bytes))) {
    const page = pageIn(bytes)
    return page === null ? null : pageWriter(page, name)
  }
  const { text } = decode(bytes)
  if (/\.x?html?$/i.test(name) || /^\s*<(?:!doctype html|html|body|p|div|h\d)\b/i.test(text))
    return pageWriter(text, name)
  return /\.te?xt$/i.test(name) ? all((builder) => writeLines(text, builder)) : null
}

const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 40)).toString('latin1')

/** Of a file all of which is read. */
const all =
  (write: (builder: TextBuilder) => unknown): Write =>
  (builder) => {
    write(builder)
    return []
  }

const pageWriter = (html: string, name: string): Write =>
  all((builder) => writeChapter(html, builder, { name, picture: () => null, isContents: false }))

function writeLines(text: string, builder: TextBuilder): void {
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '') continue
    builder.text(line, { kind: 'paragraph' })
    builder.endBlock()
  }
}

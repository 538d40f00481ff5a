// Files of another kind that a Word document takes in whole (`altChunk`, ECMA-376 part 1, 17.17.2): pages
// and plain text, as reporting programs write them. Word itself puts their text in its place.
import { decode } from '../decode.ts'
import { writeChapter } from '../epub/chapter.ts'
import type { TextBuilder } from '../text-builder.ts'

/**
 * Writes a part that is a page or a plain text where the document takes it in.
 * @returns whether it is of a kind that is read
 */
export function writeChunk(bytes: Uint8Array, name: string, builder: TextBuilder): boolean {
  const { text } = decode(bytes)
  if (/\.x?html?$/i.test(name) || /^\s*<(?:!doctype html|html|body|p|div|h\d)\b/i.test(text)) {
    builder.endBlock()
    writeChapter(text, builder, { name, picture: () => null, isContents: false })
    return true
  }
  if (!/\.te?xt$/i.test(name)) return false
  builder.endBlock()
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '') continue
    builder.text(line, { kind: 'paragraph' })
    builder.endBlock()
  }
  return true
}

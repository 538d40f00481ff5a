// Reads Word documents: .docx, .docm and .dotx, also of the strict kind. Macros are never looked at,
// and what Word prints above and below each page is not part of the text.
import { type NotePart, writeBody } from './docx/body.ts'
import { type Chunks, noChunks, openChunks } from './docx/chunks.ts'
import { readNumbering } from './docx/numbering.ts'
import { openPackage, type WordPackage } from './docx/package.ts'
import { readStyles } from './docx/styles.ts'
import type { Draft } from './draft.ts'
import { statedAuthor, statedLanguage, statedTitle } from './office/facts.ts'
import type { TextBuilder } from './text-builder.ts'
import { childOf, textIn } from './xml/tree.ts'
import { type Archive, openArchive } from './zip/archive.ts'

/** @throws Refused (`damaged`, `encrypted`, `too-large`) */
export async function loadDocx(bytes: Uint8Array): Promise<Draft> {
  const archive = await openArchive(bytes)
  const word = openPackage(archive)
  const chunks = await openChunks(archive, word.relations, (inner) => {
    const taken = openPackage(inner)
    return (builder) => writeWord(taken, inner, noChunks, builder).unread
  })
  const { prose, title, unread } = writeWord(word, archive, chunks)
  const text = prose.builder.finish()
  const { blocks, spans, pictures } = prose.builder
  const core = word.topPart('core-properties')
  const said = statedTitle(textIn(childOf(core, 'title')))
  return {
    text,
    blocks,
    spans,
    pictures,
    meta: {
      title: title === null || title === '' ? said : title,
      byline: statedAuthor(textIn(childOf(core, 'creator'))),
      language: statedLanguage(textIn(childOf(core, 'language'))),
    },
    warnings: [...archive.warnings, ...(word.isSound() ? [] : [broken]), ...unread.map(notTakenIn)],
  }
}

function writeWord(word: WordPackage, archive: Archive, chunks: Chunks, builder?: TextBuilder) {
  const story = {
    styles: readStyles(word.part('styles')?.root ?? null),
    numbering: readNumbering(word.part('numbering')?.root ?? null),
    relations: word.relations,
    picture: (name: string) => archive.readOptional(name),
    chunks,
  }
  const notes = { footnote: notePart(word, 'footnotes'), endnote: notePart(word, 'endnotes') }
  return writeBody(childOf(word.main, 'body') ?? word.main, story, notes, builder)
}

const broken = {
  code: 'broken-markup',
  message: 'The document is damaged inside; what could be read is shown, and some may be missing.',
}

const notTakenIn = (name: string) => ({
  code: 'part-unread',
  message: `The document takes in another file, “${name.slice(-60)}”, which could not be read; its text is missing here.`,
})

function notePart(word: WordPackage, type: string): NotePart | null {
  const part = word.part(type)
  return part === null ? null : { root: part.root, relations: word.relationsOf(part.name) }
}

// Reads OpenDocument texts: .odt and .ott, and the flat kind that is one XML file, .fodt.
import type { Draft } from './draft.ts'
import { writeBody } from './odt/body.ts'
import { firstBelow, readStyles } from './odt/styles.ts'
import { statedAuthor, statedLanguage, statedTitle } from './office/facts.ts'
import { Refused } from './refused.ts'
import { attr, childOf, parseXml, textIn, type XmlElement, type XmlTree } from './xml/tree.ts'
import { type Archive, openArchive } from './zip/archive.ts'
import { locked } from './zip/locked.ts'

/** @throws Refused (`damaged`, `encrypted`, `too-large`) */
export async function loadOdt(bytes: Uint8Array): Promise<Draft> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive) {
    const flat = parseXml(bytes)
    return draftOf(flat, flat.root, flat.root, null)
  }
  const archive = await openArchive(bytes)
  const manifest = optional(archive, 'META-INF/manifest.xml')
  if (firstBelow(manifest, 'encryption-data') !== null) throw locked()
  const content = archive.read('content.xml')
  if (content === null)
    throw new Refused(
      'damaged',
      'is damaged: the part that holds its text is missing',
      'Get the file anew from where it came from, then open that.',
    )
  return draftOf(
    parseXml(content),
    optional(archive, 'styles.xml'),
    optional(archive, 'meta.xml'),
    archive,
  )
}

function draftOf(
  { root, isSound }: XmlTree,
  stylesRoot: XmlElement | null,
  metaRoot: XmlElement | null,
  archive: Archive | null,
): Draft {
  const body = childOf(root, 'body')
  const story = {
    styles: readStyles(stylesRoot === root ? [root] : [stylesRoot, root]),
    picture: (image: XmlElement) => pictureOf(image, archive),
  }
  const { prose, title } = writeBody(childOf(body, 'text') ?? body ?? noBody, story)
  const text = prose.builder.finish()
  const { blocks, spans, pictures } = prose.builder
  const meta = childOf(metaRoot, 'meta')
  const author = childOf(meta, 'initial-creator') ?? childOf(meta, 'creator')
  const said = statedTitle(textIn(childOf(meta, 'title')))
  return {
    text,
    blocks,
    spans,
    pictures,
    meta: {
      title: title === null || title === '' ? said : title,
      byline: statedAuthor(textIn(author)),
      language: statedLanguage(textIn(childOf(meta, 'language'))),
    },
    warnings: [...(archive?.warnings ?? []), ...(isSound ? [] : [broken])],
  }
}

const noBody: XmlElement = { name: '', prefix: '', attributes: null, children: [] }

const broken = {
  code: 'broken-markup',
  message: 'The document is damaged inside; what could be read is shown, and some may be missing.',
}

function pictureOf(image: XmlElement, archive: Archive | null): Uint8Array | null {
  const data = childOf(image, 'binary-data')
  if (data !== null) return Buffer.from(textIn(data), 'base64')
  const name = attr(image, 'href')?.replace(/^(?:\.\/)+/, '')
  return name === undefined ? null : (archive?.readOptional(name) ?? null)
}

/** A part that the text can do without. */
function optional(archive: Archive, name: string): XmlElement | null {
  const bytes = archive.readOptional(name)
  if (bytes === null) return null
  try {
    return parseXml(bytes).root
  } catch (thrown) {
    if (thrown instanceof Refused) return null
    throw thrown
  }
}

// What kind of document a zip archive is, by the names of its parts, without unpacking anything.

import type { ArticleFormat } from '../../../shared/model/article.ts'
import { own } from '../../../shared/own.ts'

export interface ZipKind {
  /** Null for an archive that is no article. */
  readonly format: ArticleFormat | null
  /** With its article: "a spreadsheet". */
  readonly what: string
}

/** Looks at the names of the first so many parts. */
const mostNames = 5000

interface Sign {
  readonly name: RegExp
  readonly kind: ZipKind
}

/** In order: the first that one of the names matches decides. */
const signs: readonly Sign[] = [
  { name: /^META-INF\/container\.xml$/i, kind: { format: 'epub', what: 'an e-book' } },
  { name: /^word\/[^/]+\.xml$/i, kind: { format: 'docx', what: 'a Word document' } },
  { name: /^xl\//i, kind: { format: null, what: 'a spreadsheet' } },
  { name: /^ppt\//i, kind: { format: null, what: 'a presentation' } },
]

/** Parts beside the text that only OpenDocument has, should the one that says so be damaged. */
const odfPart = /^(?:mimetype|(?:META-INF\/manifest|meta|styles|settings)\.xml)$/

const content = 'content.xml'

const anyZip: ZipKind = { format: null, what: 'a ZIP archive' }

/** What the archive is; null if the file does not begin as a zip archive. Works on truncated ones too. */
export function zipKind(bytes: Uint8Array): ZipKind | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = buffer.subarray(0, 4).toString('latin1')
  if (mark === 'PK\x05\x06') return { format: null, what: 'an empty ZIP archive' }
  if (mark !== 'PK\x03\x04') return null
  const said = mimetypeOf(buffer)
  if (said !== null) return said
  const names = namesOf(buffer)
  for (const { name, kind } of signs) if (names.some((known) => name.test(known))) return kind
  const isOdf = names.some((name) => odfPart.test(name)) || names.every((name) => name === content)
  if (names.includes(content) && isOdf) return { format: 'odt', what: 'an OpenDocument text' }
  if (names.includes('[Content_Types].xml')) return { format: 'docx', what: 'an office document' }
  return names.some((name) => /\.opf$/i.test(name)) ? { format: 'epub', what: 'an e-book' } : anyZip
}

/** E-books and OpenDocument files say what they are in an unpacked first part. */
function mimetypeOf(buffer: Buffer): ZipKind | null {
  const nameLength = buffer.length >= 30 ? buffer.readUInt16LE(26) : 0
  if (buffer.toString('latin1', 30, 30 + nameLength) !== 'mimetype') return null
  const start = 30 + nameLength + buffer.readUInt16LE(28)
  const type = buffer.toString('latin1', start, start + 80)
  if (/^\s*application\/epub\+zip/.test(type)) return { format: 'epub', what: 'an e-book' }
  const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(type)?.[1]
  if (kind === undefined) return null
  if (kind === 'text') return { format: 'odt', what: 'an OpenDocument text' }
  const what: Readonly<Record<string, string | undefined>> = {
    spreadsheet: 'a spreadsheet',
    presentation: 'a presentation',
    graphics: 'a drawing',
  }
  return { format: null, what: own(what, kind) ?? 'an office document' }
}

function namesOf(buffer: Buffer): string[] {
  const names: string[] = []
  for (const { mark, lengthAt, nameAt } of [
    { mark: Buffer.from('PK\x01\x02', 'latin1'), lengthAt: 28, nameAt: 46 },
    { mark: Buffer.from('PK\x03\x04', 'latin1'), lengthAt: 26, nameAt: 30 },
  ])
    for (
      let at = buffer.indexOf(mark);
      at !== -1 && at + nameAt <= buffer.length && names.length < mostNames;
      at = buffer.indexOf(mark, at + 4)
    ) {
      const length = buffer.readUInt16LE(at + lengthAt)
      names.push(buffer.toString('latin1', at + nameAt, at + nameAt + Math.min(length, 300)))
    }
  return names
}

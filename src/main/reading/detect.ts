// Tells what a file is before it is read: by its content first, since endings of names lie.
import { claimedFormat } from '../../shared/formats.ts'
import type { ArticleFormat } from '../../shared/model/article.ts'
import { decode } from './decode.ts'
import { Refused } from './refused.ts'
import { wideOf } from './utf16.ts'
import { withoutDeclarations } from './xml/doctype.ts'
import { zipKind } from './zip/kind.ts'
import { locked } from './zip/locked.ts'

const ascii = (text: string): readonly number[] => Array.from(text, (c) => c.charCodeAt(0))

interface Signature {
  readonly bytes: readonly number[]
  /** Where the bytes stand. */
  readonly at?: number
  /** With its article: "a PDF". */
  readonly what: string
}

const signatures: readonly Signature[] = [
  { bytes: [0x89, ...ascii('PNG')], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
  { bytes: ascii('GIF8'), what: 'a picture' },
  { bytes: ascii('WEBP'), at: 8, what: 'a picture' },
  { bytes: [...ascii('II*'), 0], what: 'a picture' },
  { bytes: [...ascii('MM'), 0, 0x2a], what: 'a picture' },
  { bytes: [0, 0, 1, 0], what: 'a picture' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an office document of the older kind' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
  { bytes: ascii('BZh'), what: 'a compressed file' },
  { bytes: [0xfd, ...ascii('7zXZ')], what: 'a compressed file' },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], what: 'a compressed file' },
  { bytes: [...ascii('Rar!'), 0x1a], what: 'a compressed file' },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program' },
  { bytes: [...ascii('MZ'), 0x90, 0], what: 'a program' },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], what: 'a program' },
  { bytes: ascii('ID3'), what: 'a sound recording' },
  { bytes: ascii('OggS'), what: 'a sound recording' },
  { bytes: ascii('WAVE'), at: 8, what: 'a sound recording' },
  { bytes: ascii('ftyp'), at: 4, what: 'a film or a picture' },
  { bytes: [0x1a, 0x45, 0xdf, 0xa3], what: 'a film' },
  { bytes: ascii('SQLite format 3'), what: 'a database' },
]

/** What a file that is no text seems to be, with its article ("a PDF"); null if it is text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const zip = zipKind(bytes)
  if (zip !== null) return zip.what
  for (const { bytes: wanted, at = 0, what } of signatures)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return what
  if (wideOf(bytes) !== null) return null
  return isData(bytes) ? 'data, not text' : null
}

/** So many NULs in a row pad a text, or were written over a part of it. */
const padding = 4

/**
 * Whether bytes have more control characters than a damaged text has. NUL counts apart: it pads texts and
 * fills gaps in them, and some programs leave one here and there; after every word it parts fields of
 * data. Those of a text are left out when it is decoded.
 */
function isData(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  let controls = 0
  let loose = 0
  let nuls = 0
  let run = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0) {
      nuls++
      run++
      continue
    }
    if (run > 0 && run < padding) loose += run
    run = 0
    if (byte < 0x20 && byte !== 0x1b && (byte < 0x08 || byte > 0x0d)) controls++
  }
  const rest = end - nuls
  if (rest === 0 || nuls > rest) return bytes.length > 0
  return controls > Math.max(2, rest / 100) || loose > Math.max(2, rest / 20)
}

const htmlDocument =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

/** The format of text that is in no container. `name` is the file's name, with its ending. */
function formatOf(text: string, name: string): ArticleFormat {
  const head = withoutDeclarations(text).slice(0, 4096)
  if (htmlDocument.test(head)) return 'html'
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>\s*)?<office:document\s/i.test(head)) return 'odt'
  const claimed = claimedFormat(name)
  if (claimed === 'html') return /<[a-z!/]/i.test(text) ? 'html' : 'text'
  return claimed === 'markdown' ? 'markdown' : 'text'
}

/** Formats that are known by their first bytes, whatever the name says; null for what is none of them. */
function signedFormat(bytes: Uint8Array): ArticleFormat | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (/^[\s\u00ef\u00bb\u00bf]*\{\\rtf/.test(head)) return 'rtf'
  // Readers of PDFs look for the mark in the first kilobyte; other things may stand before it.
  if (
    head.slice(0, 1024).includes('%PDF-') &&
    !/^[\s\u00ef\u00bb\u00bf]*</.test(head) &&
    isPdf(head)
  )
    return 'pdf'
  return isMime(head) ? 'mhtml' : null
}

/** A head of mail fields that says how its body is made. */
function isMime(head: string): boolean {
  const fields = /^(?:From [^\n]*\n)?(?:[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(
    head,
  )?.[0]
  return (
    fields !== undefined &&
    /^(?:mime-version|content-type|message-id|received)[ \t]*:/im.test(fields)
  )
}

/** A text may speak of the mark; then it does not go on like a PDF. */
function isPdf(start: string): boolean {
  return start.startsWith('%PDF-') || /%PDF-\d[\s\S]*\d\s+\d\s+obj\b/.test(start)
}

/**
 * The format to read a file in: by its content first, by its ending where the content says nothing.
 * @throws Refused (`not-text`, `empty-file`) for what is no article
 */
export function detect(bytes: Uint8Array, name: string): ArticleFormat {
  const zip = zipKind(bytes)
  if (zip !== null && zip.format !== null) return zip.format
  if (isLockedOffice(bytes)) throw locked()
  const signed = signedFormat(bytes)
  if (signed !== null) return signed
  const kind = binaryKind(bytes)
  if (kind !== null)
    throw new Refused(
      'not-text',
      `cannot be read as an article: it seems to be ${kind}`,
      'Save it as text, Markdown or HTML, then open that file.',
    )
  const { text } = decode(bytes.subarray(0, 65_536))
  if (text.trim() === '' && decode(bytes).text.trim() === '')
    throw new Refused('empty-file', 'has nothing in it', 'Choose a file that holds an article.')
  return formatOf(text, name)
}

/** An office document under a password is put whole into a container of the older kind. */
function isLockedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (
    buffer.length > 512 &&
    buffer.readUInt32BE(0) === 0xd0cf11e0 &&
    buffer.includes('EncryptedPackage', 0, 'utf16le')
  )
}

// Pages that a browser saved with all their parts in one file, and mails: both are MIME messages.
import type { Warning } from '../../shared/model/article.ts'
import { decode } from './decode.ts'
import type { Draft } from './draft.ts'
import { loadHtml } from './html.ts'
import { isSavedPage, mailMeta, subjectOf } from './mhtml/mail.ts'
import { bytesOf, fieldOf, type MimeMessage, type MimePart, readMime } from './mhtml/mime.ts'
import { idOf, locationOf, resourcesOf } from './mhtml/resources.ts'
import { Refused } from './refused.ts'
import { loadText } from './text.ts'

/**
 * Reads a saved page or a mail.
 * @throws Refused (`no-text`) for a message without a page or a text in it
 */
export function loadMhtml(bytes: Uint8Array): Draft {
  const message = readMime(Buffer.from(bytes).toString('latin1'))
  const saved = isSavedPage(message.headers)
  const draft = pageOf(message, saved) ?? plainText(message)
  if (draft === null)
    throw new Refused(
      'no-text',
      'holds no page and no text',
      'Save the page or the mail once more, then open that file.',
    )
  const said = saved ? { title: subjectOf(message.headers) } : mailMeta(message.headers)
  const meta = saved
    ? { ...draft.meta, title: draft.meta.title ?? said.title ?? null }
    : { ...draft.meta, ...given(said) }
  return { ...draft, meta, warnings: [...damage(message), ...draft.warnings] }
}

const given = (meta: Draft['meta']): Draft['meta'] =>
  Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null))

/** Words below which a page is only a frame around others. */
const hardlyAny = 40
/** Pages of one file that are looked at. */
const mostPages = 20

/** The page of a message; null where it has none with text. */
function pageOf(message: MimeMessage, saved: boolean): Draft | null {
  const pages = message.leaves.filter(isPage)
  const start = message.type.params.get('start')?.replace(/^<|>$/g, '')
  const first = pages.find((part) => start !== undefined && idOf(part) === start) ?? pages[0]
  if (first === undefined) return null
  const root = loadPage(first, message, saved)
  if (wordsOf(root) >= hardlyAny) return root
  let best = root
  for (const part of pages.slice(0, mostPages)) {
    if (part === first) continue
    const frame = loadPage(part, message, saved)
    if (wordsOf(frame) > 4 * wordsOf(best)) best = { ...frame, meta: mergedMeta(frame, root) }
  }
  return best.text.trim() === '' ? null : best
}

/** A frame's page is known by the title of the page around it. */
const mergedMeta = (frame: Draft, root: Draft): Draft['meta'] => ({
  ...frame.meta,
  ...given(root.meta),
})

const isPage = (part: MimePart): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type.value) && !isAttached(part)

const isAttached = ({ headers }: MimePart): boolean =>
  fieldOf(headers.get('content-disposition') ?? '').value === 'attachment'

function loadPage(part: MimePart, { headers, leaves }: MimeMessage, saved: boolean): Draft {
  const { text, encoding, warnings } = decode(bytesOf(part), part.type.params.get('charset'))
  const base =
    locationOf(part) ?? headers.get('snapshot-content-location') ?? locationOf({ headers })
  const picture = resourcesOf(leaves, base)
  const draft = loadHtml(text, saved ? { picture } : { picture, plain: true })
  return { ...draft, encoding, warnings: [...warnings, ...draft.warnings] }
}

const wordsOf = ({ text }: Draft): number => text.match(/\S+/g)?.length ?? 0

/** The texts of a message, one after the other; null where it has none. */
function plainText({ leaves }: MimeMessage): Draft | null {
  const texts = leaves.filter((part) => part.type.value.startsWith('text/') && !isAttached(part))
  const decoded = texts.map((part) => {
    const { text, encoding, warnings } = decode(bytesOf(part), part.type.params.get('charset'))
    return { text: reflowed(text, part).trim(), encoding, warnings }
  })
  const all = decoded.filter(({ text }) => text !== '')
  const [first] = all
  if (first === undefined) return null
  const draft = loadText(all.map(({ text }) => text).join('\n\n'))
  return { ...draft, encoding: first.encoding, warnings: all.flatMap(({ warnings }) => warnings) }
}

/** Lines that a mail program broke are joined (RFC 3676). */
function reflowed(text: string, { type }: MimePart): string {
  if (type.params.get('format')?.toLowerCase() !== 'flowed') return text
  const gap = type.params.get('delsp')?.toLowerCase() === 'yes' ? '' : ' '
  return text.replace(/(?<![\n-]-) \r?\n(?=[^>\s])/g, gap)
}

function damage({ cut, left }: MimeMessage): Warning[] {
  const warnings: Warning[] = []
  if (cut)
    warnings.push({
      code: 'cut-off',
      message: 'The file ends before its last part does; what is there was read.',
    })
  if (left)
    warnings.push({
      code: 'left-out',
      message: 'Some parts of the file are nested too deep or are too many, and were left out.',
    })
  return warnings
}

// Rich text, as WordPad, TextEdit, Word and LibreOffice write it, and mails that Outlook saved in it.
import type { Warning } from '../../shared/model/article.ts'
import type { Draft } from './draft.ts'
import { loadHtml } from './html.ts'
import { authorFrom, titleFrom } from './pdf/info.ts'
import { type RtfFacts, readRtf } from './rtf/reader.ts'
import { TextBuilder } from './text-builder.ts'

/** Reads a rich text file. What is damaged in it is passed over, with a warning. */
export function loadRtf(bytes: Uint8Array): Draft {
  const builder = new TextBuilder()
  const facts = readRtf(bytes, builder)
  const warnings = damage(facts)
  if (facts.html !== null && facts.html.trim() !== '') {
    const page = loadHtml(facts.html, { plain: true })
    return { ...page, warnings: [...warnings, ...page.warnings] }
  }
  const { text, title, author } = facts
  const { blocks, spans, pictures } = builder
  const meta = { title: titleFrom(title), byline: authorFrom(author) }
  return { text, blocks, spans, pictures, meta, warnings }
}

function damage({ openGroups, strayEnds }: RtfFacts): Warning[] {
  const warnings: Warning[] = []
  if (openGroups > 0)
    warnings.push({
      code: 'cut-off',
      message: 'The file ends before it is complete; what is there was read.',
    })
  if (strayEnds > 0)
    warnings.push({
      code: 'stray-marks',
      message:
        'Some marks in the file belong to nothing and were passed over; parts of the text may look different.',
    })
  return warnings
}

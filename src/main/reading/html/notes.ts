// Tells the notes of an article, as encyclopedias, blogs and e-books mark them (DPUB-ARIA 1.1 roles,
// EPUB types, and the class names that Markdown and MediaWiki write).
import { attribute, type Element } from './dom.ts'

const listNames =
  /(?:^|[\s_-])(?:footnotes?|footnotes-list|endnotes?|references|reflist|notes-list)(?=$|[\s_-])/i
const noteNames = /(?:^|\s)(?:footnote|footnote-item|endnote|footnote-definition)(?=$|\s)/i
const noteIds = /^(?:user-content-)?(?:fn|ftn|_ftn|footnote|endnote|cite_note|edn|_edn)[-_:.]?\w/i

/** Whether an element holds an article's notes. */
export function isNoteList(element: Element): boolean {
  if (!/^(?:section|div|ol|ul|dl|aside|footer)$/.test(element.tagName)) return false
  if (/\bdoc-(?:endnotes|footnotes)\b/.test(attribute(element, 'role') ?? '')) return true
  if (/\b(?:foot|end|rear)notes\b/.test(attribute(element, 'epub:type') ?? '')) return true
  return listNames.test(attribute(element, 'class') ?? '')
}

/** Whether an element is one note. */
export function isNote(element: Element): boolean {
  if (!/^(?:li|p|div|aside|dd|section)$/.test(element.tagName)) return false
  if (/\bdoc-(?:endnote|footnote)\b/.test(attribute(element, 'role') ?? '')) return true
  if (/\b(?:foot|end|rear)note\b/.test(attribute(element, 'epub:type') ?? '')) return true
  const { parentNode } = element
  if (noteIds.test(attribute(element, 'id') ?? '')) return true
  if (element.tagName !== 'li') return noteNames.test(attribute(element, 'class') ?? '')
  return parentNode !== null && 'tagName' in parentNode && isInNotes(parentNode)
}

const isInNotes = (list: Element): boolean => {
  if (isNoteList(list)) return true
  const around = list.parentNode
  return around !== null && 'tagName' in around && isNoteList(around)
}

// Tells the notes of an article, as encyclopedias, blogs and e-books mark them (DPUB-ARIA 1.1 roles,
// EPUB types, and the class names that Markdown and MediaWiki write).
import { attribute, type Element, leafTextOf } from './dom.ts'

const listNames =
  /(?:^|[\s_-])(?:footnotes?|footnotes-list|endnotes?|references|reflist|notes-list)(?=$|[\s_-])/i
const noteNames = /(?:^|\s)(?:footnote|footnote-item|endnote|footnote-definition)(?=$|\s)/i
const noteIds = /^(?:user-content-)?(?:fn|ftn|_ftn|footnote|endnote|cite_note|edn|_edn)[-_:.]?\w/i

/** Headings over lists of notes and sources. */
const noteHeadings =
  /^(?:(?:foot|end)?notes?(?: (?:and|&) references)?|references|sources|bibliography|works cited|citations|fu(?:ß|ss)noten|anmerkungen|einzelnachweise|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis|angaben)?|belege|références|notes et références|bibliographie|notas(?: al pie)?|referencias|fuentes|bibliografía|referências|fontes|bibliografia|note|riferimenti|fonti|noten|voetnoten|bronnen|noter|källor|fotnoter|kilder|przypisy|źródła|bibliografia|примечания|источники|注释|参考文献|脚注)\s*:?$/iu

/** Whether the heading right above a list calls it notes or sources. */
function isUnderNotes(list: Element): boolean {
  const siblings = list.parentNode?.childNodes ?? []
  if (siblings.length > 2000) return false
  const before = siblings
    .slice(0, siblings.indexOf(list))
    .findLast((node): node is Element => 'tagName' in node)
  if (before === undefined || !/^(?:h[2-6]|p)$/.test(before.tagName)) return false
  return noteHeadings.test(leafTextOf(before, 60))
}

/** Whether an element holds an article's notes. */
export function isNoteList(element: Element): boolean {
  if (!/^(?:section|div|ol|ul|dl|aside|footer)$/.test(element.tagName)) return false
  if (/\bdoc-(?:endnotes|footnotes)\b/.test(attribute(element, 'role') ?? '')) return true
  if (/\b(?:foot|end|rear)notes\b/.test(attribute(element, 'epub:type') ?? '')) return true
  if (listNames.test(attribute(element, 'class') ?? '')) return true
  return /^[ou]l$/.test(element.tagName) && isUnderNotes(element)
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

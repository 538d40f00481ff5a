// Lines in a database's head that are neither headline, paper, day nor author: editions, notices,
// hours. By their form, since every paper names its editions as it likes.

/** "06:30", "16.08 GMT", "(Updated 6:30 AM)". */
const hour =
  /^[([]?(?:(?:last |zuletzt |first )?(?:updated?|published|posted|modified|aktualisiert|mise? à jour|actualizad[oa]|aggiornato|atualizad[oa]|bijgewerkt)(?: (?:at|on|um|à|a las|alle|às|om))?:? )?\d{1,2} ?[:.h] ?\d{2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?(?: ?(?:(?:[A-Z]{3})?[+-]\d{1,2}:?\d{0,2}|\p{L}{1,8}(?: \p{L}{1,8}){0,2}))?[)\]]?$/iu

/** "Correction Appended", "Editors' Note Appended", "Rectificatif". */
const notice =
  /^(?:(?:[\p{L}’']+ ){1,3}(?:appended|attached|angehängt|adjunt[ao]|ajoutée?|annexée?)|correction|clarification|berichtigung|korrektur|rectificatif|rectificación|rettifica)$/iu

const edition =
  /edition|ausgabe|édition|edición|ediciones|edição|edizione|editie|upplaga|utgave|выпуск|издание/iu
/** What may stand small in the name of an edition: "Monday, 10 a.m. Edition", "Édition de Paris". */
const small = /^(?:[ap]\.?m\.?|of|the|and|de|du|des|la|le|les|del|der|die|das|und|et|y|e)$/iu

/** "Late Edition - Final", "1 - All-round Country Edition": begins each word large, and is short. */
function isEdition(text: string): boolean {
  const words = text.split(/[\s,;:–—-]+/u).filter((word) => word !== '')
  const at = words.findIndex((word) => edition.test(word))
  return (
    at !== -1 &&
    words.length <= 8 &&
    at >= words.length - 3 &&
    words.every((word) => small.test(word) || /^[^\p{Ll}]/u.test(word) || edition.test(word)) &&
    !/[.!?]$/.test(text)
  )
}

/** Whether a line of a head says only which edition, hour or correction it is. */
export const isExtra = (text: string): boolean =>
  text.length <= 80 && (hour.test(text) || notice.test(text) || isEdition(text))

const name =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|de|da|di|del|der|van|von|bin|al|la|le|dos)){1,3}"
const names = new RegExp(
  `^${name}(?:(?:, | & | / |; ?|,? (?:and|und|et|y|e|en) )${name}){0,5}$`,
  'u',
)

/** Whether a line is nothing but people's names; a headline in capitals may look the same. */
export const isNames = (text: string): boolean => text.length <= 120 && names.test(text)

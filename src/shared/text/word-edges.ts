// Whether a passage begins and ends where words do. Scripts that write no spaces between words have no
// edges that can be seen: there every place is one.

const letter = /[\p{L}\p{N}\p{M}\p{Join_Control}_]/u
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆]/u

/** UTF-16 offsets, end exclusive. An empty passage is no word. */
export function isWhole(text: string, start: number, end: number): boolean {
  return end > start && isEdge(text, start) && isEdge(text, end)
}

/** Not between two letters of one word. */
function isEdge(text: string, offset: number): boolean {
  const before = characterBefore(text, offset)
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0x20)
  if (!letter.test(before) || !letter.test(after)) return true
  // A mark belongs to what it stands on, in every script.
  if (/\p{M}/u.test(after)) return false
  return unspaced.test(before) && unspaced.test(after)
}

function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return ' '
  const pair = offset > 1 ? (text.codePointAt(offset - 2) ?? 0) : 0
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(offset - 1)
}

// Whether a name is one that somebody means by a few letters of its words: for boxes that narrow a short
// list down as one types.

/** Whether every word that was typed stands in a text, whatever the case. */
export function holdsWords(text: string, typed: string): boolean {
  const all = text.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

// Takes out the declarations that a page or document may begin with. They can define entities that
// stand for gigabytes of text or for other files; none is ever put in place here.

/** How far into a file its document type is looked for, in UTF-16 code units. */
const head = 4096

/** The text without its document type, if that holds declarations of its own; else as it is. Linear. */
export function withoutDeclarations(text: string): string {
  const before = /^(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->)*/.exec(text.slice(0, head))?.[0] ?? ''
  const start = before.length
  const opening = /^<!doctype\s[^[>]*\[/i.exec(text.slice(start, start + head))?.[0]
  if (opening === undefined) return text
  const end = endOf(text, start + opening.length)
  return end === -1 ? text : text.slice(0, start) + text.slice(end)
}

/** Where the document type ends whose declarations begin at `from`; -1 if it does not. */
function endOf(text: string, from: number): number {
  const mark = /["'\]]|<!--|<\?/g
  mark.lastIndex = from
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === ']') {
      const closing = text.indexOf('>', mark.lastIndex)
      return closing === -1 ? -1 : closing + 1
    }
    const close = found[0] === '<!--' ? '-->' : found[0] === '<?' ? '?>' : found[0]
    const at = text.indexOf(close, mark.lastIndex)
    if (at === -1) return -1
    mark.lastIndex = at + close.length
  }
  return -1
}

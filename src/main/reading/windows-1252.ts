// Some versions of Node read windows-1252 as ISO-8859-1; then its curly quotes and dashes come out
// as control characters. Where Node is right there is nothing to replace.
const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** A text that was decoded from windows-1252, with the signs of that encoding in their places. */
export const mendWindows = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (char) => c1[char.charCodeAt(0) - 0x80] ?? char)

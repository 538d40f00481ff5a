// Words in a line that has room for a few: in a label, a button, a message.

/** UTF-16 code units that a label has room for, the three dots with them. */
const room = 60

export const shortened = (words: string): string =>
  words.length > room ? `${words.slice(0, room - 1).trimEnd()}…` : words

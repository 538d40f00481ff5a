// Headlines and names compared by their letters alone, however a page sets them.

/** The letters and digits of a text, in lower case. */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

// The eight colours of a highlight. Values are Zotero's, so that colours survive an exchange.

export const colors = [
  'yellow',
  'red',
  'green',
  'blue',
  'purple',
  'magenta',
  'orange',
  'grey',
] as const

export type Color = (typeof colors)[number]

/** Hex value of each colour, as stored by other tools. */
export const colorHex: Readonly<Record<Color, string>> = {
  yellow: '#ffd400',
  red: '#ff6666',
  green: '#5fb236',
  blue: '#2ea8e5',
  purple: '#a28ae5',
  magenta: '#e56eee',
  orange: '#f19837',
  grey: '#aaaaaa',
}

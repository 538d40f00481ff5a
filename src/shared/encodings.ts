// The encodings that a reader can choose for a file: those of the Encoding Standard that the platform
// decodes, with what they are called in words. The commonest of a script come first.
import type { ArticleFormat } from './model/article.ts'

const encodings = {
  'utf-8': 'Unicode (UTF-8)',
  'windows-1252': 'Western (Windows-1252)',
  'macintosh': 'Western (Mac Roman)',
  'iso-8859-15': 'Western (ISO 8859-15)',
  'windows-1250': 'Central European (Windows-1250)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'koi8-u': 'Cyrillic (KOI8-U)',
  'ibm866': 'Cyrillic (DOS, IBM 866)',
  'iso-8859-5': 'Cyrillic (ISO 8859-5)',
  'x-mac-cyrillic': 'Cyrillic (Macintosh)',
  'windows-1253': 'Greek (Windows-1253)',
  'iso-8859-7': 'Greek (ISO 8859-7)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'iso-8859-8': 'Hebrew (ISO 8859-8)',
  'windows-1256': 'Arabic (Windows-1256)',
  'iso-8859-6': 'Arabic (ISO 8859-6)',
  'windows-1257': 'Baltic (Windows-1257)',
  'iso-8859-4': 'Baltic (ISO 8859-4)',
  'iso-8859-13': 'Baltic (ISO 8859-13)',
  'iso-8859-10': 'Nordic (ISO 8859-10)',
  'iso-8859-14': 'Celtic (ISO 8859-14)',
  'iso-8859-3': 'South European (ISO 8859-3)',
  'windows-1258': 'Vietnamese (Windows-1258)',
  'windows-874': 'Thai (Windows-874)',
  'gb18030': 'Chinese, simplified (GB 18030)',
  'big5': 'Chinese, traditional (Big5)',
  'shift_jis': 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'iso-2022-jp': 'Japanese (ISO 2022-JP)',
  'euc-kr': 'Korean (EUC-KR)',
  'utf-16le': 'Unicode (UTF-16, little-endian)',
  'utf-16be': 'Unicode (UTF-16, big-endian)',
} as const

/** Formats that are text in some encoding. */
export const encodedFormats: readonly ArticleFormat[] = ['text', 'markdown', 'html']

export type EncodingName = keyof typeof encodings

export const encodingNames = Object.keys(encodings) as [EncodingName, ...EncodingName[]]

export const isEncodingName = (name: string): name is EncodingName =>
  encodingNames.some((each) => each === name)

/** What an encoding is called; its name where it is none that can be chosen. */
export const encodingInWords = (name: string): string =>
  isEncodingName(name) ? encodings[name] : name.toUpperCase()

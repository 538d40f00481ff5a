// Which encoding a run of bytes in an RTF file is in: by the code page of the document or of the
// font (RTF 1.9.1, "Character Set" and "Font Table").
import { decodeAs } from '../decode.ts'

/** Code pages by the character set of a font (`\fcharset`). */
const pageOfCharset: Readonly<Record<number, number | undefined>> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  82: 950,
  89: 10007,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

/** The character set of fonts of signs, such as Symbol and Wingdings. */
export const symbolCharset = 2

/** The code page of a font's character set; null where that leaves it to the document. */
export const pageOf = (charset: number): number | null => pageOfCharset[charset] ?? null

const labels: Readonly<Record<number, string | undefined>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gbk',
  20866: 'koi8-r',
  21866: 'koi8-u',
  54936: 'gb18030',
  65001: 'utf-8',
}

// The upper halves of the code pages of DOS, which the Encoding Standard leaves out.
const dos: Readonly<Record<number, string | undefined>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

/** Decodes bytes of a Windows code page; those of unknown ones as Western European. */
export function decodePage(bytes: Uint8Array, page: number): string {
  const table = dos[page]
  if (table !== undefined)
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : (table[byte - 0x80] ?? ''),
    ).join('')
  const label =
    labels[page] ??
    (page >= 1250 && page <= 1258 ? `windows-${page}` : null) ??
    (page >= 28592 && page <= 28606 ? iso(page - 28590) : 'windows-1252')
  return decodeAs(bytes, label).text
}

const iso = (part: number): string =>
  part === 9 || part === 11 || part === 12 ? 'windows-1254' : `iso-8859-${part}`

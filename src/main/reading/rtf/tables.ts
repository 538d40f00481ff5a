// The tables at the head of an RTF file: fonts with their character sets, styles with their names.
import { codeName } from '../office/code-name.ts'
import { pageOf, symbolCharset } from './code-pages.ts'
import { headingStyle } from './vocabulary.ts'

/** More entries than this no file needs. */
const most = 10_000

interface Font {
  /** Null: the document's own. */
  page: number | null
  isSymbol: boolean
}

export class FontTable {
  private readonly fonts = new Map<number, Font>()
  private read: Font = { page: null, isSymbol: false }

  /** A control word in the table. */
  word(word: string, param: number): void {
    if (word === 'f') {
      this.read = { page: null, isSymbol: false }
      if (this.fonts.size < most) this.fonts.set(param, this.read)
    } else if (word === 'fcharset') {
      this.read.page ??= pageOf(param)
      this.read.isSymbol = param === symbolCharset
    } else if (word === 'cpg' && param > 0) this.read.page = param
  }

  get(font: number): Readonly<Font> | null {
    return this.fonts.get(font) ?? null
  }
}

interface Style {
  name: string
  outline: number
}

const nameOf = ({ name }: Style): string => name.replace(/;.*$/s, '').trim()

const quoteName =
  /^(?:(?:intense |block )?quot(?:e|ations?)|block ?text|(?:intensives )?zitat|citation)$/i

/** The outline level of text that is no heading. */
const bodyText = 9

export class StyleTable {
  private readonly styles = new Map<number, Style>()
  private read: Style = { name: '', outline: bodyText }

  word(word: string, param: number): void {
    if (word === 's') {
      this.read = { name: '', outline: bodyText }
      if (this.styles.size < most) this.styles.set(param, this.read)
    } else if (word === 'cs' || word === 'ds' || word === 'ts')
      this.read = { name: '', outline: bodyText }
    else if (word === 'outlinelevel') this.read.outline = param
  }

  /** Text in the table: the name of the style that is being read, up to a semicolon. */
  text(text: string): void {
    if (this.read.name.length < 200) this.read.name += text
  }

  /** Quotes and code by the name of their style; null for others. */
  kind(style: number): 'quote' | 'preformatted' | null {
    const said = this.styles.get(style)
    if (said === undefined) return null
    const name = nameOf(said)
    if (codeName.test(name)) return 'preformatted'
    return quoteName.test(name) ? 'quote' : null
  }

  /** The level of a heading's paragraph, by its own outline level or by its style; null for others. */
  headingLevel(style: number, outline: number): number | null {
    if (outline >= 0 && outline < bodyText) return Math.min(6, outline + 1)
    const said = this.styles.get(style)
    if (said === undefined) return null
    const name = nameOf(said)
    const number = headingStyle.exec(name)?.[1]
    if (number !== undefined) return Math.min(6, Number(number))
    if (/^title$/i.test(name)) return 1
    return said.outline >= 0 && said.outline < bodyText ? Math.min(6, said.outline + 1) : null
  }
}

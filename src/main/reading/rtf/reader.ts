// Follows the groups and control words of an RTF file (RTF 1.9.1). Groups may nest ten thousand
// deep, so their states stand on a stack of our own.

import { own } from '../../../shared/own.ts'
import type { TextBuilder } from '../text-builder.ts'
import { decodePage } from './code-pages.ts'
import { type Destination, firstState, plainLetters, plainParagraph, type State } from './state.ts'
import { FontTable, StyleTable } from './tables.ts'
import { type Token, tokensOf } from './tokens.ts'
import { characters, known, skipped } from './vocabulary.ts'
import { RtfWriter } from './writer.ts'

export interface RtfFacts {
  readonly text: string
  readonly title: string
  readonly author: string
  /** The page that a mail program put into RTF (MS-OXRTFEX); null where there is none. */
  readonly html: string | null
  /** How many braces too few or too many there were. */
  readonly openGroups: number
  readonly strayEnds: number
}

/** What a control word switches on, and off with a 0. */
const toggles: Readonly<
  Record<string, 'bold' | 'italic' | 'hidden' | 'deleted' | 'notHtml' | undefined>
> = { b: 'bold', i: 'italic', v: 'hidden', deleted: 'deleted', htmlrtf: 'notHtml' }

/** Groups deeper than this keep the state of the one around them. */
const deepest = 10_000

/** Reads an RTF file into a builder. Linear in its bytes. */
export const readRtf = (bytes: Uint8Array, builder: TextBuilder): RtfFacts =>
  new Reader(builder).read(bytes)

class Reader {
  private readonly writer: RtfWriter
  private readonly stack: State[] = []
  private state: State = { ...firstState }
  private deeper = 0
  private strayEnds = 0
  private readonly fonts = new FontTable()
  private readonly styles = new StyleTable()
  private page = 1252
  private title = ''
  private author = ''
  private marker = ''
  private readonly html: string[] = []
  private isHtml = false
  private starred = false
  /** Characters still to be passed over after `\u`. */
  private passing = 0
  private pending: Uint8Array[] = []

  constructor(builder: TextBuilder) {
    this.writer = new RtfWriter(builder, this.styles)
  }

  read(bytes: Uint8Array): RtfFacts {
    for (const token of tokensOf(bytes)) this.take(token)
    this.flush()
    const openGroups = this.stack.length + this.deeper
    while (this.stack.length > 0) this.close()
    const { title, author, strayEnds } = this
    const html = this.isHtml ? this.html.join('') : null
    return { text: this.writer.finish(), title, author, html, openGroups, strayEnds }
  }

  private take(token: Token): void {
    switch (token.kind) {
      case 'bytes':
        this.bytes(token.bytes)
        return
      case 'binary':
        this.flush()
        if (this.passing > 0) this.passing--
        else if (this.state.picture !== null && this.state.destination === 'picture')
          this.state.picture.binary ??= token.bytes
        return
      case 'open':
        this.flush()
        this.passing = 0
        this.starred = false
        if (this.stack.length >= deepest) this.deeper++
        else {
          this.stack.push(this.state)
          this.state = { ...this.state, ends: null }
        }
        return
      case 'close':
        this.flush()
        this.passing = 0
        if (this.deeper > 0) this.deeper--
        else if (this.stack.length === 0) this.strayEnds++
        else this.close()
        return
      case 'word':
        if (token.word === '*') {
          this.flush()
          this.starred = true
          return
        }
        if (this.passing > 0 && token.word !== 'u') {
          this.passing--
          return
        }
        this.word(token.word, token.param)
        this.starred = false
    }
  }

  private bytes(bytes: Uint8Array): void {
    this.starred = false
    const from = Math.min(this.passing, bytes.length)
    this.passing -= from
    if (from < bytes.length) this.pending.push(from === 0 ? bytes : bytes.subarray(from))
  }

  /** Decodes the bytes that came one after the other: a character may have two. */
  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = this.pending.length === 1 ? this.pending[0] : Buffer.concat(this.pending)
    this.pending = []
    if (bytes === undefined || this.state.destination === 'skip') return
    const font = this.fonts.get(this.state.font)
    if (font?.isSymbol === true && this.state.destination !== 'picture')
      this.put(String.fromCharCode(...bytes.slice(0, 1000)).replace(/[\x80-\xff]/g, '•'))
    else this.put(decodePage(bytes, font?.page ?? this.page))
  }

  private put(text: string): void {
    const { state } = this
    switch (state.destination) {
      case 'text':
        if (this.isHtml) {
          if (!state.notHtml) this.html.push(text)
        } else if (!state.hidden && !state.deleted) this.writer.text(text, state)
        return
      case 'html':
        if (!state.notHtml) this.html.push(text)
        return
      case 'title':
        this.title += text
        return
      case 'author':
        this.author += text
        return
      case 'marker':
        if (this.marker.length < 100) this.marker += text
        return
      case 'instruction':
        if (state.field !== null && state.field.instruction.length < 10_000)
          state.field.instruction += text
        return
      case 'styles':
        this.styles.text(text)
        return
      case 'picture':
        state.picture?.hex.push(text)
        return
      case 'property-name':
        if (state.picture !== null) state.picture.property = text.trim()
        return
      case 'property-value':
        if (state.picture?.property === 'wzDescription') state.picture.alt += text
        return
    }
  }

  private close(): void {
    const ended = this.state
    this.state = this.stack.pop() ?? { ...firstState }
    switch (ended.ends) {
      case 'link':
        if (ended.field?.opened === true) this.writer.closeLink(ended)
        return
      case 'picture':
        this.endPicture(ended)
        return
      case 'marker':
        this.writer.mark(this.marker)
        this.marker = ''
        return
      case 'box':
        this.writer.cut(ended)
        return
    }
  }

  private endPicture({ picture, note }: State): void {
    if (picture === null || !picture.shown || note > 0) return
    const hex = picture.hex.join('').replace(/[^\da-f]/gi, '')
    const bytes = picture.binary ?? Buffer.from(hex, 'hex')
    if (bytes.length > 0) this.writer.picture(picture.alt, bytes)
  }

  private word(word: string, param: number | null): void {
    const { state } = this
    if (word === 'u') {
      this.flush()
      this.unicode(param ?? 0)
      return
    }
    this.flush()
    const character = own(characters, word)
    if (character !== undefined) {
      if (character !== '') this.put(character)
      return
    }
    if (skipped.has(word)) state.destination = 'skip'
    else if (state.destination !== 'skip' && !this.begins(word)) {
      if (this.starred && !known.has(word)) state.destination = 'skip'
      else this.property(word, param)
    }
  }

  private unicode(code: number): void {
    const point = code < 0 ? code + 65_536 : code
    this.passing = this.state.fallback
    if (point <= 0 || point > 0xffff || this.state.destination === 'skip') return
    this.put(point >= 0xf020 && point <= 0xf0ff ? '•' : String.fromCharCode(point))
  }

  /** Whether the word says what its group is for; then that is set. */
  private begins(word: string): boolean {
    const { state } = this
    const to = (destination: Destination, ends: State['ends'] = null): true => {
      state.destination = destination
      state.ends = ends
      return true
    }
    switch (word) {
      case 'fonttbl':
        return to('fonts')
      case 'stylesheet':
        return to('styles')
      case 'info':
        return to('info')
      case 'title':
      case 'author':
        return state.destination === 'info' ? to(word) : false
      case 'pict':
        state.picture = { shown: false, hex: [], binary: null, alt: '', property: '' }
        return to('picture', 'picture')
      case 'picprop':
      case 'shpinst':
        return to('silent')
      case 'sp':
        return to('silent')
      case 'sn':
        return to('property-name')
      case 'sv':
        return to('property-value')
      case 'shptxt':
        this.writer.cut(state)
        Object.assign(state, plainParagraph, plainLetters)
        return to('text', 'box')
      case 'listtext':
      case 'pntext':
        return to(state.note > 0 ? 'skip' : 'marker', state.note > 0 ? null : 'marker')
      case 'field':
        state.field = { instruction: '', opened: false }
        return true
      case 'fldinst':
        return to('instruction')
      case 'fldrslt':
        return this.beginResult()
      case 'footnote':
        if (state.note === 0 && !this.isHtml) state.note = this.writer.beginNote(state)
        Object.assign(state, plainParagraph, plainLetters)
        return to('text', 'note')
      case 'htmltag':
        return to(this.isHtml ? 'html' : 'skip')
      case 'shppict':
        return true
    }
    return false
  }

  private beginResult(): true {
    const { state } = this
    const href = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|(\S+))/i.exec(
      state.field?.instruction ?? '',
    )
    const address = href?.[1] ?? href?.[2] ?? ''
    if (state.field !== null && /^[a-z][a-z\d+.-]*:/i.test(address) && !this.isHtml) {
      state.field.opened = true
      state.ends = 'link'
      this.writer.openLink(address, state)
    }
    return true
  }

  private property(word: string, param: number | null): void {
    const { state } = this
    const on = param !== 0
    switch (state.destination) {
      case 'fonts':
        this.fonts.word(word, param ?? 0)
        return
      case 'styles':
        this.styles.word(word, param ?? 0)
        return
      case 'picture':
        if (state.picture !== null && (word === 'pngblip' || word === 'jpegblip'))
          state.picture.shown = true
        return
    }
    const toggle = own(toggles, word)
    if (toggle !== undefined) {
      state[toggle] = on
      return
    }
    switch (word) {
      case 'ansicpg':
        this.page = param === null || param === 0 ? this.page : param
        return
      case 'mac':
        this.page = 10000
        return
      case 'pc':
        this.page = 437
        return
      case 'pca':
        this.page = 850
        return
      case 'deff':
        if (state.font === -1) state.font = param ?? 0
        return
      case 'fromhtml':
        this.isHtml = on
        return
      case 'f':
        state.font = param ?? 0
        return
      case 'uc':
        state.fallback = Math.max(0, Math.min(16, param ?? 1))
        return
      case 'plain':
        Object.assign(state, plainLetters)
        return
      case 'pard':
        Object.assign(state, plainParagraph)
        return
      case 's':
        state.style = param ?? 0
        return
      case 'outlinelevel':
        state.outline = param ?? 9
        return
      case 'ilvl':
        state.listLevel = Math.max(0, param ?? 0)
        return
      case 'intbl':
        state.inTable = on
        return
      default:
        if (state.destination === 'text') this.flowWord(word)
        else if (state.destination === 'html' && (word === 'par' || word === 'line'))
          this.html.push('\n')
    }
  }

  private flowWord(word: string): void {
    const { state, writer } = this
    if (this.isHtml) {
      if ((word === 'par' || word === 'line') && !state.notHtml) this.html.push('\n')
      return
    }
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
        writer.endParagraph(state)
        return
      case 'line':
      case 'softline':
        writer.lineBreak(state)
        return
      case 'trowd':
        writer.beginRow()
        return
      case 'trhdr':
        writer.headRow()
        return
      case 'cell':
        writer.endCell(state)
        return
      case 'row':
        writer.endRow()
        return
      case 'nestcell':
      case 'nestrow':
        writer.text(' ', state)
        return
    }
  }
}

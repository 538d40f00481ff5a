// Fields of a Word file: instructions that are not shown, and the result that is. A field is spread
// over runs: begin, instruction, separator, result, end; fields nest (ECMA-376 part 1, 17.16).
import type { Prose } from '../office/prose.ts'

interface Field {
  instruction: string
  inResult: boolean
  isLink: boolean
}

export class Fields {
  private readonly open: Field[] = []
  private readonly prose: Prose

  constructor(prose: Prose) {
    this.prose = prose
  }

  /** Whether text here is shown. */
  get isShown(): boolean {
    return this.open.every((field) => field.inResult)
  }

  instruction(text: string): void {
    const field = this.open.at(-1)
    if (field !== undefined && !field.inResult && field.instruction.length < 4000)
      field.instruction += text
  }

  /** @param type `begin`, `separate` or `end` */
  mark(type: string | null): void {
    if (type === 'begin' && this.open.length < 100)
      this.open.push({ instruction: '', inResult: false, isLink: false })
    const field = this.open.at(-1)
    if (field === undefined) return
    if (type === 'separate' && !field.inResult) {
      field.inResult = true
      const href = linkIn(field.instruction)
      field.isLink = href !== null && this.prose.openLink(href)
    } else if (type === 'end') this.close()
  }

  /** An instruction ends with its paragraph at the latest, or a lost mark would hide all that follows. */
  endParagraph(): void {
    while (this.open.some((field) => !field.inResult)) this.close()
  }

  private close(): void {
    if (this.open.pop()?.isLink) this.prose.closeLink()
  }
}

/** The address in a HYPERLINK instruction; null for places in the document and other fields. */
export function linkIn(instruction: string): string | null {
  const [, switches = '', address] =
    /^\s*HYPERLINK\s+((?:\\[a-z]\s+)*)"([^"]+)"/i.exec(instruction) ?? []
  return address === undefined || switches.includes('\\l') ? null : address
}

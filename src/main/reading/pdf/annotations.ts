// Text that stands on a page without being of its content: what was typed into a form, and notes
// that are written right on the page.
import type { PdfPage } from './engine.ts'

export interface PlacedText {
  readonly text: string
  /** In points of the page, from its left and its foot. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Lines of one note or field that are taken. */
const mostLines = 200

/** The visible text of a page's annotations, line by line. */
export async function annotationTexts(page: PdfPage): Promise<PlacedText[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' })
  return annotations.flatMap((annotation): PlacedText[] => {
    if (typeof annotation !== 'object' || annotation === null) return []
    const facts: Readonly<Record<string, unknown>> = { ...annotation }
    const text = facts['hidden'] === true ? '' : visibleText(facts)
    const [x, , right, top] = Array.isArray(facts['rect']) ? facts['rect'].map(Number) : []
    if (text === '' || x === undefined || right === undefined || top === undefined) return []
    const said = sizeOf(facts['defaultAppearanceData'])
    const size = said > 0 ? said : 10
    return text
      .split(/\r\n?|\n/)
      .slice(0, mostLines)
      .map((line, i) => ({ text: line, x, y: top - size * (1 + 1.2 * i), width: right - x, size }))
  })
}

function visibleText(facts: Readonly<Record<string, unknown>>): string {
  const { subtype, fieldType, fieldValue, textContent, password } = facts
  if (subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch')) {
    if (password === true) return ''
    const value: unknown = Array.isArray(fieldValue) ? fieldValue.join('\n') : fieldValue
    return typeof value === 'string' ? value : ''
  }
  if (subtype !== 'FreeText') return ''
  return Array.isArray(textContent) ? textContent.map(String).join('\n') : ''
}

const sizeOf = (appearance: unknown): number =>
  typeof appearance === 'object' && appearance !== null && 'fontSize' in appearance
    ? Number(appearance.fontSize)
    : 0

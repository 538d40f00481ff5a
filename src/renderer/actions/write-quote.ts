// Copying what is selected, else the highlight in hand, with a reference that can be pasted anywhere.
import { copiedQuote } from '../../shared/export/copied-quote.ts'
import { type Quotation, quotationOf } from '../../shared/export/quotation.ts'
import { passageParts } from '../../shared/text/passage.ts'
import { annotationNow } from '../replica/annotations.ts'
import { nameOf } from '../replica/library.ts'
import { useAnnotations } from '../state/annotations.ts'
import { openedArticle } from '../state/panes.ts'
import { tell, tellError } from '../state/ui.ts'
import { selectedNow } from './selected.ts'

export async function copyQuote(): Promise<void> {
  const quoted = quoteInHand()
  const article = quoted && openedArticle(quoted.article)
  if (!article) {
    tell('Select some text first, or put the caret into a highlight.')
    return
  }
  const { byline, source, published } = article
  const referred = { name: nameOf(article), byline, source, published }
  const { text, html } = copiedQuote(quoted.quotation, referred)
  try {
    await write(text, html)
    tell('The quote was copied, with its reference.')
  } catch (thrown) {
    tellError({
      code: 'unsupported',
      message: 'The quote could not be copied.',
      advice: 'Select the text and copy it with the usual key.',
      detail: String(thrown),
    })
  }
}

/** Both flavours, where the clipboard takes them. */
async function write(text: string, html: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text)
  const flavour = (type: string, content: string) => [type, new Blob([content], { type })] as const
  const item = Object.fromEntries([flavour('text/plain', text), flavour('text/html', html)])
  await navigator.clipboard.write([new ClipboardItem(item)])
}

function quoteInHand(): { article: string; quotation: Quotation } | null {
  const selected = selectedNow()
  if (selected) {
    const { article, start, end } = selected
    const opened = openedArticle(article)
    const made = opened ? passageParts(opened.text, opened.blocks, start, end) : []
    return made.length > 0 ? { article, quotation: { made, remark: null } } : null
  }
  const { inHand } = useAnnotations.getState()
  const opened = inHand && openedArticle(inHand.article)
  if (!opened) return null
  const found = annotationNow(inHand.article, inHand.id)
  return found ? { article: inHand.article, quotation: quotationOf(opened, found) } : null
}

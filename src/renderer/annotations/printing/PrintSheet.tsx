// Printing the article in focus, by the print dialog of the system. The window shows what it showed: what
// is printed stands beside it, seen by the printer alone, until the dialog is closed.
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { annotationsOf, inTextOrder, useAnnotated } from '../../replica/annotations.ts'
import { focusedPane, openedArticle } from '../../state/panes.ts'
import { readerOf } from '../../state/readers.ts'
import { tell, useUi } from '../../state/ui.ts'
import { PrintedArticle } from './PrintedArticle.tsx'

export function PrintSheet() {
  const pane = focusedPane()
  const article = pane && openedArticle(pane.article)
  const text = readerOf(pane?.key)?.scroller.querySelector<HTMLElement>('article.text')
  const name = article && (article.title ?? article.path)
  useEffect(() => {
    const done = (): void => useUi.setState({ printing: false })
    if (!name) {
      tell('Open an article first.')
      done()
      return
    }
    const before = document.title
    // The name that a file gets when it is printed to one.
    document.title = name
    window.addEventListener('afterprint', done)
    window.print()
    return () => {
      document.title = before
      window.removeEventListener('afterprint', done)
    }
  }, [name])
  if (!article || !text) return null
  const annotations = inTextOrder(annotationsOf(useAnnotated.getState(), article.id))
  return createPortal(
    <div className="print-sheet">
      <PrintedArticle article={article} annotations={annotations} text={text} />
    </div>,
    document.body,
  )
}

// One article as it is printed: who wrote what when, the text with its highlights as it stands in its pane,
// and beneath it the notes, numbered where they belong.
import { useLayoutEffect, useRef } from 'react'
import type { ResolvedAnnotation } from '../../../shared/model/annotation.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import { dateWords } from '../../../shared/text/date-words.ts'
import { displayQuote } from '../../../shared/text/quote.ts'
import { shortened } from '../../../shared/text/shortened.ts'
import { nameOf } from '../../replica/library.ts'
import { NoteBody } from '../NoteText.tsx'
import './print.css'

export interface PrintedArticleProps {
  readonly article: OpenArticle
  /** In the order of the text. */
  readonly annotations: readonly ResolvedAnnotation[]
  /** The text's element in its pane; it is copied. */
  readonly text: HTMLElement
}

export function PrintedArticle({ article, annotations, text }: PrintedArticleProps) {
  const place = useRef<HTMLDivElement>(null)
  const said = annotations.filter(
    ({ annotation: { note, tags } }) => note.trim() !== '' || tags.length > 0,
  )
  useLayoutEffect(() => {
    const copy = text.cloneNode(true) as HTMLElement
    for (const each of copy.querySelectorAll('[tabindex]')) each.removeAttribute('tabindex')
    for (const [index, { annotation }] of said.entries()) numberIn(copy, annotation.id, index + 1)
    place.current?.replaceChildren(copy)
  })
  const facts = [article.source, article.byline, article.published && dateWords(article.published)]
  return (
    <article lang={article.language ?? undefined}>
      <h1 dir="auto">{nameOf(article)}</h1>
      <p className="printed-facts">
        {facts
          .filter((fact) => fact)
          .map((fact, index) => (
            <span key={fact}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
      </p>
      {article.warnings.map(({ message }) => (
        <p key={message} className="printed-warning" dir="auto">
          {message}
        </p>
      ))}
      <div ref={place} />
      {said.length > 0 && (
        <section className="printed-notes" aria-label="Notes">
          <h2>Notes</h2>
          <ol>
            {said.map(({ annotation, anchor }) => (
              <li key={annotation.id}>
                <q dir="auto">{shortened(displayQuote(annotation.target.exact))}</q>
                {anchor.state === 'orphaned' && ' (not found in the text any more)'}
                {anchor.state === 'moved' && ' (found again, not confirmed yet)'}
                {annotation.tags.length > 0 && (
                  <p className="printed-tags">
                    {annotation.tags.map((tag) => (
                      <bdi key={tag}>#{tag} </bdi>
                    ))}
                  </p>
                )}
                {annotation.note.trim() !== '' && <NoteBody note={annotation.note} />}
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  )
}

/** Puts a note's number behind the last piece of its highlight. */
function numberIn(text: HTMLElement, id: string, number: number): void {
  const last = [...text.querySelectorAll<HTMLElement>('mark.highlight')].findLast((mark) =>
    mark.dataset.ids?.split(' ').includes(id),
  )
  const sign = text.ownerDocument.createElement('sup')
  sign.textContent = String(number)
  last?.after(sign)
}

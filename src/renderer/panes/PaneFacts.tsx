// What a pane's header says of its article. What the reader has corrected is told apart, quietly.
import type { ReactNode } from 'react'
import type { ArticleSummary, MetaField, OpenArticle } from '../../shared/model/library.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { directionOf } from '../../shared/text/direction.ts'
import { readingTime } from '../parts/facts.ts'

export interface PaneFactsProps {
  /** Of the heading, which names the pane. */
  readonly id: string
  /** What the article is called; null while that is not known. */
  readonly name: string | null
  readonly facts: ArticleSummary | undefined
  readonly article: OpenArticle | null
}

export function PaneFacts({ id, name, facts, article }: PaneFactsProps) {
  const corrected = (field: MetaField) => {
    if (!facts?.corrected.includes(field)) return { 'data-corrected': undefined }
    const said = article?.said[field]
    const file = said ? `the file says: ${said}` : 'the file does not say'
    return { 'data-corrected': '', 'title': `Corrected by you; ${file}` }
  }
  const line: { readonly key: string; readonly part: ReactNode }[] = []
  if (article && !article.title) line.push({ key: 'none', part: 'No headline in the text' })
  if (facts?.byline)
    line.push({ key: 'byline', part: <span {...corrected('byline')}>{facts.byline}</span> })
  if (facts?.published)
    line.push({
      key: 'published',
      part: <span {...corrected('published')}>{dateWords(facts.published)}</span>,
    })
  if (facts && readingTime(facts.words) !== '')
    line.push({ key: 'time', part: readingTime(facts.words) })
  return (
    <div className="pane-facts">
      <p className="outlet">
        <span {...corrected('source')}>{facts?.source ?? ' '}</span>
      </p>
      <h2
        id={id}
        className={name === null || facts?.title ? undefined : 'file-name'}
        title={name ?? undefined}
        dir="auto"
        {...(facts?.corrected.includes('title') && corrected('title'))}
      >
        {name ?? <span className="unseen">Article</span>}
      </h2>
      {facts?.subtitle && (
        <p
          className="subtitle"
          dir="auto"
          title={facts.subtitle}
          {...(facts.corrected.includes('subtitle') && corrected('subtitle'))}
        >
          {facts.subtitle}
        </p>
      )}
      <p className="byline" dir={(name && directionOf(name)) ?? 'auto'}>
        {line.map(({ key, part }, index) => (
          <span key={key}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
      </p>
    </div>
  )
}

// What was found, article by article, each with its first hits. Enter or a click goes to the place.
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { FoundArticle, FoundHit } from '../../shared/model/search.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { goToHit } from '../actions/search.ts'
import { nameOf } from '../replica/library.ts'
import { useSearch } from '../state/search.ts'
import { backToBox } from './back-to-box.ts'

const keyOf = (article: number, hit: number): string => `${article} ${hit}`

/** @param onBack Escape, and the arrow up from the first */
export function FoundList({ onBack }: { readonly onBack: () => void }) {
  const found = useSearch((state) => state.found)
  const query = useSearch((state) => state.query)
  const at = useSearch((state) => state.at)
  const articles = query.trim() === '' ? [] : (found?.articles ?? [])
  if (articles.length === 0) return <div className="found-list" />
  return (
    <div className="found-list" onKeyDownCapture={backToBox(onBack)}>
      <ListBox
        aria-label="Found"
        selectionMode="none"
        dependencies={[at]}
        onAction={(key) => {
          const [article = 0, hit = 0] = String(key).split(' ').map(Number)
          void goToHit({ article, hit })
        }}
      >
        {articles.map((one, article) => (
          <ListBoxSection key={one.article.id} className="found-article">
            <Header className="found-title">
              <span dir="auto">{nameOf(one.article)}</span>
              <span className="muted">{factsOf(one)}</span>
            </Header>
            {rowsOf(one).map(({ hit, place }) => (
              <ListBoxItem
                key={keyOf(article, place)}
                id={keyOf(article, place)}
                className="found-hit"
                textValue={hit?.snippet.text ?? nameOf(one.article)}
                data-at={(at?.article === article && at.hit === place) || undefined}
              >
                {hit ? <Snippet hit={hit} /> : <span className="muted">Open the article</span>}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  )
}

interface Row {
  readonly hit: FoundHit | null
  /** Which of the article's hits it is. */
  readonly place: number
}

/** A snippet marks all words in it: hits that it shows already have no row of their own. */
function rowsOf({ hits }: FoundArticle): readonly Row[] {
  if (hits.length === 0) return [{ hit: null, place: 0 }]
  return hits
    .map((hit, place) => ({ hit, place }))
    .filter(({ hit }, at) => at === 0 || !isShownBy(hits[at - 1], hit))
}

const isShownBy = (before: FoundHit | undefined, hit: FoundHit): boolean =>
  before?.field === hit.field &&
  before.annotation === hit.annotation &&
  before.snippet.text === hit.snippet.text

function factsOf({ article: { source, published, state }, hits, totalHits }: FoundArticle): string {
  const more = totalHits - hits.length
  return [
    source,
    published && dateWords(published),
    state === 'missing' && 'file gone',
    more > 0 && `${more.toLocaleString()} more in it`,
  ]
    .filter(Boolean)
    .join(' · ')
}

const fieldWords: Readonly<Record<FoundHit['field'], string | null>> = {
  title: 'Title',
  about: 'About',
  tags: 'Tag',
  notes: 'Note',
  quotes: 'Highlight',
  text: null,
}

function Snippet({ hit: { field, snippet } }: { readonly hit: FoundHit }) {
  const { text, marks } = snippet
  const word = fieldWords[field]
  return (
    <span className="found-snippet" dir="auto">
      {word && <span className="found-field">{word}</span>}
      {marks.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(at === 0 ? 0 : marks[at - 1]?.end, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </span>
  )
}

// The articles of a story in their order, which is changed by dragging, or by the handle and arrows.
import { GripVertical, X } from 'lucide-react'
import { useState } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { count } from '../actions/came.ts'
import { nameOf } from '../replica/library.ts'
import { useRows } from '../replica/use-rows.ts'

export interface StoryArticlesProps {
  readonly articles: readonly string[]
  readonly onChange: (articles: readonly string[]) => void
}

const goneWords = 'An article that is not in the library any more'

/** Articles that are named at once. */
const shownAtOnce = 60

export function StoryArticles({ articles, onChange }: StoryArticlesProps) {
  const [most, setMost] = useState(shownAtOnce)
  const shown = articles.slice(0, most)
  const rows = useRows(shown)
  const items = shown.map((id) => ({ id, row: rows.get(id) }))
  const more = articles.length - shown.length
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      const moved = articles.filter((id) => keys.has(id))
      const rest = articles.filter((id) => !keys.has(id))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      onChange([...rest.slice(0, at), ...moved, ...rest.slice(at)])
    },
  })
  return (
    <>
      <GridList
        className="story-articles"
        aria-label="Articles of the story"
        selectionMode="none"
        items={items}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => (
          <p className="muted hint">None yet. Add articles below, or choose them in the library.</p>
        )}
      >
        {({ id, row }) => (
          <StoryArticle
            id={id}
            row={row}
            onRemove={() => onChange(articles.filter((other) => other !== id))}
          />
        )}
      </GridList>
      {more > 0 && (
        <p className="story-rest muted">
          and {count(more, 'more', 'more')}
          <Button className="text-button" onPress={() => setMost(most + shownAtOnce)}>
            Show {count(Math.min(more, shownAtOnce), 'more', 'more')}
          </Button>
        </p>
      )}
    </>
  )
}

interface StoryArticleProps {
  readonly id: string
  /** Null: there is none of this id; undefined: it is not known yet. */
  readonly row: ArticleSummary | null | undefined
  readonly onRemove: () => void
}

function StoryArticle({ id, row, onRemove }: StoryArticleProps) {
  const name = row ? nameOf(row) : row === null ? goneWords : '…'
  const facts = [row?.source, row?.published && dateWords(row.published)]
  return (
    <GridListItem id={id} textValue={name} className="story-article">
      <Button slot="drag" className="drag-handle" aria-label={`Move ${name}`}>
        <GripVertical size={14} aria-hidden />
      </Button>
      <span className="row-body" dir="auto">
        <span className={row ? 'row-title' : 'row-title muted'}>{name}</span>
        <span className="row-facts muted">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <Button
        className="icon-button"
        aria-label={`Take ${name} out of the story`}
        onPress={onRemove}
      >
        <X size={14} aria-hidden />
      </Button>
    </GridListItem>
  )
}

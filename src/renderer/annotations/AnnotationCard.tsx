// One highlight as a card: its quote, note and tags; the same place to write them.
import { Link2, Pencil, Tag, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { displayQuote } from '../../shared/text/quote.ts'
import {
  attachToSelection,
  changeAnnotation,
  deleteInHand,
  focusText,
  saveNote,
} from '../actions/annotate.ts'
import { goToAnnotation } from '../actions/open.ts'
import { ColorDots } from '../parts/ColorDots.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { placeOf } from '../parts/place.ts'
import { draftKey, takeInHand, useAnnotations } from '../state/annotations.ts'
import { NoteBox } from './NoteBox.tsx'
import { NoteText } from './NoteText.tsx'
import { TagBox } from './TagBox.tsx'

export interface AnnotationCardProps {
  readonly article: string
  readonly resolved: ResolvedAnnotation
  /** The article's annotations cannot be changed now. */
  readonly frozen: boolean
}

export function AnnotationCard({ article, resolved, frozen }: AnnotationCardProps) {
  const { annotation, anchor } = resolved
  const { id, color, tags, note, target } = annotation
  const active = useAnnotations((state) => state.inHand?.id === id)
  const editing = useAnnotations((state) => (state.inHand?.id === id ? state.editing : null))
  const draft = useAnnotations((state) => state.drafts.get(draftKey(id)))
  const card = useRef<HTMLLIElement>(null)
  const quote = displayQuote(target.exact)
  const orphan = anchor.state === 'orphaned'
  const take = { article, id }

  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const leave = () => {
    takeInHand(take)
    focusText(article)
  }

  return (
    <li
      ref={card}
      className="card"
      data-color={color}
      data-active={active || undefined}
      // Keys act on what is in hand, and that is the card one is in.
      onFocus={() => {
        if (!active) takeInHand(take)
      }}
    >
      <button
        type="button"
        className="card-quote"
        aria-current={active || undefined}
        title={orphan ? 'The words it was made on' : 'Show in the text'}
        onClick={() => (orphan ? takeInHand(take) : void goToAnnotation(article, id))}
      >
        <q dir="auto">{quote}</q>
      </button>
      {editing === 'note' && !frozen ? (
        <NoteBox article={article} id={id} note={note} unsaved={draft} onLeave={leave} />
      ) : (
        (draft ?? note) !== '' && <NoteText note={draft ?? note} />
      )}
      {draft !== undefined && editing !== 'note' && (
        <p className="unsaved" role="status">
          This note is not saved yet.
          <button
            type="button"
            className="text-button"
            onClick={() => void saveNote(article, id, draft)}
          >
            Try again
          </button>
        </p>
      )}
      {editing === 'tags' && !frozen ? (
        <TagBox
          tags={tags}
          onChange={(next) => changeAnnotation(article, id, { tags: next })}
          onLeave={leave}
        />
      ) : (
        tags.length > 0 && (
          <ul className="pills" aria-label="Tags">
            {tags.map((tag) => (
              <li key={tag} className="pill">
                {tag}
              </li>
            ))}
          </ul>
        )
      )}
      <footer>
        <span className="muted place">{orphan ? 'not found' : placeOf(article, anchor.start)}</span>
        {anchor.state === 'moved' && (
          <span className="muted" title="The file has changed since; the passage was found again.">
            · found again
          </span>
        )}
        {!frozen && (
          <span className="card-tools">
            {orphan && (
              <IconButton
                name="Attach to the selected text"
                icon={Link2}
                size={14}
                onPress={() => void attachToSelection(article, id)}
              />
            )}
            <IconButton
              name={tags.length > 0 ? 'Edit tags' : 'Add tags'}
              icon={Tag}
              size={14}
              pressed={editing === 'tags'}
              onPress={() => takeInHand(take, editing === 'tags' ? null : 'tags')}
            />
            <IconButton
              name={note === '' ? 'Add a note' : 'Edit note'}
              icon={Pencil}
              size={14}
              pressed={editing === 'note'}
              onPress={() => takeInHand(take, editing === 'note' ? null : 'note')}
            />
            <IconButton
              name="Delete highlight"
              icon={Trash2}
              size={14}
              onPress={() => {
                takeInHand(take)
                void deleteInHand()
              }}
            />
          </span>
        )}
      </footer>
      {active && !frozen && (
        <ColorDots
          chosen={color}
          onChoose={(next) => void changeAnnotation(article, id, { color: next })}
        />
      )}
    </li>
  )
}

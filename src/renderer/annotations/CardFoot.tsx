// The foot of a card: where its passage stands, and what can be done with it.
import { Link2, Pencil, Tag, Trash2 } from 'lucide-react'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { isDetached } from '../../shared/model/detached.ts'
import { deleteInHand } from '../actions/annotate.ts'
import { attach } from '../actions/place.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { placeOf } from '../parts/place.ts'
import { takeInHand } from '../state/annotations.ts'

export interface CardFootProps {
  readonly article: string
  readonly resolved: ResolvedAnnotation
  /** Which part of it is being written. */
  readonly editing: 'tags' | 'note' | null
  readonly frozen: boolean
}

export function CardFoot({ article, resolved, editing, frozen }: CardFootProps) {
  const { annotation, anchor } = resolved
  const { id, tags, note, target } = annotation
  const orphan = anchor.state === 'orphaned'
  const take = { article, id }
  return (
    <footer>
      <span className="muted place">
        {!orphan
          ? placeOf(article, anchor.start)
          : isDetached(target)
            ? 'detached by you'
            : 'not found'}
      </span>
      {!frozen && (
        <span className="card-tools">
          {orphan && (
            <IconButton
              name="Attach to the selected text"
              icon={Link2}
              size={14}
              action="attach"
              onPress={() => void attach(take)}
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
  )
}

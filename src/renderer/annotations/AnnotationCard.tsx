// One highlight as a card: its quote, note and tags; the same place to write them.
import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { quotationOf } from '../../shared/export/quotation.ts'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { partsOfWords, passageText } from '../../shared/text/passage.ts'
import { changeAnnotation, focusText, saveNote } from '../actions/annotate.ts'
import { goToAnnotation } from '../actions/open.ts'
import { Boundary } from '../parts/Boundary.tsx'
import { ColorDots } from '../parts/ColorDots.tsx'
import { TagBox } from '../parts/TagBox.tsx'
import { TagPills } from '../parts/TagPills.tsx'
import { draftKey, takeInHand, useAnnotations } from '../state/annotations.ts'
import { usePanes } from '../state/panes.ts'
import { CardFoot } from './CardFoot.tsx'
import { FoundAgain } from './FoundAgain.tsx'
import { NoteBox } from './NoteBox.tsx'
import { NoteText } from './NoteText.tsx'
import { Versions } from './Versions.tsx'

export interface AnnotationCardProps {
  readonly article: string
  readonly resolved: ResolvedAnnotation
  /** The article's annotations cannot be changed now. */
  readonly frozen: boolean
}

/** A card that cannot be drawn says so in its place among the others. */
export const AnnotationCard = memo((props: AnnotationCardProps) => (
  <Boundary
    what="This highlight"
    shown="line"
    from={props.resolved}
    frame={(failure) => (
      <div className="card" data-color={props.resolved.annotation.color}>
        {failure}
      </div>
    )}
  >
    <Card {...props} />
  </Boundary>
))

function Card({ article, resolved, frozen }: AnnotationCardProps) {
  const { annotation, anchor } = resolved
  const { id, color, tags, note } = annotation
  const { active, editing, draft } = useStateOf(id)
  const orphan = anchor.state === 'orphaned'
  const take = { article, id }

  const leave = () => {
    takeInHand(take)
    focusText(article)
  }

  return (
    <div
      className="card"
      data-color={color}
      data-annotation={id}
      data-active={active || undefined}
      data-found-again={anchor.state === 'moved' || undefined}
    >
      <button
        type="button"
        className="card-quote"
        aria-current={active || undefined}
        title={orphan ? 'The words it was made on' : 'Show in the text'}
        onClick={() => (orphan ? takeInHand(take) : void goToAnnotation(article, id))}
      >
        <q dir="auto">
          <QuotedWords article={article} resolved={resolved} />
        </q>
      </button>
      {anchor.state === 'moved' && (
        <FoundAgain
          article={article}
          annotation={annotation}
          anchor={anchor}
          whole={active}
          frozen={frozen}
        />
      )}
      {editing === 'note' && !frozen ? (
        <NoteBox article={article} id={id} note={note} unsaved={draft} onLeave={leave} />
      ) : (
        (draft ?? note) !== '' && <NoteText note={draft ?? note} />
      )}
      {draft !== undefined && editing !== 'note' && (
        <Unsaved onTry={() => void saveNote(article, id, draft)} />
      )}
      {editing === 'tags' && !frozen ? (
        <TagBox
          tags={tags}
          onChange={(next) => changeAnnotation(article, id, { tags: next })}
          onLeave={leave}
        />
      ) : (
        tags.length > 0 && <TagPills tags={tags} />
      )}
      {annotation.versions && (
        <Versions article={article} id={id} versions={annotation.versions} frozen={frozen} />
      )}
      <CardFoot article={article} resolved={resolved} editing={editing} frozen={frozen} />
      {active && !frozen && (
        <ColorDots
          chosen={color}
          onChoose={(next) => void changeAnnotation(article, id, { color: next })}
        />
      )}
    </div>
  )
}

/** What stands in the text where it was found again; else the words that it was made on; in their lines. */
function QuotedWords({ article, resolved }: Pick<AnnotationCardProps, 'article' | 'resolved'>) {
  return usePanes(({ opened }) => {
    const shown = opened.get(article)
    const { annotation, anchor } = resolved
    if (shown?.state !== 'open') return passageText(partsOfWords(annotation.target.exact))
    const { made, remark } = quotationOf(shown.article, resolved)
    return passageText((anchor.state === 'moved' && remark?.now) || made)
  })
}

/** What the window holds of one card beside its annotation. One look for all of it: there may be many cards. */
const useStateOf = (id: string) =>
  useAnnotations(
    useShallow(({ inHand, editing, drafts }) => {
      const active = inHand?.id === id
      return { active, editing: active ? editing : null, draft: drafts.get(draftKey(id)) }
    }),
  )

const Unsaved = ({ onTry }: { onTry: () => void }) => (
  <p className="unsaved" role="status">
    This note is not saved yet.
    <button type="button" className="text-button" onClick={onTry}>
      Try again
    </button>
  </p>
)

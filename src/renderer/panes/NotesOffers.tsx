// A quiet line over the text: notes of an article whose file is gone seem to belong to this one, or those of
// this one to another. Nothing is moved by it but on the reader's word, in the dialog.
import { useEffect, useState } from 'react'
import type { NotesOffer } from '../../shared/calls/notes.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { count } from '../actions/came.ts'
import { moveNotes, notesOffersFor } from '../actions/move-notes.ts'
import { offerWords } from '../parts/offer-words.ts'
import { useCounts } from '../replica/counts.ts'
import { nameOf } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import { offerKey, putAway, useMoving } from '../state/moving.ts'

export function NotesOffers({
  article,
}: {
  readonly article: Pick<OpenArticle, 'id' | 'version' | 'frozen'>
}) {
  const { id, version, frozen } = article
  const [offers, setOffers] = useState<readonly NotesOffer[]>([])
  const away = useMoving((state) => state.away)
  // Others may have come or gone by then; what is offered may have been moved.
  const articles = useCounts(({ counts }) => counts?.articles)
  const notes = useRow(id)?.annotations ?? 0
  const offered = offers.length > 0 ? notes : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when something else may hold
  useEffect(() => {
    let isLast = true
    void notesOffersFor(id).then((all) => isLast && setOffers(all))
    return () => {
      isLast = false
    }
  }, [id, version, articles, offered])

  const shown = frozen ? [] : offers.filter((offer) => !away.has(offerKey(offer)))
  if (shown.length === 0) return null
  return (
    <div className="pane-notices notes-offers" role="status">
      {shown.map((offer) => (
        <p key={offerKey(offer)}>
          {offer.to === id ? (
            <span>
              <bdi>“{offer.path}”</bdi>, whose file is gone, has {count(offer.annotations, 'note')}{' '}
              that may belong here ({offerWords(offer)}).
            </span>
          ) : (
            <span>
              {offer.annotations === 1 ? 'Its note' : `Its ${offer.annotations} notes`} may belong
              to <bdi>“{nameOf(offer)}”</bdi>, {offer.path} ({offerWords(offer)}).
            </span>
          )}
          <button
            type="button"
            className="text-button"
            onClick={() => moveNotes(offer.from, offer.to)}
          >
            Look and move…
          </button>
          <button type="button" className="text-button" onClick={() => putAway(offer)}>
            Not now
          </button>
        </p>
      ))}
    </div>
  )
}

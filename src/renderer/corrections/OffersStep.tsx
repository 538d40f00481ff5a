// After a correction: the other articles of the outlet that it would suit, for the reader to choose.
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import type { CorrectionOffer } from '../../shared/model/reading.ts'
import { applyOffers } from '../actions/correct.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { nameOf } from '../replica/library.ts'
import { closeDialog, closeDone, tell } from '../state/ui.ts'
import { chosenOf, keyOf } from './chosen-offers.ts'

export interface OffersStepProps {
  readonly article: OpenArticle
  readonly offers: readonly CorrectionOffer[]
}

export function OffersStep({ article, offers }: OffersStepProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [applying, setApplying] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const chosen = chosenOf(offers, left)
  const count = new Set(chosen.flatMap(({ articles }) => articles)).size

  const toggle = (key: string, on: boolean) =>
    setLeft((now) => {
      const next = new Set(now)
      if (on) next.delete(key)
      else next.add(key)
      return next
    })

  const apply = async () => {
    setApplying(true)
    const failed = await applyOffers(article.id, chosen)
    setApplying(false)
    if (failed) {
      setError(failed)
      return
    }
    closeDone('correct')
    tell(`Corrected in ${count} other ${count === 1 ? 'article' : 'articles'}.`)
  }

  return (
    <DialogFrame
      title={article.source ? `Also for other articles of ${article.source}?` : 'Also elsewhere?'}
      onClose={closeDialog}
    >
      <p className="muted">
        Your corrections of this article are saved. They would suit these as well:
      </p>
      {offers.map((offer) => (
        <fieldset key={offer.id} className="offer">
          <legend>{offer.what}</legend>
          {offer.articles.map((other) => {
            const key = keyOf(offer.id, other.article)
            return (
              <Checkbox
                key={key}
                className="toggle"
                isSelected={!left.has(key)}
                onChange={(on) => toggle(key, on)}
              >
                <span className="toggle-box" aria-hidden />
                <span className="offer-name">{nameOf(other)}</span>
              </Checkbox>
            )
          })}
        </fieldset>
      ))}
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      <footer className="dialog-footer">
        <span />
        <Button className="button" onPress={closeDialog}>
          Only this one
        </Button>
        <Button
          className="button primary"
          autoFocus
          isDisabled={applying || count === 0}
          onPress={() => void apply()}
        >
          {count === 0 ? 'Correct' : `Correct ${count} more`}
        </Button>
      </footer>
    </DialogFrame>
  )
}

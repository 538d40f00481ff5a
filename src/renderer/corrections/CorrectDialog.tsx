// The facts of an article in the reader's own words. The file stays as it is, and what it says stays
// in sight.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import type { MetaField, OpenArticle } from '../../shared/model/library.ts'
import type { CorrectionOffer } from '../../shared/model/reading.ts'
import { focusText } from '../actions/annotate.ts'
import { offersFor, saveFacts } from '../actions/correct.ts'
import { tellStep } from '../actions/tell-step.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useCorrections } from '../state/corrections.ts'
import { usePanes } from '../state/panes.ts'
import { closeDialog, closeDone } from '../state/ui.ts'
import { FactField } from './FactField.tsx'
import { draftOf, errorsIn, fields, patchOf } from './facts-draft.ts'
import { OffersStep } from './OffersStep.tsx'
import './corrections.css'

/** Milliseconds after which the keyboard is where a closed dialog has put it. */
const focusAfter = 60

export function CorrectDialog() {
  const id = useCorrections((state) => state.article)
  const opened = usePanes((state) => (id === null ? undefined : state.opened.get(id)))
  const [offers, setOffers] = useState<readonly CorrectionOffer[] | null>(null)
  useEffect(
    () => () => {
      // Of two steps the second gives the keyboard back to the first, which is gone.
      setTimeout(() => {
        if (document.activeElement === document.body) focusText(id ?? undefined)
      }, focusAfter)
    },
    [id],
  )
  if (opened?.state !== 'open') return null
  const { article } = opened
  return offers ? (
    <OffersStep article={article} offers={offers} />
  ) : (
    <Facts key={article.id} article={article} onOffers={setOffers} />
  )
}

interface FactsProps {
  readonly article: OpenArticle
  readonly onOffers: (offers: readonly CorrectionOffer[]) => void
}

function Facts({ article, onOffers }: FactsProps) {
  const [draft, setDraft] = useState(() => draftOf(article))
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const errors = errorsIn(draft)
  const wrong = fields.find((field) => errors[field] !== undefined)
  const set = (field: MetaField, value: string) => setDraft((now) => ({ ...now, [field]: value }))

  const save = async () => {
    setAsked(true)
    if (wrong) {
      document.getElementById(`fact-${wrong}`)?.focus()
      return
    }
    const patch = patchOf(draft, article, article.said)
    if (Object.keys(patch).length === 0) {
      closeDialog()
      return
    }
    setSaving(true)
    const answer = await saveFacts(article.id, patch)
    if (!answer.ok) {
      setSaving(false)
      setError(answer.error)
      return
    }
    const offers = await offersFor(article.id)
    setSaving(false)
    if (offers.length > 0) onOffers(offers)
    else {
      closeDone('correct')
      tellStep('The corrections are saved.')
    }
  }

  return (
    <DialogFrame title="Correct this article" onClose={closeDialog}>
      <p className="muted">
        Your words are shown in place of the file’s, and kept with your notes. The file “
        {article.path.split('/').at(-1)}” stays as it is.
      </p>
      <form
        className="facts"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {fields.map((field) => (
          <FactField
            key={field}
            field={field}
            value={draft[field]}
            said={article.said[field]}
            error={asked ? errors[field] : undefined}
            onChange={(value) => set(field, value)}
          />
        ))}
        {error && (
          <p className="field-error" role="alert">
            {error.message} {error.advice}
          </p>
        )}
        <footer className="dialog-footer">
          <span />
          <Button className="button" onPress={closeDialog}>
            Cancel
          </Button>
          <Button className="button primary" type="submit" isDisabled={saving}>
            Save
          </Button>
        </footer>
      </form>
    </DialogFrame>
  )
}

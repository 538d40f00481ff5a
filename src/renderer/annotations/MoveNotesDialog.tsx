// Moving an article's notes to another: first which, then what would be found there, then, on the reader's
// word, that it is done.
import { useEffect, useState } from 'react'
import { Autocomplete, Button, Input, SearchField } from 'react-aria-components'
import type { MovedNotes, NotesOffer } from '../../shared/calls/notes.ts'
import type { AppError } from '../../shared/errors.ts'
import { count } from '../actions/came.ts'
import { forecastOf, moveNotesNow, notesOffersFor } from '../actions/move-notes.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { articleItem, type Item, ItemList, noneFound } from '../parts/ItemList.tsx'
import { offerWords } from '../parts/offer-words.ts'
import { useFoundRows } from '../replica/found-rows.ts'
import { nameOf } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import { useMoving } from '../state/moving.ts'
import { closeDialog } from '../state/ui.ts'
import './move-notes.css'

export function MoveNotesDialog() {
  const { from, to } = useMoving()
  if (from === null) return null
  return to === null ? <Choose from={from} /> : <Look from={from} to={to} />
}

/** Rows shown at most: what is not among them is found by typing on. */
const shownMost = 40

function Choose({ from }: { readonly from: string }) {
  const [typed, setTyped] = useState('')
  const [offers, setOffers] = useState<readonly NotesOffer[]>([])
  const found = useFoundRows(typed, shownMost)
  useEffect(() => {
    let isLast = true
    void notesOffersFor(from).then(
      (all) => isLast && setOffers(all.filter((each) => each.from === from)),
    )
    return () => {
      isLast = false
    }
  }, [from])
  const offered = typed === '' ? offers : []
  const items: readonly Item[] = [
    ...offered.map((offer) => ({
      id: offer.to,
      name: nameOf(offer),
      hint: `${offerWords(offer)} · ${offer.path}`,
    })),
    ...found.rows
      .filter(({ id, state }) => id !== from && state !== 'missing')
      .filter(({ id }) => !offered.some((offer) => offer.to === id))
      .map(articleItem),
  ]
  return (
    <DialogFrame title="Move notes to another article" onClose={closeDialog}>
      <Whose article={from} />
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="palette-field" aria-label="Article that is to have them" autoFocus>
          <Input placeholder="Type a headline, outlet or file" />
        </SearchField>
        <ItemList
          className="palette-list"
          label="Articles"
          items={items}
          onAction={(id) => useMoving.setState({ to: id })}
          empty={noneFound(found, typed)}
        />
      </Autocomplete>
    </DialogFrame>
  )
}

function Whose({ article }: { readonly article: string }) {
  const row = useRow(article)
  if (!row) return null
  const gone = row.state === 'missing' ? ' Its file is gone.' : ''
  return (
    <p>
      <bdi>“{nameOf(row)}”</bdi> ({row.path}) has {count(row.annotations, 'note')}.{gone} Choose the
      article that is to have what you made of it; you see what is found there before anything is
      moved.
    </p>
  )
}

interface LookProps {
  readonly from: string
  readonly to: string
}

function Look({ from, to }: LookProps) {
  const [mine, other] = [useRow(from), useRow(to)]
  const [forecast, setForecast] = useState<MovedNotes | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [moving, setMoving] = useState(false)
  useEffect(() => {
    let isLast = true
    void forecastOf(from, to).then((answer) => {
      if (!isLast) return
      setForecast(answer.ok ? answer.value : null)
      setError(answer.ok ? null : answer.error)
    })
    return () => {
      isLast = false
    }
  }, [from, to])
  const move = async () => {
    setMoving(true)
    setError(await moveNotesNow(from, to, mine?.state === 'missing'))
    setMoving(false)
  }
  return (
    <DialogFrame title="Move notes to another article" onClose={closeDialog}>
      <p>
        From <bdi>“{mine ? nameOf(mine) : '…'}”</bdi> ({mine?.path}) to{' '}
        <bdi>“{other ? nameOf(other) : '…'}”</bdi> ({other?.path}):
      </p>
      {!forecast && !error && <p role="status">Looking for the passages…</p>}
      {forecast && <Forecast {...forecast} />}
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      <footer className="dialog-footer">
        <Button className="text-button" onPress={() => useMoving.setState({ to: null })}>
          Choose another article
        </Button>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={!forecast || moving}
          onPress={() => void move()}
        >
          {forecast && forecast.annotations > 0
            ? `Move ${count(forecast.annotations, 'note')}`
            : 'Move'}
        </Button>
      </footer>
    </DialogFrame>
  )
}

function Forecast(moved: MovedNotes) {
  const lines = [
    ['Found on the words they were made on', moved.exact],
    ['Found again elsewhere or in changed words, for you to confirm', moved.changed],
    ['Not found (kept, and listed apart)', moved.lost],
    ['Corrections that go along', moved.corrections],
    ['Stories that name the other article from then on', moved.stories],
    ['Verdicts on matches that go along', moved.verdicts],
  ] as const
  return (
    <div role="status">
      <dl className="move-forecast" aria-label="What moving would do">
        {lines.map(([what, many], at) =>
          // Of the notes nothing is left unsaid; of the rest what there is.
          at < 3 || many > 0 ? <Line key={what} what={what} many={many} /> : null,
        )}
        {moved.reading && <Line what="How far you have read" many="goes along" />}
      </dl>
    </div>
  )
}

const Line = ({ what, many }: { readonly what: string; readonly many: number | string }) => (
  <>
    <dt>{what}</dt>
    <dd>{many}</dd>
  </>
)

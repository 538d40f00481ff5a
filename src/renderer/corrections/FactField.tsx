// One fact: the reader's word, what the file says where that is another, and the way back to it.
import { Button } from 'react-aria-components'
import type { MetaField } from '../../shared/model/library.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { dateError } from './facts-draft.ts'

const labels: Readonly<Record<MetaField, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  byline: 'Author',
  source: 'Outlet',
  published: 'Published',
  language: 'Language',
}

export interface FactFieldProps {
  readonly field: MetaField
  readonly value: string
  /** What the file says; null: nothing. */
  readonly said: string | null
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

export function FactField({ field, value, said, error, onChange }: FactFieldProps) {
  const id = `fact-${field}`
  const corrected = value.trim() !== (said ?? '')
  const date = field === 'published' && dateError(value.trim()) === null ? dateWords(value) : ''
  const hint =
    field === 'published' ? '2026-03-04, 2026-03 or 2026' : field === 'language' ? 'en, pt-BR' : ''
  const shared = {
    id,
    value,
    'dir': 'auto' as const,
    'placeholder': hint,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': `${id}-said ${id}-error`,
    'spellCheck': false,
  }
  return (
    <div className="fact" data-corrected={corrected || undefined}>
      <label htmlFor={id}>{labels[field]}</label>
      {field === 'title' || field === 'subtitle' ? (
        <textarea
          {...shared}
          rows={2}
          onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
      <div className="fact-notes">
        {date !== '' && date !== value && <span className="muted">{date}</span>}
        <span id={`${id}-said`} className="muted">
          {corrected && (said === null ? 'The file does not say.' : `The file says: ${said}`)}
        </span>
        {corrected && (
          <Button
            className="text-button"
            aria-label={`${labels[field]}: use what the file says`}
            onPress={() => {
              onChange(said ?? '')
              document.getElementById(id)?.focus()
            }}
          >
            Use what the file says
          </Button>
        )}
      </div>
      <p id={`${id}-error`} className="fact-error" aria-live="polite">
        {error}
      </p>
    </div>
  )
}

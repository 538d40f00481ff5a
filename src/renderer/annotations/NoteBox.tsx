// Where a note is written: saved while one types and when one leaves, as one step of undo.
import { useEffect, useRef, useState } from 'react'
import { saveNote } from '../actions/annotate.ts'
import { api } from '../client/api.ts'
import { registerLastWord } from '../state/last-words.ts'

export interface NoteBoxProps {
  readonly article: string
  readonly id: string
  /** What is saved. */
  readonly note: string
  /** What was written and could not be saved. */
  readonly unsaved: string | undefined
  readonly onLeave: () => void
}

/** Milliseconds of rest before what was typed is saved. */
const rest = 500

export function NoteBox({ article, id, note, unsaved, onLeave }: NoteBoxProps) {
  const [draft, setDraft] = useState(unsaved ?? note)
  const box = useRef<HTMLTextAreaElement>(null)
  const saved = useRef(note)
  const latest = useRef(draft)
  // Another library may be shown by the time the box is left: the note is of the one it was begun in.
  const library = useRef(api.shownLibrary())
  const underWay = useRef<{ readonly text: string; readonly done: Promise<boolean> } | null>(null)

  /** Gives whether what is in the box is saved; what is not is kept as a draft, and tried again. */
  const save = async (): Promise<boolean> => {
    const text = latest.current
    if (text === saved.current) return true
    if (underWay.current?.text === text) return underWay.current.done
    const asked = { text, done: saveNote(article, id, text, library.current) }
    underWay.current = asked
    const done = await asked.done
    if (done) saved.current = text
    if (underWay.current === asked) underWay.current = null
    return done
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once; `save` reads only refs
  useEffect(() => {
    const element = box.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    const flush = () => void save()
    window.addEventListener('pagehide', flush)
    const spoken = registerLastWord(save)
    return () => {
      spoken()
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a rest after each change of the draft
  useEffect(() => {
    const timer = setTimeout(() => void save(), rest)
    return () => clearTimeout(timer)
  }, [draft])

  return (
    <textarea
      ref={box}
      className="note-box"
      aria-label="Note, in Markdown"
      placeholder="Note (Markdown). Esc when done."
      rows={Math.min(12, Math.max(3, draft.split('\n').length + 1))}
      dir="auto"
      value={draft}
      onChange={(event) => {
        latest.current = event.target.value
        setDraft(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault()
          void save().then((done) => done && onLeave())
        }
      }}
    />
  )
}

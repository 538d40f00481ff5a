// Annotating the ticked rows: all their passages in all their articles at once,
// with one colour, the same tags and the same note, as one step of undo.
import { Highlighter } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { FactRow } from '../../../shared/comparison/fact-rows.ts'
import { keyOf } from '../../../shared/comparison/look-up.ts'
import type { Color } from '../../../shared/model/color.ts'
import { annotateSentences } from '../../actions/annotate-many.ts'
import { count } from '../../actions/came.ts'
import { ColorDots } from '../../parts/ColorDots.tsx'
import { TagBox } from '../../parts/TagBox.tsx'
import { useApp } from '../../state/app.ts'

export interface AnnotateRowsProps {
  readonly rows: readonly FactRow[]
  readonly onDone: () => void
}

export function AnnotateRows({ rows, onDone }: AnnotateRowsProps) {
  const [open, setOpen] = useState(false)
  const all = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.passages))
  // A possible match may stand in two rows.
  const passages = [...new Map(all.map((each) => [keyOf(each), each])).values()]
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="button annotate-rows" isDisabled={passages.length === 0}>
        <Highlighter size={14} aria-hidden />
        {rows.length === 0 ? 'Annotate' : `Annotate ${count(rows.length, 'row')}…`}
      </Button>
      <Popover className="popover" placement="top end">
        <Dialog className="annotate-form" aria-label="Annotate the ticked rows">
          <Form
            words={`Highlight ${count(passages.length, 'passage')}`}
            onSave={async (color, tags, note) => {
              if (!(await annotateSentences(passages, { color, tags, note }))) return
              setOpen(false)
              onDone()
            }}
            onLeave={() => setOpen(false)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface FormProps {
  readonly words: string
  readonly onSave: (color: Color, tags: readonly string[], note: string) => Promise<void>
  readonly onLeave: () => void
}

function Form({ words, onSave, onLeave }: FormProps) {
  const [color, setColor] = useState(useApp.getState().settings.lastColor)
  const [tags, setTags] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [saving, setSaving] = useState(false)
  return (
    <>
      <ColorDots chosen={color} onChoose={setColor} />
      <TagBox
        waits
        tags={tags}
        onChange={async (next) => {
          setTags(next)
          return true
        }}
        onLeave={onLeave}
      />
      <textarea
        className="note-box"
        aria-label="Note for each passage, in Markdown"
        placeholder="Note for each passage (Markdown)"
        rows={3}
        dir="auto"
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <button
        type="button"
        className="button primary"
        disabled={saving}
        onClick={() => {
          setSaving(true)
          void onSave(color, tags, note).finally(() => setSaving(false))
        }}
      >
        {words}
      </button>
    </>
  )
}

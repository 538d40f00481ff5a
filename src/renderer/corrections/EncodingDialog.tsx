// Reading a file with another encoding: its first lines in each, for the reader to see which is right.
import { useEffect, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import type { CallResult } from '../../shared/calls.ts'
import { type EncodingName, encodingInWords } from '../../shared/encodings.ts'
import type { AppError } from '../../shared/errors.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { encodingsFor, readWith } from '../actions/read-encoding.ts'
import { tellStep } from '../actions/tell-step.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useCorrections } from '../state/corrections.ts'
import { usePanes } from '../state/panes.ts'
import { closeDialog, closeDone } from '../state/ui.ts'
import './corrections.css'

type Offered = CallResult<'article-encodings'>

/** Stands for the encoding that is found. */
const asFound = 'as-found'

export function EncodingDialog() {
  const id = useCorrections((state) => state.article)
  const opened = usePanes((state) => (id === null ? undefined : state.opened.get(id)))
  return opened?.state === 'open' ? <Encodings article={opened.article} /> : null
}

function Encodings({ article }: { readonly article: OpenArticle }) {
  const [offered, setOffered] = useState<Offered | null>(null)
  const [chosen, setChosen] = useState<string>(asFound)
  const [error, setError] = useState<AppError | null>(null)
  const [saving, setSaving] = useState(false)
  const { id } = article

  useEffect(() => {
    let stale = false
    void encodingsFor(id).then((answer) => {
      if (stale) return
      if (!answer.ok) return setError(answer.error)
      setOffered(answer.value)
      setChosen(answer.value.chosen ?? asFound)
    })
    return () => {
      stale = true
    }
  }, [id])

  const save = async () => {
    setSaving(true)
    const encoding = offered?.previews.find((each) => each.encoding === chosen)?.encoding ?? null
    const answer = await readWith(id, encoding)
    setSaving(false)
    if (!answer.ok) return setError(answer.error)
    closeDone('encoding')
    const read = encodingInWords(encoding ?? offered?.found ?? '')
    tellStep(`Read as ${read}. Undo takes it back.`)
  }

  return (
    <DialogFrame title="Read with another encoding" onClose={closeDialog} wide>
      <p className="muted">
        The first lines of “{article.path.split('/').at(-1)}” in each encoding, the likeliest first.
        Choose the one that reads right; the file stays as it is, and your notes find their words
        again.
      </p>
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      {offered ? (
        <Choices offered={offered} chosen={chosen} onChange={setChosen} />
      ) : (
        !error && <p role="status">Looking at the file…</p>
      )}
      <footer className="dialog-footer">
        <span />
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={!offered || saving || chosen === (offered.chosen ?? asFound)}
          onPress={() => void save()}
        >
          Read so
        </Button>
      </footer>
    </DialogFrame>
  )
}

interface ChoicesProps {
  readonly offered: Offered
  readonly chosen: string
  readonly onChange: (value: string) => void
}

function Choices({ offered: { found, chosen: kept, previews }, chosen, onChange }: ChoicesProps) {
  const first = previews.find(({ encoding }) => encoding === found)
  const others = previews.filter(({ encoding }) => encoding !== found || encoding === kept)
  return (
    <RadioGroup className="encodings" value={chosen} onChange={onChange}>
      <Label className="unseen">Encoding</Label>
      <Choice
        value={asFound}
        name={`As found: ${encodingInWords(found)}`}
        words={first?.words ?? ''}
        bad={first?.bad ?? 0}
      />
      {others.map(({ encoding, words, bad }) => (
        <Choice
          key={encoding}
          value={encoding}
          name={encodingInWords(encoding)}
          words={words}
          bad={bad}
        />
      ))}
    </RadioGroup>
  )
}

interface ChoiceProps {
  readonly value: EncodingName | typeof asFound
  readonly name: string
  readonly words: string
  readonly bad: number
}

const Choice = ({ value, name, words, bad }: ChoiceProps) => (
  <Radio value={value} className="encoding">
    <span className="encoding-name">
      {name}
      {bad > 0 && (
        <span className="muted">
          {bad === 1 ? '1 place cannot be read' : `${bad} places cannot be read`}
        </span>
      )}
    </span>
    <span className="encoding-words" dir="auto">
      {words || 'Nothing in it differs from plain ASCII.'}
    </span>
  </Radio>
)

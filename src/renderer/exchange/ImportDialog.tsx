// Bringing notes in: first what would happen, then, on the reader's word, that it happens.
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { ImportReport } from '../../shared/calls/exchange.ts'
import type { AppError } from '../../shared/errors.ts'
import { importFrom } from '../actions/exchange.ts'
import { api } from '../client/api.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { closeDialog } from '../state/ui.ts'

interface Chosen {
  readonly name: string
  readonly text: string
}

export function ImportDialog() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [error, setError] = useState<AppError | null>(null)

  const look = async (file: File) => {
    const text = await file.text()
    setChosen({ name: file.name, text })
    const answer = await api.call('library-import', { name: file.name, text, dryRun: true })
    setReport(answer.ok ? answer.value : null)
    setError(answer.ok ? null : answer.error)
  }

  const notes = report ? report.anchored + report.moved + report.orphaned : 0
  const { stories = 0, verdicts = 0 } = report ?? {}
  const fresh = notes + stories + verdicts
  return (
    <DialogFrame title="Import annotations" onClose={closeDialog}>
      <p>
        Choose a JSON file that Parallax exported. You see what it would add before anything is
        changed.
      </p>
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => files?.[0] && void look(files[0])}
      >
        <Button className="button">
          {chosen ? `Another file (now ${chosen.name})` : 'Choose file…'}
        </Button>
      </FileTrigger>
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      {report && <Forecast report={report} />}
      <footer className="dialog-footer">
        <span className="muted">{report && fresh === 0 ? 'There is nothing new in it.' : ''}</span>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={!chosen || fresh === 0}
          onPress={() => chosen && void importFrom(chosen)}
        >
          Import {notes > 0 ? notes : ''}
        </Button>
      </footer>
    </DialogFrame>
  )
}

/** What the import would do. */
function Forecast({ report }: { readonly report: ImportReport }) {
  const { stories = 0, verdicts = 0 } = report
  return (
    <>
      <dl className="report" aria-label="What the import would do">
        <dt>In the file</dt>
        <dd>{report.read}</dd>
        <dt>Found where they were</dt>
        <dd>{report.anchored}</dd>
        <dt>Found elsewhere in the text</dt>
        <dd>{report.moved}</dd>
        <dt>Not found (kept as orphans)</dt>
        <dd>{report.orphaned}</dd>
        <dt>Here already (left as they are)</dt>
        <dd>{report.duplicates}</dd>
        {report.joined > 0 && (
          <>
            <dt>Here, but changed later in the file (joined)</dt>
            <dd>{report.joined}</dd>
          </>
        )}
        {stories > 0 && (
          <>
            <dt>New stories</dt>
            <dd>{stories}</dd>
          </>
        )}
        {verdicts > 0 && (
          <>
            <dt>New verdicts on matches</dt>
            <dd>{verdicts}</dd>
          </>
        )}
      </dl>
      {report.lost.length > 0 && (
        <ul className="problems" aria-label="Left out">
          {report.lost.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

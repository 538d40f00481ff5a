// Bringing notes in: first what would happen, then, on the reader's word, that it happens.
import { useRef, useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { ImportReport } from '../../shared/calls/exchange.ts'
import type { AppError } from '../../shared/errors.ts'
import { twinsInWords } from '../../shared/import/report-words.ts'
import type { DuplicateChoice } from '../../shared/import/twins.ts'
import { type ImportChoice, importFrom } from '../actions/exchange.ts'
import { api } from '../client/api.ts'
import { Choice } from '../parts/Choice.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { closeDialog } from '../state/ui.ts'
import './exchange.css'

/** What is done with highlights that are here under other ids. */
const choices: readonly { readonly value: DuplicateChoice; readonly label: string }[] = [
  { value: 'skip', label: 'Skip' },
  { value: 'keep', label: 'Keep both' },
  { value: 'replace', label: 'Replace those here' },
]

export function ImportDialog() {
  const [chosen, setChosen] = useState<ImportChoice | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const asked = useRef<ImportChoice | null>(null)

  const look = async (next: ImportChoice) => {
    asked.current = next
    setChosen(next)
    const answer = await api.call('library-import', { ...next, dryRun: true })
    // Another file or choice was asked about meanwhile.
    if (asked.current !== next) return
    setReport(answer.ok ? answer.value : null)
    setError(answer.ok ? null : answer.error)
  }
  const take = async (file: File) =>
    look({ name: file.name, text: await file.text(), duplicates: 'skip' })

  const notes = report ? report.anchored + report.moved + report.orphaned : 0
  const fresh = report ? notes + othersIn(report) : 0
  return (
    <DialogFrame title="Import annotations" onClose={closeDialog}>
      <p>
        Choose a JSON file that Parallax exported. You see what it would add before anything is
        changed.
      </p>
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => files?.[0] && void take(files[0])}
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
      {report && chosen && report.twins > 0 && (
        <div className="import-twins">
          <p>{twinsInWords(report)}.</p>
          <Choice
            label="What to do with them"
            value={chosen.duplicates}
            options={choices}
            onChange={(duplicates) => void look({ ...chosen, duplicates })}
          />
        </div>
      )}
      <footer className="dialog-footer">
        <span className="muted">{report && fresh === 0 ? nothingIn(report) : ''}</span>
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

const nothingIn = ({ twins }: ImportReport): string =>
  twins > 0 ? 'With this choice nothing comes in.' : 'There is nothing new in it.'

/** How many things come in besides highlights. */
const othersIn = ({ joined, stories, verdicts, records }: ImportReport): number =>
  joined + stories + verdicts + records.reduce((sum, { count }) => sum + count, 0)

/** What the import would do. */
function Forecast({ report }: { readonly report: ImportReport }) {
  const { stories, verdicts } = report
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

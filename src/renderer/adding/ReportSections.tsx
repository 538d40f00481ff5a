// The sections of the report, each with what can be done about it.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { byArticle, count, duplicateWords } from '../actions/came.ts'
import { openArticle } from '../actions/open.ts'
import { openBeside, splitArticle } from '../actions/parts.ts'
import { nameOf } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import type { Told } from '../state/adding.ts'
import { closeDialog } from '../state/ui.ts'
import { ReportSection } from './ReportSection.tsx'

export function Refused({ refused }: Pick<Told, 'refused'>) {
  return (
    <ReportSection title="Refused" items={refused} keyOf={({ path }) => path}>
      {({ path, error: { message, advice, detail } }) => (
        <>
          <p className="report-file" dir="auto">
            {path}
          </p>
          <p>{message}</p>
          <p className="muted">{advice}</p>
          {detail && <Details text={`${path}\n${message}\n${detail}`} detail={detail} />}
        </>
      )}
    </ReportSection>
  )
}

export function Problems({ problems }: Pick<Told, 'problems'>) {
  return (
    <ReportSection
      title="Could not be looked into"
      items={problems}
      keyOf={({ message, path }) => `${message} ${path}`}
    >
      {({ message, advice, path, detail }) => (
        <>
          <p>{message}</p>
          <p className="muted">{advice}</p>
          {(path || detail) && (
            <Details
              text={[message, path, detail].filter(Boolean).join('\n')}
              detail={[path, detail].filter(Boolean).join('\n')}
            />
          )}
        </>
      )}
    </ReportSection>
  )
}

export function Repaired({ repaired }: Pick<Told, 'repaired'>) {
  return (
    <ReportSection
      title="Mended"
      hint="Read, but something was put right or left out. The files are as they were."
      items={repaired}
      keyOf={({ article }) => article}
    >
      {({ article, path, warnings }) => (
        <>
          <FileLink article={article} path={path} />
          <ul className="report-warnings">
            {warnings.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </ReportSection>
  )
}

export function Duplicates({ duplicates }: Pick<Told, 'duplicates'>) {
  return (
    <ReportSection
      title="The same, or nearly the same"
      hint="All are kept. Nothing is merged or dropped."
      items={byArticle(duplicates)}
      keyOf={({ article }) => article}
    >
      {({ article, path, doubles }) => (
        <>
          <p className="report-file" dir="auto">
            {path}
          </p>
          <ul className="report-doubles">
            {doubles.map((of) => (
              <li key={of.article}>
                <span>
                  {duplicateWords(of)}: <span dir="auto">{of.title ?? of.path}</span>
                  {of.title !== null && <span className="muted"> ({of.path})</span>}
                </span>
                <Button
                  className="button small"
                  aria-label={`Open both side by side: ${path} and ${of.path}`}
                  onPress={() => void openBeside(of.article, article)}
                >
                  Open both side by side
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </ReportSection>
  )
}

export function Several({ several }: Pick<Told, 'several'>) {
  return (
    <ReportSection
      title="Several articles in one file"
      hint="Each can be an article of its own, with its own title, outlet and date. The file stays as it is."
      items={several}
      keyOf={({ article }) => article}
    >
      {({ article, path, parts }) => <SplitChoice article={article} path={path} parts={parts} />}
    </ReportSection>
  )
}

function SplitChoice({ article, path, parts }: Told['several'][number]) {
  const [chosen, setChosen] = useState<'one' | 'split' | null>(null)
  const choose = async (next: 'one' | 'split') => {
    if (next === chosen) return
    if (next === 'one' && chosen === null) setChosen('one')
    else if (await splitArticle({ id: article, path }, next === 'split')) setChosen(next)
  }
  return (
    <>
      <p className="report-file" dir="auto">
        {path}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own */}
      <div className="report-buttons" role="group" aria-label={path}>
        <button
          type="button"
          className="button small"
          aria-pressed={chosen === 'split'}
          onClick={() => void choose('split')}
        >
          Split into {count(parts, 'article')}
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={chosen === 'one'}
          onClick={() => void choose('one')}
        >
          Leave as one
        </button>
      </div>
    </>
  )
}

function FileLink({ article, path }: { article: string; path: string }) {
  const row = useRow(article)
  return (
    <button
      type="button"
      className="report-file report-link"
      dir="auto"
      title={row && nameOf(row)}
      onClick={() => {
        closeDialog()
        void openArticle(article)
      }}
    >
      {path}
    </button>
  )
}

function Details({ text, detail }: { text: string; detail: string }) {
  return (
    <details>
      <summary>Details</summary>
      <pre>{detail}</pre>
      <button
        type="button"
        className="text-button"
        onClick={() => void navigator.clipboard.writeText(text)}
      >
        Copy details
      </button>
    </details>
  )
}

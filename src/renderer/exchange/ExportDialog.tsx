// Taking notes out: what, in which format, what that keeps and loses, and how it will look.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { ExportFile, ExportFormat } from '../../shared/calls/exchange.ts'
import type { AppError } from '../../shared/errors.ts'
import { formatFacts } from '../../shared/export/format-facts.ts'
import { exportTo } from '../actions/exchange.ts'
import { api } from '../client/api.ts'
import { Choice } from '../parts/Choice.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { Toggle } from '../parts/Toggle.tsx'
import { nameOf, useLibrary } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import { useApp } from '../state/app.ts'
import { usePanes } from '../state/panes.ts'
import { closeDialog } from '../state/ui.ts'
import './exchange.css'

/** Characters of the file that are shown before it is made. */
const previewLength = 6_000

export function ExportDialog() {
  const focused = usePanes((state) => state.panes.find(({ key }) => key === state.focused))
  const row = useRow(focused?.article ?? null)
  const library = useLibrary((state) => state.info?.name ?? 'Library')
  const saves = useApp((state) => state.capabilities.saveDialog)
  const [scope, setScope] = useState<'library' | 'article'>('library')
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const [empty, setEmpty] = useState(false)
  const [built, setBuilt] = useState<ExportFile | AppError | null>(null)
  const article = scope === 'article' && row ? row.id : null

  useEffect(() => {
    let stale = false
    const request = { format, article, empty, atMost: previewLength + 1 }
    void api.call('export-build', request).then((answer) => {
      if (!stale) setBuilt(answer.ok ? answer.value : answer.error)
    })
    return () => {
      stale = true
    }
  }, [format, article, empty])

  const file = built && 'text' in built ? built : null
  const { keeps, loses } = formatFacts[format]
  return (
    <DialogFrame title="Export notes" onClose={closeDialog} wide>
      <div className="export-choices">
        <Choice
          label="What"
          value={scope}
          options={[
            { value: 'library', label: `Whole library (${library})` },
            ...(row ? [{ value: 'article' as const, label: `This article (${nameOf(row)})` }] : []),
          ]}
          onChange={setScope}
        />
        <Choice
          label="Format"
          value={format}
          options={Object.entries(formatFacts).map(([value, { label }]) => ({
            value: value as ExportFormat,
            label,
          }))}
          onChange={setFormat}
        />
        <p className="muted export-facts">
          <strong>Keeps</strong> {keeps} <br />
          <strong>Loses</strong> {loses}
        </p>
        {scope === 'library' && (
          <Toggle label="Also list articles without notes" on={empty} onChange={setEmpty} />
        )}
      </div>
      <Preview built={built} />
      <footer className="dialog-footer">
        <span className="muted" role="status">
          {file &&
            `${count(file.annotations, 'highlight')} of ${count(file.articles, 'article')} · ${file.name}`}
        </span>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={!file}
          onPress={() => void exportTo({ format, article, empty })}
        >
          {saves ? 'Save as…' : 'Download'}
        </Button>
      </footer>
    </DialogFrame>
  )
}

/** How the file will look, or why there is none. */
function Preview({ built }: { readonly built: ExportFile | AppError | null }) {
  if (built && 'code' in built)
    return (
      <p className="field-error" role="alert">
        {built.message} {built.advice}
      </p>
    )
  const text = built?.text ?? 'Building…'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section className="export-preview" aria-label="Preview" tabIndex={0}>
      <pre dir="auto">
        {text.slice(0, previewLength) + (text.length > previewLength ? '\n…' : '')}
      </pre>
    </section>
  )
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

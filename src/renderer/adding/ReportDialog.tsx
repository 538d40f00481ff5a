// What came of files that were added, or of reading the whole library: what was refused and why, what
// was mended, what the reader may want to decide.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { renewReport } from '../actions/add.ts'
import { isPlain, outcomeWords, reportText } from '../actions/came.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useAllRead } from '../replica/all-read.ts'
import { type Told, useAdding } from '../state/adding.ts'
import { closeDialog } from '../state/ui.ts'
import { Duplicates, Problems, Refused, Repaired, Several } from './ReportSections.tsx'

export function ReportDialog() {
  const told = useAdding((state) => state.told)
  const allRead = useAllRead()
  /** Asked for while files were still being read. */
  const early = allRead && told?.of === 'library' && told.unread > 0
  useEffect(() => {
    if (early) void renewReport()
  }, [early])
  return (
    <DialogFrame
      title={told?.of === 'added' ? 'What was added' : 'What was read'}
      onClose={closeDialog}
      wide
    >
      {told && <Report told={told} />}
    </DialogFrame>
  )
}

function Report({ told }: { told: Told }) {
  const [copied, setCopied] = useState(false)
  const nothing = isPlain(told)
  const copy = async () => {
    await navigator.clipboard.writeText(reportText(told))
    setCopied(true)
  }
  return (
    <>
      <p className="outcome">{nothing ? everythingWords(told) : outcomeWords(told)}</p>
      {told.unread > 0 && (
        <p className="muted">
          {told.of === 'added'
            ? 'What was left was not added. Add it again whenever you like.'
            : 'What is unread is read when you open it, or with F5.'}
        </p>
      )}
      <Refused refused={told.refused} />
      <Problems problems={told.problems} />
      <Several several={told.several} />
      <Duplicates duplicates={told.duplicates} />
      <Repaired repaired={told.repaired} />
      <footer className="dialog-footer">
        <span role="status" className="muted">
          {copied && 'The report is on the clipboard.'}
        </span>
        {!nothing && (
          <Button className="button" onPress={() => void copy()}>
            Copy report
          </Button>
        )}
        <Button className="button primary" onPress={closeDialog}>
          Done
        </Button>
      </footer>
    </>
  )
}

const everythingWords = (told: Told): string =>
  told.read === 0 ? 'There was nothing to read.' : `Everything was read. ${outcomeWords(told)}`

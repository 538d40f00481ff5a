// What stands in the place of a part of the window that could not be drawn: what it is, a way to try
// again, and the details for whoever mends it.
import { RotateCcw, TriangleAlert } from 'lucide-react'
import { type Ref, useState } from 'react'
import { useApp } from '../state/app.ts'
import { faultInWords } from './fault-words.ts'
import { tellLeftOut } from './tell-fault.ts'

export interface FailureProps {
  /** What is broken, as the reader would call it, capital first: "This note". */
  readonly what: string
  readonly thrown: unknown
  /** Which components it happened in, as React says it. */
  readonly componentStack?: string
  /** A small part of the window: in one or two lines. */
  readonly small?: boolean
  /** How often it was tried again in vain. */
  readonly tries: number
  readonly onAgain: () => void
  readonly ref?: Ref<HTMLDivElement>
}

export function Failure(props: FailureProps) {
  const { what, thrown, componentStack, small, tries, onAgain, ref } = props
  const version = useApp((state) => state.version)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const details = faultInWords({ what, thrown, componentStack, version })

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(details)
      setCopied('yes')
    } catch (refused) {
      console.warn('The details were not copied:', refused)
      setCopied('failed')
      // A small part has no room for them.
      if (small) tellLeftOut(what, thrown)
    }
  }

  return (
    <div className="failure" data-small={small || undefined} role="alert" tabIndex={-1} ref={ref}>
      <TriangleAlert size={small ? 15 : 22} aria-hidden />
      <div className="failure-words">
        <p>{what} cannot be shown.</p>
        <p className="muted">
          {tries === 0
            ? 'What was saved before is safe, and the rest of the window goes on.'
            : 'It failed again. Loading the window again may help; what was saved is safe.'}
        </p>
      </div>
      <div className="failure-tools">
        <button type="button" className="button" onClick={onAgain}>
          <RotateCcw size={13} aria-hidden /> Try again
        </button>
        {tries > 0 && (
          <button type="button" className="button" onClick={() => location.reload()}>
            Load the window again
          </button>
        )}
        <button type="button" className="text-button" onClick={() => void copy()}>
          Copy the details
        </button>
        <span className="muted" role="status">
          {copied === 'yes' && 'Copied'}
          {copied === 'failed' &&
            `Copying was refused: the details are ${small ? 'among the messages' : 'below'}.`}
        </span>
      </div>
      {!small && (
        <details open={copied === 'failed'}>
          <summary>Details</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key */}
          <pre tabIndex={0}>{details}</pre>
        </details>
      )}
    </div>
  )
}

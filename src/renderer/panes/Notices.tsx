// What the reader should know before the text: that it is not all of an article, that it was mended, that it
// cannot be annotated. Seen at once, read out when it comes, reached by Tab and by a key of its own; folded
// away it stays as a number in the pane's header.
import { TriangleAlert, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components'
import type { OpenArticle } from '../../shared/model/library.ts'
import { unfoldWarnings } from '../actions/notices.ts'
import { restoreAnnotations } from '../actions/open.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { keyWords } from '../parts/key-words.ts'
import { useKeyboardAfter } from '../parts/keyboard-after.ts'
import { useApp } from '../state/app.ts'
import { foldNotices, noticesId, useNotices } from '../state/notices.ts'
import { readerOf } from '../state/readers.ts'
import './notices.css'

export interface NoticesProps {
  readonly pane: string
  /** Null while it is not open: what is read out has to be there before its words are. */
  readonly article: OpenArticle | null
}

export function Notices({ pane, article }: NoticesProps) {
  const folded = useNotices((state) => state.folded.has(pane))
  const shown = article && !folded && hasNotices(article)
  return <div role="status">{shown && <List pane={pane} article={article} />}</div>
}

const hasNotices = ({ frozen, warnings }: OpenArticle): boolean =>
  frozen !== null || warnings.length > 0

function List({ pane, article }: { readonly pane: string; readonly article: OpenArticle }) {
  const part = useRef<HTMLDivElement>(null)
  useKeyboardAfter(part, () => {
    readerOf(pane)?.focus()
    return null
  })
  const { id, frozen, warnings } = article
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      ref={part}
      id={noticesId(pane)}
      className="pane-notices"
      role="group"
      aria-label="Warnings"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, and the command leads here
      tabIndex={0}
    >
      <ul>
        {frozen && (
          <li>
            <TriangleAlert size={14} aria-hidden />
            <span>
              {frozen.message} {frozen.advice}
              {frozen.code === 'store-damaged' && (
                <Button className="text-button" onPress={() => void restoreAnnotations(id)}>
                  Restore or begin anew
                </Button>
              )}
            </span>
          </li>
        )}
        {warnings.map(({ code, message }) => (
          <li key={`${code} ${message}`} dir="auto">
            <TriangleAlert size={14} aria-hidden />
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <IconButton
        name="Fold the warnings away"
        icon={X}
        size={13}
        onPress={() => foldNotices(pane, true)}
      />
    </div>
  )
}

/** In the header: how many there are, for whoever has folded them away or comes by keyboard. */
export function NoticesButton({
  pane,
  article,
}: {
  readonly pane: string
  readonly article: OpenArticle
}) {
  const folded = useNotices((state) => state.folded.has(pane))
  const mac = useApp((state) => state.mac)
  const count = article.warnings.length + Number(article.frozen !== null)
  if (count === 0) return null
  const name = count === 1 ? '1 warning' : `${count} warnings`
  return (
    <button
      type="button"
      className="icon-button warnings-button"
      aria-label={name}
      aria-expanded={!folded}
      aria-controls={folded ? undefined : noticesId(pane)}
      title={`${name} (${keyWords('warnings', mac)})`}
      onClick={() => (folded ? unfoldWarnings(pane) : foldNotices(pane, true))}
    >
      <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
      <span aria-hidden>{count}</span>
    </button>
  )
}

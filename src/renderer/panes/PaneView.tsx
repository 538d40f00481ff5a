// One pane: header, what is wrong if something is, and the text.
import { Pencil, SquareSplitHorizontal, TriangleAlert, X } from 'lucide-react'
import { type CSSProperties, lazy, type PointerEvent, Suspense } from 'react'
import { Button } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import { loadArticle } from '../actions/articles.ts'
import { correctArticle } from '../actions/correct.ts'
import { splitPane } from '../actions/panes.ts'
import { Boundary } from '../parts/Boundary.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { usePaneAdditions } from '../parts/pane-additions.ts'
import { knownNameOf, nameOf } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import { useFind } from '../state/find.ts'
import { focusPane, type Pane, removePane, usePanes } from '../state/panes.ts'
import { ArticleText } from './ArticleText.tsx'
import { FindBar } from './find/FindBar.tsx'
import { Notices, NoticesButton } from './Notices.tsx'
import { PaneFacts } from './PaneFacts.tsx'
import { ReadingMenu } from './ReadingMenu.tsx'
import './pane.css'
import './drag-pane.css'

// Seldom there, and so loaded after the start.
const AttachBar = lazy(async () => ({ default: (await import('./AttachBar.tsx')).AttachBar }))
const NotesOffers = lazy(async () => ({
  default: (await import('./NotesOffers.tsx')).NotesOffers,
}))

/** A pane that cannot be drawn says so, and can still be closed. */
export function PaneView({ pane }: { pane: Pane }) {
  const opened = usePanes((state) => state.opened.get(pane.article))
  return (
    <Boundary
      what="This pane"
      from={opened}
      frame={(failure) => (
        <section className="pane" aria-label="Pane that cannot be shown">
          <header className="pane-header">
            <div className="pane-tools">
              <IconButton
                name="Close the pane"
                icon={X}
                size={15}
                onPress={() => removePane(pane.key)}
              />
            </div>
          </header>
          {failure}
        </section>
      )}
    >
      <WholePane pane={pane} />
    </Boundary>
  )
}

function WholePane({ pane }: { pane: Pane }) {
  const opened = usePanes((state) => state.opened.get(pane.article))
  const focused = usePanes((state) => state.focused === pane.key)
  const row = useRow(pane.article)
  const article = opened?.state === 'open' ? opened.article : null
  const facts = article ?? row
  // An article that cannot be opened is known by its file.
  const isNamed = article !== null || opened?.state === 'failed'
  const title = facts ? (isNamed ? nameOf(facts) : knownNameOf(facts)) : null
  const name = title ?? 'Article'
  const finding = useFind((state) => state.pane === pane.key)
  const additions = usePaneAdditions()
  const heading = `pane-title-${pane.key}`
  return (
    <section
      className="pane"
      aria-labelledby={heading}
      data-pane={pane.key}
      data-focused={focused || undefined}
      style={pane.zoom === undefined ? undefined : sizedBy(pane.zoom)}
      onPointerDownCapture={() => focusPane(pane.key)}
    >
      <header className="pane-header" onPointerDown={(event) => takeByHeader(pane.key, event)}>
        <PaneFacts id={heading} name={title} facts={facts} article={article} />
        <div className="pane-tools">
          {article && <NoticesButton pane={pane.key} article={article} />}
          {article && <ReadingMenu article={pane.article} />}
          <div className="pane-acts">
            {article && (
              <IconButton
                name="Correct title, author, date…"
                icon={Pencil}
                action="correct-article"
                size={15}
                onPress={() => correctArticle(pane.article)}
              />
            )}
            <IconButton
              name="Same article in another pane"
              icon={SquareSplitHorizontal}
              size={15}
              onPress={() => splitPane(pane.key)}
            />
            <IconButton
              name={`Close ${name}`}
              icon={X}
              size={15}
              onPress={() => removePane(pane.key)}
            />
          </div>
        </div>
      </header>
      {article && finding && <FindBar pane={pane.key} text={article.text} />}
      <Notices pane={pane.key} article={article} />
      {article && (
        <Suspense fallback={null}>
          <NotesOffers article={article} />
          <AttachBar pane={pane.key} article={article.id} />
        </Suspense>
      )}
      {article ? (
        <Boundary what="The text of this article" from={article}>
          <ArticleText pane={pane.key} article={article} label={name} />
        </Boundary>
      ) : opened?.state === 'failed' ? (
        <Failure error={opened.error} again={() => void loadArticle(pane.article)} />
      ) : (
        <p className="pane-waiting" role="status">
          Opening…
        </p>
      )}
      {article && additions.edges(pane.key)}
    </section>
  )
}

/** Only with a mouse or a pen, and where there is another place to go: a finger scrolls. */
function takeByHeader(key: string, event: PointerEvent): void {
  const { nativeEvent, target, button, pointerType } = event
  const isTool = target instanceof Element && target.closest('button, a, input') !== null
  if (isTool || button !== 0 || pointerType === 'touch') return
  if (usePanes.getState().panes.length > 1)
    void import('./drag-pane.ts').then(({ dragPane }) => dragPane(key, nativeEvent))
}

/** What stands in the header keeps its size: the headers of a row are read as one line. */
const sizedBy = (zoom: number) =>
  ({ '--read-size': `calc(var(--usual-size) * ${zoom})` }) as CSSProperties

function Failure({ error, again }: { error: AppError; again: () => void }) {
  return (
    <div className="pane-failure" role="alert">
      <TriangleAlert size={22} aria-hidden />
      <p>{error.message}</p>
      <p className="muted">{error.advice}</p>
      {error.detail && (
        <details>
          <summary>Details</summary>
          <pre>{error.detail}</pre>
        </details>
      )}
      <Button className="button" onPress={again}>
        Try again
      </Button>
    </div>
  )
}

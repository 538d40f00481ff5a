// The reading room: one to six panes side by side with dividers; as tabs where there is no width.
import { BookOpen } from 'lucide-react'
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels'
import { runAction } from '../actions/run.ts'
import { Boundary } from '../parts/Boundary.tsx'
import { usePaneAdditions } from '../parts/pane-additions.ts'
import { namesBeside } from '../replica/article-names.ts'
import { isEmpty, useCounts } from '../replica/counts.ts'
import { useLibrary } from '../replica/library.ts'
import { useRows } from '../replica/use-rows.ts'
import { focusPane, type Pane, setSizes, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { LateTools } from './LateTools.tsx'
import { PaneView } from './PaneView.tsx'

/** Pixels: below this a pane is not worth reading in. */
const leastPane = 184
/** Pixels of the whole row below which panes become tabs. */
const leastRow = 560

export function PaneRow() {
  const panes = usePanes((state) => state.panes)
  const additions = usePaneAdditions()
  const row = useRef<HTMLDivElement>(null)
  const width = useWidth(row)
  useEqualHeaders(row, panes)
  const tabs = width > 0 && width < leastRow && panes.length > 1
  return (
    <main
      className="pane-row"
      ref={row}
      aria-label="Articles"
      data-alone={panes.length === 1 || undefined}
    >
      {additions.row}
      {panes.length === 0 ? (
        <NoPanes />
      ) : tabs ? (
        <TabbedPanes panes={panes} />
      ) : (
        <SideBySide panes={panes} width={width} />
      )}
      <Boundary what="The tools of a selection" shown="told">
        <LateTools />
      </Boundary>
    </main>
  )
}

function SideBySide({ panes, width }: { panes: readonly Pane[]; width: number }) {
  const group = useRef<GroupImperativeHandle>(null)
  const order = panes.map(({ key }) => key).join(' ')
  const equal = panes.every(({ size }) => size === null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: other panes, or equal shares, are another layout
  useEffect(() => {
    const share = 100 / panes.length
    const wanted = Object.fromEntries(panes.map(({ key, size }) => [key, size ?? share]))
    return whenPanelsAre(group, Object.keys(wanted), () => group.current?.setLayout(wanted))
  }, [order, equal])

  // A pane that changes its place in the page loses how far it was scrolled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the order changes
  useLayoutEffect(() => {
    for (const { key } of panes) readerOf(key)?.hold()
  }, [order])

  const focused = usePanes((state) => state.focused)
  const scroller = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another pane comes into focus, or the panes change
  useEffect(() => {
    // Not while a button is down: the text must not move under a pointer that selects.
    if (document.documentElement.matches(':active')) return
    scroller.current
      ?.querySelector('.pane[data-focused]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focused, order, width])

  return (
    <div className="pane-scroller" ref={scroller}>
      <Group
        className="pane-group"
        orientation="horizontal"
        groupRef={group}
        disableCursor
        style={{ minWidth: panes.length * leastPane > width ? panes.length * leastPane : '100%' }}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) setSizes(layout)
        }}
      >
        {panes.map((pane, index) => (
          <Fragment key={pane.key}>
            {index > 0 && (
              <Separator
                className="divider"
                aria-label="Width of the panes"
                disableDoubleClick
                onDoubleClick={() => runAction('equal-panes')}
              />
            )}
            <Panel
              id={pane.key}
              minSize={`${Math.min(160, 60_000 / Math.max(width, 1))}px`}
              defaultSize={`${pane.size ?? 100 / panes.length}%`}
            >
              <PaneView pane={pane} />
            </Panel>
          </Fragment>
        ))}
      </Group>
    </div>
  )
}

/** Runs once the group knows these panels: it learns of new ones a moment after they are drawn. */
function whenPanelsAre(
  group: React.RefObject<GroupImperativeHandle | null>,
  keys: readonly string[],
  run: () => void,
): () => void {
  let frame = requestAnimationFrame(function look() {
    const known = Object.keys(group.current?.getLayout() ?? {})
    if (known.length === keys.length && keys.every((key) => known.includes(key))) run()
    else frame = requestAnimationFrame(look)
  })
  return () => cancelAnimationFrame(frame)
}

/** Where there is no width for two columns: one at a time. */
function TabbedPanes({ panes }: { panes: readonly Pane[] }) {
  const focused = usePanes((state) => state.focused)
  const rows = useRows(panes.map(({ article }) => article))
  const shown = panes.find(({ key }) => key === focused) ?? panes[0]
  const names = namesBeside(
    panes.map(({ article }) => rows.get(article)),
    'Article',
  )
  return (
    <div className="pane-tabs">
      <nav aria-label="Open articles">
        {panes.map((pane, index) => (
          <button
            key={pane.key}
            type="button"
            aria-current={pane === shown || undefined}
            onClick={() => focusPane(pane.key)}
          >
            {names[index]}
          </button>
        ))}
      </nav>
      {shown && <PaneView key={shown.key} pane={shown} />}
    </div>
  )
}

function NoPanes() {
  const info = useLibrary((state) => state.info)
  const empty = useCounts(isEmpty)
  return (
    <div className="no-panes">
      <BookOpen size={28} aria-hidden />
      {!info ? (
        <>
          <p>Open a folder of articles to read them side by side.</p>
          <p className="muted">
            Texts, web pages, e-books, Word and PDF; nothing in your files is changed.
          </p>
        </>
      ) : empty ? (
        <>
          <p>There are no articles in “{info.name}” yet.</p>
          <p className="muted">
            Drop files or folders here, add them, or paste an article from another program.
          </p>
        </>
      ) : (
        <>
          <p>Choose an article on the left; the next one opens beside it.</p>
          <p className="muted">Up to six stand side by side.</p>
        </>
      )}
      <div className="no-panes-ways">
        {info && empty && (
          <Button className="button primary" onPress={() => runAction('add')}>
            Add files…
          </Button>
        )}
        <Button
          className={info ? 'button' : 'button primary'}
          onPress={() => runAction('open-folder')}
        >
          Open folder…
        </Button>
      </div>
    </div>
  )
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** Makes the headers as high as the highest, so that the texts begin on one line. */
function useEqualHeaders(row: React.RefObject<HTMLElement | null>, panes: readonly Pane[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other panes have other headers
  useEffect(() => {
    const element = row.current
    if (!element) return
    const facts = [...element.querySelectorAll('.pane-facts')]
    const equal = () => {
      const highest = Math.max(0, ...facts.map((one) => one.getBoundingClientRect().height))
      element.style.setProperty('--facts-height', `${Math.ceil(highest)}px`)
    }
    const observer = new ResizeObserver(equal)
    for (const one of facts) observer.observe(one)
    return () => observer.disconnect()
  }, [row, panes])
}

// Brings the comparison to the panes while it is on. What it draws is loaded when it is first switched on.
import { lazy, Suspense } from 'react'
import { Boundary } from '../parts/Boundary.tsx'
import type { JoinedPane, PaneAdditions, PaneParts } from '../parts/pane-additions.ts'
import { useCompare } from '../state/compare.ts'

const InStep = lazy(async () => ({
  default: (await import('../compare/in-step/InStep.tsx')).InStep,
}))
const InRow = lazy(async () => ({ default: (await import('../compare/in-text/InRow.tsx')).InRow }))
const PaneEdges = lazy(async () => ({
  default: (await import('../compare/in-text/PaneEdges.tsx')).PaneEdges,
}))

export const comparingPanes: PaneAdditions = {
  row: <ComparingRow />,
  edges: (pane) => <ComparingEdges pane={pane} />,
  join: joinWhileComparing,
}

function ComparingRow() {
  const comparing = useCompare((state) => state.on)
  const inStep = useCompare(({ on, inStep }) => on && inStep)
  return (
    <>
      {comparing && (
        <Boundary what="What the articles share, between them," shown="told">
          <Suspense>
            <InRow />
          </Suspense>
        </Boundary>
      )}
      {inStep && (
        <Boundary what="Scrolling in step" shown="told">
          <Suspense>
            <InStep />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}

function ComparingEdges({ pane }: { pane: string }) {
  const comparing = useCompare((state) => state.on)
  if (!comparing) return null
  return (
    <Boundary what="The edge of this pane" shown="told">
      <Suspense>
        <PaneEdges pane={pane} />
      </Suspense>
    </Boundary>
  )
}

/** Joined as long as comparing is on, until it is left. */
function joinWhileComparing(parts: PaneParts): JoinedPane {
  let joined: JoinedPane | null = null
  let wanted = false
  const follow = (on: boolean): void => {
    wanted = on
    if (!on) {
      joined?.leave()
      joined = null
      return
    }
    void import('../compare/in-text/join-pane.ts').then(({ joinPane }) => {
      if (wanted) joined ??= joinPane(parts)
    })
  }
  const unsubscribe = useCompare.subscribe(({ on }, before) => {
    if (on !== before.on) follow(on)
  })
  if (useCompare.getState().on) follow(true)
  return {
    caretMoved: (offset) => joined?.caretMoved(offset),
    leave() {
      unsubscribe()
      follow(false)
    },
  }
}

// The find bar where it is open. It is loaded after the start, before it is asked for.
import { lazy, Suspense } from 'react'
import { useFind } from '../../state/find.ts'

export const loadFindBar = async () => ({ default: (await import('./FindBar.tsx')).FindBar })
const FindBar = lazy(loadFindBar)

export function LateFindBar({ pane, text }: { pane: string; text: string }) {
  const finding = useFind((state) => state.pane === pane)
  if (!finding) return null
  return (
    <Suspense fallback={null}>
      <FindBar pane={pane} text={text} />
    </Suspense>
  )
}

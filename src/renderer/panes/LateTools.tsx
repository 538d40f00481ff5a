// The tools of a passage, loaded after the start: nothing is selected before.
import { lazy, Suspense } from 'react'

const PassageTools = lazy(async () => ({
  default: (await import('./PassageTools.tsx')).PassageTools,
}))

export const LateTools = () => (
  <Suspense fallback={null}>
    <PassageTools />
  </Suspense>
)

// What the comparison adds to the row of panes: a word on the whole over them, ribbons between them,
// what is said to screen readers.
import { useAnnouncement } from '../../state/announce.ts'
import { Banner } from './Banner.tsx'
import { Ribbons } from './Ribbons.tsx'
import './row.css'

export function InRow() {
  return (
    <>
      <Banner />
      <Ribbons />
      <Announcer />
    </>
  )
}

function Announcer() {
  const text = useAnnouncement((state) => state.text)
  return (
    <p className="only-heard" role="status" aria-live="polite">
      {text}
    </p>
  )
}

// One line over the panes: that they are being compared, could not be, or should be read with care.
import { Info, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { compareAgain, stopComparing } from '../../actions/compare.ts'
import { comparedNames } from '../../actions/say-matches.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { useRows } from '../../replica/use-rows.ts'
import { useCompare } from '../../state/compare.ts'
import { warnings } from './banner-words.ts'

/** Milliseconds that a comparison may take before it is told of. */
const patience = 500

export function Banner() {
  const { status, error, articles, comparison } = useCompare()
  const late = useLate(status === 'working')
  if (status === 'few') return <Line words="Open another article beside this one to compare." />
  if (status === 'working')
    return late ? (
      <Line words={'Comparing the articles…'}>
        <Button className="button" onPress={stopComparing}>
          Stop
        </Button>
      </Line>
    ) : null
  if (status === 'failed')
    return (
      <Line
        warn
        words={[error?.message ?? 'The articles could not be compared.', error?.advice].join(' ')}
      >
        <Button className="button" onPress={() => void compareAgain()}>
          Try again
        </Button>
      </Line>
    )
  return comparison && <Warning key={articles.join(' ')} />
}

/** Sets of articles whose warning the reader has put away. */
const dismissed = new Set<string>()

function Warning() {
  const { articles, comparison } = useCompare()
  // Names come with the rows, and change when they are corrected.
  useRows(articles)
  const key = [...articles].sort().join(' ')
  const [gone, setGone] = useState(dismissed.has(key))
  if (!comparison || gone || comparison.articles.length !== articles.length) return null
  const said = warnings(comparison, comparedNames())
  if (said.length === 0) return null
  return (
    <Line warn words={said.join(' ')}>
      <IconButton
        name="Dismiss"
        icon={X}
        size={15}
        onPress={() => {
          dismissed.add(key)
          setGone(true)
        }}
      />
    </Line>
  )
}

function Line({
  words,
  warn = false,
  children,
}: {
  words: string
  warn?: boolean
  children?: ReactNode
}) {
  const Icon = warn ? TriangleAlert : Info
  return (
    <div className="compare-banner" role="status">
      <Icon size={15} aria-hidden />
      <p>{words}</p>
      {children}
    </div>
  )
}

function useLate(working: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!working) return
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [working])
  return late
}

// The last resort: when what stands around all boundaries fails, the reader gets words and a way on,
// not an empty page.
import { Component, type ReactNode } from 'react'
import { faultInWords } from '../parts/fault-words.ts'
import { useApp } from '../state/app.ts'

interface State {
  readonly thrown: unknown
}

export class Safety extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { thrown: null }

  static getDerivedStateFromError(thrown: unknown): State {
    return { thrown }
  }

  override render(): ReactNode {
    const { thrown } = this.state
    if (thrown === null) return this.props.children
    const { version } = useApp.getState()
    const details = faultInWords({ what: 'The window', thrown, version })
    return (
      <div className="pane-failure" role="alert">
        <p>Something went wrong while drawing the window. What was saved before is safe.</p>
        <p className="muted">Load the window again; if it happens again, please report it.</p>
        <details>
          <summary>Details</summary>
          <pre>{details}</pre>
        </details>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load again
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => void navigator.clipboard.writeText(details)}
        >
          Copy the details
        </button>
      </div>
    )
  }
}

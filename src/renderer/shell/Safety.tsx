// When drawing the window fails, the reader gets words and a way on, not an empty page.
import { Component, type ReactNode } from 'react'

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
    return (
      <div className="pane-failure" role="alert">
        <p>Something went wrong while drawing the window. What was saved before is safe.</p>
        <p className="muted">Load the window again; if it happens again, please report it.</p>
        <details>
          <summary>Details</summary>
          <pre>{thrown instanceof Error ? thrown.stack : String(thrown)}</pre>
        </details>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load again
        </button>
      </div>
    )
  }
}

// What is wrong with the library, each with what to do.
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useLibrary } from '../replica/library.ts'
import { closeDialog } from '../state/ui.ts'

export function ProblemsDialog() {
  const problems = useLibrary((state) => state.info?.problems)
  return (
    <DialogFrame title="What needs your attention" onClose={closeDialog}>
      <ul className="problems" aria-label="Problems">
        {problems?.map(({ message, advice, path, detail }) => (
          <li key={`${message} ${path}`}>
            <p>{message}</p>
            <p className="muted">{advice}</p>
            {(path || detail) && (
              <details>
                <summary>Details</summary>
                <pre>{[path, detail].filter(Boolean).join('\n')}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}

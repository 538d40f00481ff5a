// Says what was done, and offers to undo it as long as it is the last step.
import { api, stampOf } from '../client/api.ts'
import { takeHistory } from '../replica/history.ts'
import { isOfShown } from '../replica/shown.ts'
import { offerUndo, tellOfStep } from '../state/ui.ts'

/** To be called when the core has answered: what it calls the last step then is what was done. */
export function tellStep(text: string): void {
  const id = tellOfStep(text)
  void api.call('history-get', {}).then((now) => {
    if (!now.ok || !isOfShown(now.at)) return
    takeHistory(now.value, stampOf(now))
    offerUndo(id, now.at.revision)
  })
}

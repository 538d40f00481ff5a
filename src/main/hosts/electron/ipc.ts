// Carries calls from the window to the core. A message counts only when it comes from the main frame
// of our own page.
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { callNames } from '../../../shared/call-names.ts'
import type { AppError } from '../../../shared/errors.ts'
import { fail } from '../../../shared/result.ts'
import { type Answer, nowhere } from '../../../shared/stream.ts'
import type { Dispatch } from '../../app.ts'
import { isOurs } from './security.ts'

/** @param dispatch waits for the core: the window may be quicker */
export function handleCalls(dispatch: () => Promise<Dispatch>): void {
  for (const name of callNames)
    ipcMain.handle(
      name,
      async (event, arg: unknown, library: unknown): Promise<Answer<unknown>> => {
        if (!isTrusted(event)) return { ...fail(stranger(event)), at: nowhere }
        return (await dispatch())(name, arg, {
          host: 'electron',
          window: windowId(event.sender),
          library: typeof library === 'string' ? library : null,
        })
      },
    )
}

/** The id of a window, for the core. */
export const windowId = ({ id }: WebContents): string => String(id)

const isTrusted = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url)

const stranger = ({ senderFrame }: IpcMainInvokeEvent): AppError => ({
  code: 'bad-sender',
  message: 'A page that is not Parallax’s asked for something. It was refused.',
  advice: 'Restart Parallax; if it happens again, please report it.',
  detail: senderFrame?.url ?? 'the frame is gone',
})

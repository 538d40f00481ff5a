// The bridge between the window and the main process: the names of the table, and nothing else.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { callNames, eventNames } from '../shared/call-names.ts'

const demand = (names: readonly string[], name: string): void => {
  if (!names.includes(name)) throw new Error(`not a name of the table: ${name}`)
}

contextBridge.exposeInMainWorld('parallaxBridge', {
  call(name: string, arg: unknown, library: string | null): Promise<unknown> {
    demand(callNames, name)
    return ipcRenderer.invoke(name, arg, library)
  },
  on(name: string, listener: (data: unknown, at: unknown) => void): () => void {
    demand(eventNames, name)
    const receive = (_event: IpcRendererEvent, data: unknown, at: unknown): void =>
      listener(data, at)
    ipcRenderer.on(name, receive)
    return () => {
      ipcRenderer.off(name, receive)
    }
  },
})

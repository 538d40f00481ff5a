// The sockets by which windows hear what is told. Each hears everything, in order, or is ended: then the
// window joins again and asks how things stand.
import type { WebSocket } from 'ws'
import type { Told } from '../../../shared/stream.ts'

/** Bytes that may wait for one window: more, and it does not listen. One long event is no reason. */
const mayWait = 8 * 1024 * 1024

export interface Ears {
  /** @param window its id; empty: it is not known as a window, and is not waited for */
  join(socket: WebSocket, window: string): void
  tell(told: Told): void
  /** Ids of the windows that listen. */
  windows(): readonly string[]
  close(): void
}

export function createEars(): Ears {
  const joined = new Map<WebSocket, string>()

  const end = (socket: WebSocket): void => {
    joined.delete(socket)
    socket.terminate()
  }

  return {
    join(socket, window) {
      joined.set(socket, window)
      socket.on('error', () => end(socket))
      socket.on('close', () => joined.delete(socket))
    },
    tell(told) {
      const message = JSON.stringify(told)
      for (const socket of joined.keys()) {
        if (socket.readyState !== socket.OPEN || socket.bufferedAmount > mayWait) end(socket)
        else socket.send(message, (error) => error && end(socket))
      }
    },
    windows: () => [...joined.values()].filter((window) => window !== ''),
    close() {
      for (const socket of joined.keys()) end(socket)
    },
  }
}

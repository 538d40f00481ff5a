// An entry that waits for what only comes after it.
import { app } from 'electron'

await app.whenReady()

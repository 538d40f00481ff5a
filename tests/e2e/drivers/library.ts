// A library for one test, in a folder of its own.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface TestLibrary {
  readonly path: string
  /** Writes an article (or any file below the library); gives its full path. */
  write(name: string, content: string | Uint8Array): Promise<string>
  /** The bytes of a file: articles must stay as they were written. */
  read(name: string): Promise<Uint8Array>
}

export function libraryAt(path: string): TestLibrary {
  return {
    path,
    write: async (name, content) => {
      const file = join(path, name)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
      return file
    },
    read: (name) => readFile(join(path, name)),
  }
}

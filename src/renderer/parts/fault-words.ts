// A fault of ours in words, for whoever reports it and whoever mends it.

export interface Fault {
  /** What of the window it happened in. */
  readonly what: string
  readonly thrown: unknown
  readonly componentStack?: string | undefined
  /** Of the app. */
  readonly version: string
}

/** Code units: enough for a stack, not for a note that got into a message. */
const longest = 8_000

/** Several lines, bounded in length. Never throws, whatever was thrown. */
export function faultInWords({ what, thrown, componentStack, version }: Fault): string {
  const lines = [`Parallax ${version}: ${what}`, thrownInWords(thrown)]
  if (componentStack) lines.push(`In:${componentStack}`)
  return lines.map((line) => line.slice(0, longest)).join('\n')
}

/** Name, message and stack. */
export function thrownInWords(thrown: unknown): string {
  if (!(thrown instanceof Error)) return anyInWords(thrown)
  const { stack = '' } = thrown
  const head = `${thrown.name}: ${thrown.message}`
  // Not every engine repeats the message in the stack.
  return stack.includes(thrown.message) ? stack : `${head}\n${stack}`
}

function anyInWords(thrown: unknown): string {
  try {
    return typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? String(thrown))
  } catch {
    // What cannot even be said.
    return Object.prototype.toString.call(thrown)
  }
}

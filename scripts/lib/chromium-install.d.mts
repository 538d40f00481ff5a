export function ensureChromium(env?: NodeJS.ProcessEnv, root?: string): Promise<string>
export function versionOf(path: string): Promise<string | undefined>

export function nodeProblem(version?: string): string | undefined
export function isInstalled(root: string): boolean
export function ensureInstalled(root: string, options?: { verbose?: boolean }): Promise<void>
export function npmProblem(output: string, error?: string): string | undefined

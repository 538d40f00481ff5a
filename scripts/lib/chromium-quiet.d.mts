export const quietly: string[]

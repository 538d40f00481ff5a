// Copies what is selected, else the highlight in hand. What it takes to is loaded when it is first asked for.

export const copyQuote = async (): Promise<void> => (await import('./write-quote.ts')).copyQuote()

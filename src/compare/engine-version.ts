/** Raised when the same articles compare otherwise: what was compared before is then computed anew. */
export const engineVersion = 3

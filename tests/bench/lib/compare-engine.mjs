// What of the program the learning and the measuring of the comparison need.

export const engineExports = `
  export { parseArticle } from './src/main/reading/parse-article.ts'
  export { prepare } from './src/compare/prepare/prepare.ts'
  export { wordingLinks } from './src/compare/wording/wording-links.ts'
  export { findQuotations } from './src/compare/quotations/find-quotations.ts'
  export { ledgerOf } from './src/compare/quotations/ledger.ts'
  export { findFigures } from './src/compare/figures/figures.ts'
  export { rarityFrom } from './src/compare/facts/rarity.ts'
  export { pairFeatures } from './src/compare/facts/features.ts'
  export { evidenceFeatures } from './src/compare/facts/evidence.ts'
  export { contextCount, contextFeatures } from './src/compare/facts/context.ts'
  export { logit, probability } from './src/compare/facts/logistic.ts'
  export {
    contextFeaturesOf, eachPair, factData, ownCount, scoreFacts,
  } from './src/compare/facts/score-facts.ts'`

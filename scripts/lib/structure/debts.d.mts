export type Amounts = Readonly<Record<string, number>>
export interface Judgement {
  readonly grown: readonly string[]
  readonly paid: readonly string[]
  readonly less: readonly string[]
}
export function judgeDebts(found: Amounts, debts: Amounts): Judgement
export function settled(found: Amounts, debts: Amounts): Amounts

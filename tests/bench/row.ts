/** One line of the table: ours beside a peer that is the physical limit or the barest thing that could do the job. */
export type Row = {
  readonly name: string
  /** Ours divided by the peer: the median over the rounds, each round measuring both one after the other. */
  readonly ratio: number
  /** The bound that we hold ourselves to. */
  readonly bound: number
  readonly ours: string
  readonly peer: string
  readonly rounds: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new Error('the median of nothing')
  return (low + high) / 2
}

/** The value that so large a part (0 to 1) of them does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`
export const us = (value: number): string => `${(value * 1_000).toFixed(0)} µs`

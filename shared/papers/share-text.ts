import { exactText } from '../wording/exact-text.ts'

/** A part of a whole as a percentage with one decimal, 约 where that is not exact; — of nothing. */
export function percentText(part: bigint, whole: bigint): string {
  if (whole === 0n) return '—'
  const thousandths = (part * 2_000n + whole) / (whole * 2n)
  const exact = part * 1_000n === thousandths * whole
  return `${exact ? '' : '约 '}${exactText(thousandths, 10n, true)}%`
}

/** 12/20（60%）: the fraction says what the percentage is of. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${part}/${whole}（${percentText(BigInt(part), BigInt(whole))}）`

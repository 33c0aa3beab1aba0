import type { PartyHere } from '../../shared/meeting/attendance/parties.ts'

/** `缺：物业企业、业委会（名册上没有这一方的人）`. */
export const missingPartiesWords = (missing: readonly PartyHere[]): string =>
  `缺：${missing.map(({ name, onRoster }) => (onRoster ? name : `${name}（名册上没有这一方的人）`)).join('、')}`

import type { RandomBytes } from '../../../shared/core/ids.ts'

const ID_BYTES = 8

/** An id for a rule of the secretary's own: `own_` and sixteen hexadecimal digits. */
export const mintRuleId = (random: RandomBytes): string =>
  `own_${[...random(ID_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`

import { baseOf, type Figures } from '../../shared/rules/evaluate.ts'
import type { Rule } from '../../shared/rules/rule.ts'

/** The length of the result's axis, in people: the base of the rule, and room for everything that is drawn on it. */
export function axisOf(rule: Rule, figures: Figures): number {
  const drawn = [figures.for, figures.against, figures.abstain, 1]
  // 反对票 as a base says nothing of the room: there the axis is the people present.
  const base = rule.pass.den === 'against' ? figures.present : baseOf(rule.pass.den, figures)
  return Math.max(base, ...drawn)
}

/** Where a number lies on the axis, per cent. */
export const placeOn = (axis: number, value: number): number => Math.min(100, (value / axis) * 100)

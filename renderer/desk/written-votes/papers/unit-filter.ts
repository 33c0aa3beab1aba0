import { type AskedUnit, type PaperStanding, standingOf } from '../asked-units.ts'

export type UnitFilter = PaperStanding | 'all'

/** The filters with what each of them leaves. */
export function filtersOf(
  units: readonly AskedUnit[],
): readonly { readonly filter: UnitFilter; readonly name: string; readonly count: number }[] {
  const count = (standing: PaperStanding) => units.filter((unit) => standingOf(unit) === standing).length
  return [
    { filter: 'all', name: '全部', count: units.length },
    { filter: 'none', name: '未发', count: count('none') },
    { filter: 'out', name: '已发未收', count: count('out') },
    { filter: 'back', name: '已收', count: count('back') },
  ]
}

export const filtered = (units: readonly AskedUnit[], filter: UnitFilter): readonly AskedUnit[] =>
  filter === 'all' ? units : units.filter((unit) => standingOf(unit) === filter)

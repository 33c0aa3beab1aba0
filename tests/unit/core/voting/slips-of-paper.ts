import type { Rule } from '../../../../shared/rules/rule.ts'

/** A motion as it was decided before there were machines: slips of paper in a bag, counted on a table. */
export type Stance = 'for' | 'against' | 'abstain'
type Slip = { readonly of: number; readonly by: 'device' | 'hands' | 'paper'; readonly says: Stance | null }

export type Act =
  | { readonly act: 'press'; readonly person: number; readonly says: Stance }
  | { readonly act: 'raise'; readonly hands: readonly (readonly [person: number, says: Stance])[] }
  | { readonly act: 'give'; readonly person: number }
  | { readonly act: 'takeBack'; readonly person: number }

/** One slip a person; a paper says nothing until it is unfolded. */
export class Bag {
  slips: readonly Slip[] = []
  readonly last: boolean

  /** `last`: the last press counts, otherwise the first. */
  constructor(last: boolean) {
    this.last = last
  }

  /** Puts it in, or says that it cannot be done and leaves everything as it lies. */
  put(act: Act): boolean {
    const lies = (person: number) => this.slips.find((slip) => slip.of === person)?.by
    const others = (...people: readonly number[]) => this.slips.filter((slip) => !people.includes(slip.of))
    if (act.act === 'press') {
      const by = lies(act.person)
      if (by !== undefined && !(by === 'device' && this.last)) return false
      this.slips = [...others(act.person), { of: act.person, by: 'device', says: act.says }]
      return true
    }
    if (act.act === 'raise') {
      if (act.hands.some(([person]) => (lies(person) ?? 'hands') !== 'hands')) return false
      const down = this.slips.filter((slip) => slip.by !== 'hands')
      this.slips = [...down, ...act.hands.map(([of, says]): Slip => ({ of, by: 'hands', says }))]
      return true
    }
    const by = lies(act.person)
    if (act.act === 'give' && by === undefined) {
      this.slips = [...this.slips, { of: act.person, by: 'paper', says: null }]
      return true
    }
    if (act.act === 'takeBack' && by === 'paper') {
      this.slips = others(act.person)
      return true
    }
    return false
  }

  /** Who holds a paper unfolds it, or keeps it: `null`. */
  unfold(says: (person: number) => Stance | null): void {
    const unfolded = this.slips.map((slip) => (slip.by === 'paper' ? { ...slip, says: says(slip.of) } : slip))
    this.slips = unfolded
  }

  by(way: Slip['by']): number {
    return this.slips.filter((slip) => slip.by === way && slip.says !== null).length
  }

  heap(stance: Stance): number {
    return this.slips.filter((slip) => slip.says === stance).length
  }

  /** Whether the heap in favour carries the motion among so many people. */
  carries({ pass }: Rule, entitled: number, present: number): boolean {
    const [yes, no] = [this.heap('for'), this.heap('against')]
    if (yes === 0 || yes === no) return false
    const bases = { entitled, present, participating: yes + no + this.heap('abstain'), against: no }
    const base = bases[pass.den as keyof typeof bases]
    // A share of the base on one side of the scales, those in favour on the other.
    const scales = yes * pass.share.den - base * pass.share.num
    return pass.op === '>' ? scales > 0 : scales >= 0
  }
}

/**
 * What a secretary would do with paper slips and a stop-watch: written from the rules, without the core. Times are ms on the
 * model's own watch, which is only ever told how long passed.
 */
type Kind = 'question' | 'intervention' | 'pointOfOrder' | 'ordinary' | 'answer' | 'departmentAnswer'
type Side = 'for' | 'against' | 'addition' | null

type Slip = {
  readonly id: string
  /** Null: 不记名. */
  readonly who: string | null
  readonly kind: Kind
  readonly rank: number
  readonly side: Side
  readonly to: string | null
  /** The how-manieth slip that was handed in. */
  readonly arrival: number
  used: number
  extra: number
  /** 0; else the how-manieth undo put it back. */
  putBack: number
}

type Asked = Pick<Slip, 'id' | 'who' | 'kind' | 'rank' | 'side' | 'to'>

type Live = Slip & {
  running: boolean
  /** The speech that ended by the same act, as long as this one has run without a stop. */
  instead: string | null
  /** What was used when it was called. */
  readonly from: number
}

type Heard = Slip & { readonly dropped: readonly Slip[] }

export type ModelRules = {
  policy: 'arrival' | 'freshFirst' | 'alternate' | 'round'
  readonly repeats: boolean
  readonly times: number | null
  readonly maxWaiting: number | null
  readonly closedToPoints: boolean
  readonly anonymous: boolean
  readonly hardEnd: boolean
  readonly presentOnly: boolean
  readonly stanceRequired: boolean
}

const SECONDS = 120
/** A call is undone with the end before it for so long. */
const SLIP_MS = 30_000
/** Where speeches end by themselves, whoever was put back has at least so much left. */
const LEAST_LEFT_MS = 30_000
const DESK = ['operator', 'chair', 'scribe']
const ONLOOKERS = ['dept']

export class QueueModel {
  readonly rules: ModelRules
  chair = 'wang'
  readonly present: Set<string>
  waiting: Slip[] = []
  hand: readonly string[] = []
  closed = false
  main: Live | null = null
  aside: Live | null = null
  heard: Heard[] = []
  readonly passed: (string | null)[] = []
  readonly withdrawn: (string | null)[] = []
  /** Asked for and never said. */
  readonly gone = new Set<string>()
  used = new Set<string>()
  /** How long anybody has been live. */
  liveMs = 0
  private count = 0

  constructor(rules: ModelRules, present: readonly string[]) {
    this.rules = rules
    this.present = new Set(present)
  }

  pass(ms: number): void {
    const live = this.onFloor
    if (live === null || !live.running) return
    live.used += ms
    this.liveMs += ms
  }

  get onFloor(): Live | null {
    return this.aside ?? this.main
  }

  role(by: string): string {
    if (by === 'operator' || by === 'host') return by
    if (by === this.chair) return 'chair'
    return by === 'feng' ? 'scribe' : by === 'dept' ? 'guest' : 'member'
  }

  private desk = (by: string): boolean => DESK.includes(this.role(by))
  private chairs = (by: string): boolean => this.role(by) === 'chair' || this.role(by) === 'operator'
  private may = (by: string, who: string | null): boolean => by === who || this.desk(by)

  order(waiting: readonly Slip[] = this.waiting): readonly string[] {
    const sorted = [...waiting].sort((a, b) => (this.isBefore(a, b) ? -1 : 1))
    const parent = (slip: Slip) => (slip.putBack > 0 ? null : (waiting.find(({ id }) => id === slip.to) ?? null))
    const putBackBehind = (slip: Slip) =>
      slip.putBack > 0 && slip.kind === 'question'
        ? (waiting.find(({ id, putBack }) => id === slip.to && putBack > 0) ?? null)
        : null
    const above = (slip: Slip) => parent(slip) ?? putBackBehind(slip)
    const family = (slip: Slip): readonly string[] => [
      slip.id,
      ...sorted.filter((other) => above(other) === slip).flatMap(family),
    ]
    return sorted.filter((slip) => above(slip) === null).flatMap(family)
  }

  private isBefore(a: Slip, b: Slip): boolean {
    if (a.putBack !== b.putBack) return a.putBack > b.putBack
    if (a.putBack > 0) return a.arrival < b.arrival
    const [classA, classB] = [this.classOf(a), this.classOf(b)]
    if (classA !== classB) return classA < classB
    if ((a.kind === 'answer') !== (b.kind === 'answer')) return a.kind === 'answer'
    if (a.rank !== b.rank) return a.rank < b.rank
    const [handA, handB] = [this.hand.indexOf(a.id), this.hand.indexOf(b.id)]
    if (handA !== handB) return handA !== -1 && (handB === -1 || handA < handB)
    if (a.kind === 'ordinary') {
      const turn = this.byPolicy(a, b)
      if (turn !== 0) return turn < 0
    }
    return a.arrival < b.arrival
  }

  /** 0: called by the chair; 1 question, 2 intervention, 3 point of order, 4 ordinary. */
  private classOf(slip: Slip): number {
    const kinds: readonly Kind[] = ['departmentAnswer', 'question', 'intervention', 'pointOfOrder', 'ordinary']
    if (slip.kind !== 'answer') return kinds.indexOf(slip.kind)
    return this.find(slip.to)?.kind === 'intervention' ? 2 : 1
  }

  private find(id: string | null): Slip | undefined {
    const floor = [this.main, this.aside].flatMap((live) => (live === null ? [] : [live]))
    return [...this.waiting, ...floor, ...this.heard].find((slip) => slip.id === id)
  }

  /** Negative: a comes first. */
  private byPolicy(a: Slip, b: Slip): number {
    const { policy } = this.rules
    if (policy === 'arrival') return 0
    if (policy === 'round') return this.turns(a.who) + this.passes(a.who) - (this.turns(b.who) + this.passes(b.who))
    const fresh = Number(this.turns(a.who) > 0) - Number(this.turns(b.who) > 0)
    if (fresh !== 0) return fresh
    const wanted = policy === 'alternate' ? this.otherSide() : null
    const sided = wanted === null ? 0 : Number(a.side !== wanted) - Number(b.side !== wanted)
    return sided || this.turns(a.who) - this.turns(b.who) || this.spoken(a.who) - this.spoken(b.who)
  }

  private turns(who: string | null): number {
    if (who === null) return 0
    const all = [...this.heard, ...(this.main === null ? [] : [this.main])]
    return all.filter((slip) => slip.who === who && slip.kind === 'ordinary').length
  }

  private spoken(who: string | null): number {
    const own = this.heard.filter((slip) => who !== null && slip.who === who && slip.kind === 'ordinary')
    return own.reduce((sum, { used }) => sum + used, 0)
  }

  private passes = (who: string | null): number => this.passed.filter((one) => one !== null && one === who).length

  private otherSide(): Side {
    const last = [...this.heard, ...(this.main === null ? [] : [this.main])]
      .filter(({ kind, side }) => kind === 'ordinary' && (side === 'for' || side === 'against'))
      .pop()
    return last === undefined ? null : last.side === 'for' ? 'against' : 'for'
  }

  /** Whether somebody cannot have the floor at all. */
  private barred(who: string): boolean {
    return who === this.chair || (this.rules.presentOnly && !this.present.has(who))
  }

  asks(by: string, slip: Asked, inRound = false): boolean {
    const { id, kind, side, who } = slip
    const { anonymous, closedToPoints, maxWaiting, repeats, stanceRequired, times } = this.rules
    if (!this.may(by, who) || this.used.has(id)) return false
    if (who === null ? !anonymous : this.barred(who)) return false
    const ordinary = this.waiting.filter((one) => one.kind === 'ordinary')
    if (kind === 'ordinary') {
      const crowded = this.closed || (maxWaiting !== null && ordinary.length >= maxWaiting)
      if ((crowded && !this.chairs(by)) || (stanceRequired && side === null && !inRound)) return false
      const begun = ordinary.filter((one) => one.who === who && (one.used > 0 || one.putBack > 0))
      const still = repeats ? ordinary.filter((one) => one.who === who) : begun
      if (times !== null && who !== null && this.turns(who) + still.length >= times) return false
    }
    if (kind === 'pointOfOrder' && this.closed && closedToPoints && !this.chairs(by)) return false
    if (kind === 'question' && (this.main === null || (who !== null && this.main.who === who))) return false
    const to = kind === 'question' ? (this.main?.id ?? null) : kind === 'answer' ? slip.to : null
    const answered = this.find(to)?.kind
    if (kind === 'answer' && answered !== 'question' && answered !== 'intervention') return false
    if (!this.desk(by) && !this.mayAskItself(slip)) return false
    const own = this.waiting.filter((one) => one.who === who && one.kind === kind && one.putBack === 0)
    if ((inRound || !repeats) && who !== null && own.length > 0) return false
    this.take({ ...slip, to })
    return true
  }

  /** From one's own device: not on and on, and answers only by advisers and by whoever was asked, each once. */
  private mayAskItself({ kind, to, who }: Asked): boolean {
    const taken = this.withdrawn.filter((one) => one === who).length
    if (taken >= 20 || this.waiting.filter((one) => one.who === who).length >= 10) return false
    if (kind !== 'answer') return true
    const floor = [this.main, this.aside].flatMap((live) => (live === null ? [] : [live]))
    const said = [...this.heard, ...floor]
    const answered = this.find(to)
    const place = said.findIndex((slip) => slip.id === to)
    const before = said.slice(0, place === -1 ? said.length : place).filter((slip) => slip.kind !== 'question')
    const asked =
      answered?.kind === 'question' ? said.find((slip) => slip.id === answered.to) : before[before.length - 1]
    if (who === null || (!ONLOOKERS.includes(who) && asked?.who !== who)) return false
    return ![...said, ...this.waiting].some((slip) => slip.kind === 'answer' && slip.to === to && slip.who === who)
  }

  private take(slip: Asked): Slip {
    this.count += 1
    this.used.add(slip.id)
    const taken = { ...slip, arrival: this.count, used: 0, extra: 0, putBack: 0 }
    this.waiting = [...this.waiting, taken]
    return taken
  }

  /** All or nobody; without stances, and once each even where repeats are allowed. */
  goesRound(by: string, places: readonly { readonly id: string; readonly who: string }[]): boolean {
    if (this.rules.policy !== 'round') return false
    const before = { waiting: this.waiting, used: new Set(this.used) }
    const ordinary = { kind: 'ordinary', rank: 0, side: null, to: null } as const
    if (places.every((place) => this.asks(by, { ...place, ...ordinary }, true))) return true
    this.waiting = before.waiting
    this.used = before.used
    return false
  }

  /** What falls with a slip: the questions to it; with one that waits whatever is about it; and what is about those. */
  private falling(id: string): readonly Slip[] {
    const waits = this.waiting.some((slip) => slip.id === id)
    const about = this.waiting.filter((slip) => slip.to === id && (waits || slip.kind === 'question'))
    return about.flatMap((slip) => [slip, ...this.falling(slip.id)])
  }

  private remove(slips: readonly Slip[]): void {
    this.waiting = this.waiting.filter((slip) => !slips.includes(slip))
  }

  /** Off the list: what was said already stays heard. */
  private leaves(slips: readonly Slip[]): void {
    this.remove(slips)
    for (const slip of slips) {
      if (slip.used > 0) this.heard.push({ ...slip, putBack: 0, dropped: [] })
      else this.gone.add(slip.id)
    }
  }

  withdraws(by: string, id: string): boolean {
    const slip = this.waiting.find((one) => one.id === id)
    if (slip === undefined || !this.may(by, slip.who)) return false
    this.leaves([slip, ...this.falling(id)])
    if (slip.used === 0) this.withdrawn.push(slip.who)
    return true
  }

  passesTurn(by: string, id: string): boolean {
    const slip = this.waiting.find((one) => one.id === id)
    if (slip?.kind !== 'ordinary' || this.rules.policy !== 'round') return false
    if (!this.withdraws(by, id)) return false
    if (slip.used > 0) return true
    this.withdrawn.pop()
    this.passed.push(slip.who)
    return true
  }

  private starts(slip: Slip): void {
    const about = this.find(slip.to)
    const inserted =
      this.main !== null &&
      ((slip.kind === 'question' && slip.to === this.main.id) ||
        (slip.kind === 'answer' && about?.kind === 'question' && about.to === this.main.id))
    let instead: string | null = null
    if (inserted && this.aside !== null) instead = this.endsAside()
    else if (inserted && this.main !== null) this.stops(this.main)
    else if (this.main !== null) instead = this.endsMain()
    this.remove([slip])
    const left = this.limit(slip) - slip.used
    if (this.rules.hardEnd && slip.used > 0 && left < LEAST_LEFT_MS) {
      slip.extra += Math.ceil((LEAST_LEFT_MS - left) / 1000)
    }
    const live = { ...slip, running: true, instead, from: slip.used }
    if (inserted) this.aside = live
    else this.main = live
  }

  private stops(live: Live): void {
    live.running = false
    live.instead = null
  }

  private said({ running: _, instead: __, from: ___, ...slip }: Live, dropped: readonly Slip[]): string {
    this.heard.push({ ...slip, putBack: 0, dropped })
    return slip.id
  }

  private endsAside(): string | null {
    const live = this.aside
    this.aside = null
    return live === null ? null : this.said(live, [])
  }

  private endsMain(): string | null {
    this.endsAside()
    const live = this.main
    if (live === null) return null
    const dropped = this.falling(live.id)
    this.remove(dropped)
    this.main = null
    const unsaid = dropped.filter((slip) => slip.used === 0)
    for (const slip of unsaid) this.gone.add(slip.id)
    for (const slip of dropped) if (slip.used > 0) this.heard.push({ ...slip, putBack: 0, dropped: [] })
    return this.said(live, unsaid)
  }

  callsNext(): boolean {
    const [first] = this.order()
    return first !== undefined && this.calls(first)
  }

  calls(id: string): boolean {
    const slip = this.waiting.find((one) => one.id === id)
    if (slip === undefined) return false
    this.starts(slip)
    return true
  }

  callsDepartment(id: string, who: string): boolean {
    if (this.used.has(id) || this.barred(who)) return false
    this.starts(this.take({ id, who, kind: 'departmentAnswer', rank: 0, side: null, to: null }))
    return true
  }

  pauses(): boolean {
    if (this.onFloor === null || !this.onFloor.running) return false
    this.stops(this.onFloor)
    return true
  }

  resumes(): boolean {
    if (this.onFloor === null || this.onFloor.running) return false
    this.onFloor.running = true
    return true
  }

  extends(seconds: number): boolean {
    const live = this.onFloor
    if (live === null) return false
    live.extra += seconds + Math.ceil(Math.max(0, live.used - this.limit(live)) / 1000)
    return true
  }

  private limit = ({ extra }: Slip): number => (SECONDS + extra) * 1000

  ends(by: string, id: string): boolean {
    const live = [this.aside, this.main].find((one) => one?.id === id)
    if (!live || !this.may(by, live.who)) return false
    const isAsked = live === this.main && this.aside !== null && this.aside.who !== live.who
    if (isAsked && !this.desk(by)) return false
    if (live === this.aside) this.endsAside()
    else this.endsMain()
    return true
  }

  timesOut(id: string): boolean {
    const live = this.onFloor
    if (live?.id !== id || !this.rules.hardEnd || !live.running || live.used < this.limit(live)) return false
    if (live === this.aside) {
      this.endsAside()
      if (this.main !== null) this.main.running = true
      return true
    }
    const falling = this.falling(id)
    const [next] = this.order(this.waiting.filter((slip) => !falling.includes(slip)))
    if (next === undefined) this.endsMain()
    else this.calls(next)
    return true
  }

  undoes(): boolean {
    const last = this.heard[this.heard.length - 1]
    if (last === undefined || (last.who !== null && this.barred(last.who))) return false
    const { main } = this
    const isSlip = main !== null && main.instead === last.id && main.used - main.from <= SLIP_MS
    const returned = isSlip && this.aside === null ? main : null
    this.heard.pop()
    const { dropped, ...slip } = last
    this.count += 1
    this.waiting = [...this.waiting, { ...slip, putBack: this.count }, ...dropped]
    for (const { id } of dropped) this.gone.delete(id)
    if (returned?.kind === 'departmentAnswer' && returned.putBack === 0) this.endsMain()
    else if (returned !== null) {
      const { running: _, instead: __, from: ___, ...called } = returned
      this.main = null
      this.waiting = [...this.waiting, called]
    }
    const left = dropped.filter(({ who }) => who !== null && this.barred(who))
    for (const slip of left) if (this.waiting.includes(slip)) this.leaves([slip, ...this.falling(slip.id)])
    return true
  }

  reorders(ids: readonly string[] | null): boolean {
    if (ids === null) {
      this.hand = []
      return true
    }
    const before = this.hand
    const complete =
      [...ids].sort().join() ===
      this.waiting
        .map(({ id }) => id)
        .sort()
        .join()
    this.hand = ids
    if (complete && this.order().join() === ids.join()) return true
    this.hand = before
    return false
  }

  closes(to: boolean): boolean {
    if (this.closed === to) return false
    this.closed = to
    return true
  }

  private givesUp(who: string): void {
    if (this.main?.who === who) this.endsMain()
    else if (this.aside?.who === who) this.endsAside()
    for (const slip of this.waiting.filter((one) => one.who === who)) {
      if (this.waiting.includes(slip)) this.leaves([slip, ...this.falling(slip.id)])
    }
  }

  signs(by: string, who: string, here: boolean): boolean {
    if (!this.may(by, who) || this.present.has(who) === here) return false
    if (here) this.present.add(who)
    else {
      this.givesUp(who)
      this.present.delete(who)
    }
    return true
  }

  handsOver(to: string): boolean {
    if (to === this.chair || ONLOOKERS.includes(to)) return false
    this.givesUp(to)
    this.chair = to
    return true
  }

  namesStandIn(by: string, to: string, id: string, side: Side): boolean {
    const former = this.chair
    if (to === former || ONLOOKERS.includes(to) || !this.present.has(to)) return false
    this.chair = to
    const isChairs = by === former ? 'operator' : by
    const asked = { id, who: former, kind: 'ordinary', rank: 0, side, to: null } as const
    if (!this.asks(isChairs, asked)) {
      this.chair = former
      return false
    }
    this.givesUp(to)
    return true
  }
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../../shared/core/canonical.ts'
import { millionths } from '../../../../shared/core/decimal.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { foundIn, writtenResult } from '../../../../shared/meeting/written-votes/result.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { writtenVoteSentence } from '../../../../shared/wording/written-vote-sentence.ts'
import {
  type Answer,
  decidedInWriting,
  held,
  openedWith,
  owner,
  ownersOf,
  ownersRule,
  theWrittenVote,
  verdictOf,
} from '../../../fixtures/written-meeting.ts'

const area = fc.integer({ min: 1, max: 40_000_000 }).map((hundredths) => {
  const text = (hundredths / 100).toFixed(2)
  return text.replace(/\.?0+$/, '')
})
const option = fc.constantFrom('for', 'for', 'against', 'abstain', 'invalid', null)

const rules: readonly Rule[] = (['>', '>='] as const).flatMap((op) =>
  [
    [1, 2],
    [2, 3],
    [3, 4],
  ].flatMap(([num = 1, den = 2]) =>
    (['participating', 'total'] as const).map(
      (base): Rule => ({
        ...ownersRule,
        quorum: null,
        pass: { den: base, op, share: { num, den }, both: ['owners', 'area'] },
      }),
    ),
  ),
)

const estates = fc.array(fc.record({ area, option }), { minLength: 1, maxLength: 12 }).map((owners) => ({
  seats: ownersOf(owners.map((one) => one.area)),
  areas: owners.map((one) => one.area),
  answers: owners.flatMap((one, index): readonly Answer[] => (one.option === null ? [] : [[owner(index), one.option]])),
}))
const ruled = fc.constantFrom(...rules, ownersRule, null)

describe('owners in writing, whoever they are and however they answer', () => {
  it('what came back is what was counted: choices add up to returns, areas of choices to the area taking part', () => {
    fc.assert(
      fc.property(estates, ruled, ({ answers, seats }, rule) => {
        const { figures } = verdictOf(decidedInWriting(seats, answers, { rule }).state)
        expect(figures.for + figures.against + figures.abstain).toBe(figures.valid)
        expect(figures.valid + figures.invalid).toBe(figures.returned)
        expect(figures.returned).toBe(answers.length)
        const { owners } = figures
        if (owners === undefined) throw new Error('no owners')
        const parts = [owners.forArea, owners.againstArea, owners.abstainArea].map(millionths)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(millionths(owners.participatingArea))
        expect(millionths(owners.participatingArea) <= millionths(owners.totalArea)).toBe(true)
      }),
    )
  })

  it('the order in which papers come back never changes the result', () => {
    fc.assert(
      fc.property(
        estates.chain((estate) =>
          fc.tuple(fc.constant(estate), fc.shuffledSubarray([...estate.answers], { minLength: estate.answers.length })),
        ),
        ruled,
        ([{ answers, seats }, shuffled], rule) => {
          const one = verdictOf(decidedInWriting(seats, answers, { rule }).state)
          expect(verdictOf(decidedInWriting(seats, shuffled, { rule }).state)).toEqual(one)
        },
      ),
    )
  })

  it('the result worked out again from the events is the one that was announced, word by word', () => {
    fc.assert(
      fc.property(estates, ruled, ({ answers, seats }, rule) => {
        const { events, state } = decidedInWriting(seats, answers, { rule })
        const end = events.findIndex((event) => event.type === 'writtenVoteClosed')
        const stored = JSON.parse(JSON.stringify([openedWith(seats), ...events.slice(0, end)]))
        const before = held(stored.reduce(evolveMeeting, unopenedMeeting))
        const told = writtenResult(before, theWrittenVote(before))
        const again = { ...foundIn(told), sentence: writtenVoteSentence(told) }
        expect(hashOf(again)).toBe(hashOf(verdictOf(state)))
      }),
    )
  })

  it('it passes exactly where heads and area both pass by themselves, and neither is tied', () => {
    fc.assert(
      fc.property(estates, fc.constantFrom(...rules), ({ answers, areas, seats }, rule) => {
        const { pass } = rule
        const of = (wanted: string) => answers.filter(([, option]) => option === wanted).map(([unitId]) => unitId)
        const hundredths = areas.map((text) => BigInt(Math.round(Number(text) * 100)))
        const weigh = (units: readonly string[]) =>
          hundredths.reduce((sum, one, index) => (units.includes(owner(index)) ? sum + one : sum), 0n)
        const measures = [(units: readonly string[]) => BigInt(units.length), weigh]
        const everybody = areas.map((_, index) => owner(index))
        const passes = measures.every((measure) => {
          const [agreed, against, abstain] = [measure(of('for')), measure(of('against')), measure(of('abstain'))]
          const base = pass.den === 'total' ? measure(everybody) : agreed + against + abstain
          const [left, right] = [agreed * BigInt(pass.share.den), base * BigInt(pass.share.num)]
          const reached = pass.op === '>' ? left > right : left >= right
          return reached && agreed > 0n && agreed !== against
        })
        const { outcome } = verdictOf(decidedInWriting(seats, answers, { rule }).state)
        expect(outcome === 'passed').toBe(passes)
      }),
    )
  })

  it('no owner counts twice, in whatever order the papers come', () => {
    fc.assert(
      fc.property(estates, ({ answers, seats }) => {
        const [first] = answers
        if (first === undefined) return
        expect(() => decidedInWriting(seats, [...answers, first])).toThrow('alreadyReturned')
      }),
    )
  })
})

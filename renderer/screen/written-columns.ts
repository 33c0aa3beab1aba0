import { millionths } from '../../shared/core/decimal.ts'
import type { WrittenFigures } from '../../shared/meeting/written-votes/messages.ts'
import { percentText } from '../../shared/papers/share-text.ts'
import {
  type Comparison,
  type Measure,
  type Part,
  passComparisons,
  quorumComparisons,
} from '../../shared/rules/conditions.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { exactText } from '../../shared/wording/exact-text.ts'

const MILLION = 1_000_000n
/** Of ten thousand, as fine as a projector draws. */
const FINE = 10_000n

export type WrittenRow = 'taking' | 'for' | 'against' | 'abstain'

type Bar = {
  readonly row: WrittenRow
  readonly amount: string
  /** Of all, or of the base of the rule, to one decimal; — of nothing. */
  readonly percent: string
  /** Where it ends on its track, per cent. */
  readonly place: number
}

/** Where a share lies on a track, per cent, and what it asks for: 须过 4. */
export type Mark = { readonly place: number; readonly text: string }

export type WrittenColumn = {
  readonly name: '户数' | '人数' | '面积'
  readonly unit: '户' | '人' | '平方米'
  /** 收回 or 参与, 赞成, 反对, 弃权. */
  readonly bars: readonly Bar[]
  /** How many had to take part. */
  readonly quorum: Mark | null
  /** How much had to be in favour. */
  readonly threshold: Mark | null
}

/** One measure of a vote: exact amounts, those of an area in millionths of a square metre. */
type Amounts = Readonly<Record<'all' | 'taking' | 'valid' | 'for' | 'against' | 'abstain', bigint>>

/**
 * What came back and how it was answered: households, or heads and area of owners beside each other and never added. 收回 or
 * 参与 is drawn on all who were asked, the answers on the base of the rule.
 */
export function writtenColumns(rule: Rule | null, figures: WrittenFigures): readonly WrittenColumn[] {
  const { abstain, against, asked, owners, returned, valid } = figures
  if (owners === undefined) {
    const counts = { all: asked, taking: returned, valid, for: figures.for, against, abstain }
    return [columnOf(rule, 'people', whole(counts))]
  }
  const heads = { all: owners.total, taking: owners.participating, valid: owners.participating }
  const area: Amounts = {
    all: millionths(owners.totalArea),
    taking: millionths(owners.participatingArea),
    valid: millionths(owners.participatingArea),
    for: millionths(owners.forArea),
    against: millionths(owners.againstArea),
    abstain: millionths(owners.abstainArea),
  }
  return [
    columnOf(rule, 'owners', whole({ ...heads, for: figures.for, against, abstain })),
    columnOf(rule, 'area', area),
  ]
}

const whole = (counts: Readonly<Record<keyof Amounts, number>>): Amounts => ({
  all: BigInt(counts.all),
  taking: BigInt(counts.taking),
  valid: BigInt(counts.valid),
  for: BigInt(counts.for),
  against: BigInt(counts.against),
  abstain: BigInt(counts.abstain),
})

const measured = {
  people: { name: '户数', unit: '户' },
  owners: { name: '人数', unit: '人' },
  area: { name: '面积', unit: '平方米' },
} as const

function columnOf(rule: Rule | null, measure: keyof typeof measured, amounts: Amounts): WrittenColumn {
  const own = (one: Comparison) => one.measure === measure
  const pass = rule === null ? undefined : passComparisons(rule).find(own)
  const quorum = rule === null ? undefined : quorumComparisons(rule).find(own)
  // 反对 as a base says nothing of how many there were.
  const base = pass === undefined || pass.den === 'against' ? amounts.valid : partOf(amounts, pass.den)
  const axis = largest(base, amounts.for, amounts.against, amounts.abstain)
  const bar = (row: WrittenRow, of: bigint, on: bigint): Bar => ({
    row,
    amount: amountText(measure, amounts[row]),
    percent: percentText(amounts[row], of).replace('约 ', ''),
    place: placeOf(amounts[row], on),
  })
  return {
    ...measured[measure],
    bars: [
      bar('taking', amounts.all, largest(amounts.all)),
      ...(['for', 'against', 'abstain'] as const).map((row) => bar(row, base, axis)),
    ],
    quorum:
      quorum?.den === 'total' || quorum?.den === 'entitled' ? markOf(quorum, amounts, largest(amounts.all)) : null,
    threshold: pass === undefined ? null : markOf(pass, amounts, axis),
  }
}

function partOf(amounts: Amounts, part: Part): bigint {
  switch (part) {
    case 'entitled':
    case 'total':
      return amounts.all
    case 'present':
      return amounts.taking
    case 'participating':
      return amounts.valid
    case 'for':
    case 'against':
      return amounts[part]
  }
}

function markOf({ den, measure, op, share }: Comparison, amounts: Amounts, axis: bigint): Mark {
  const of = partOf(amounts, den)
  const [top, bottom] = [BigInt(share.num) * of, BigInt(share.den)]
  const number = measure === 'area' ? exactText(top, bottom * MILLION, true) : exactText(top, bottom)
  return {
    place: Number((top * FINE) / (bottom * axis)) / 100,
    text: `${op === '>' ? '须过' : '须达'} ${number}`,
  }
}

const amountText = (measure: Measure, amount: bigint): string =>
  measure === 'area' ? exactText(amount, MILLION, true) : amount.toString()

const placeOf = (amount: bigint, axis: bigint): number => Number((amount * FINE) / axis) / 100

/** Never nothing: something is divided by it. */
const largest = (...amounts: readonly bigint[]): bigint => amounts.reduce((most, one) => (one > most ? one : most), 1n)
